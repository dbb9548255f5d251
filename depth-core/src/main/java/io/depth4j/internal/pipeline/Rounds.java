package io.depth4j.internal.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A thread that does something again and again until it is closed. */
final class Rounds implements AutoCloseable {

    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;

    Rounds(String name, Duration pause, Runnable round) {
        thread = new Thread(() -> run(pause, round), name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Duration pause, Runnable round) {
        try {
            do {
                round.run();
            } while (!end.await(pause.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the round that is under way. */
    @Override
    public void close() {
        end.countDown();
        Joining.join(List.of(thread));
    }
}
