package io.depth4j.internal.pipeline;

import java.util.List;

/** Waits for threads that end soon, whoever interrupts. */
final class Joining {

    private Joining() {}

    static void join(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
