package io.depth4j.internal.csv;

import io.depth4j.StoppedException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BooleanSupplier;

/**
 * Work in stages, each on a thread of its own, the last one on the caller's: bounded queues between them, and the first failure of
 * any ends all. Closing ends what still runs and waits for it.
 */
final class Belt implements AutoCloseable {

    /** What a stage does; it may fail. */
    interface Stage {
        void run() throws IOException;
    }

    private final List<Thread> threads = new ArrayList<>();
    private Optional<Throwable> failure = Optional.empty();

    /** Things on their way from one stage to the next. */
    final class Queued<T> {

        private final int capacity;
        private final Queue<T> things = new ArrayDeque<>();
        private boolean over;

        private Queued(int capacity) {
            this.capacity = capacity;
        }

        /** Waits while the queue is full. */
        void put(T thing) {
            synchronized (Belt.this) {
                await(() -> things.size() < capacity);
                things.add(thing);
                Belt.this.notifyAll();
            }
        }

        /** The next one, for which it waits; nothing once the queue is over. */
        Optional<T> take() {
            synchronized (Belt.this) {
                await(() -> over || !things.isEmpty());
                Optional<T> next = Optional.ofNullable(things.poll());
                Belt.this.notifyAll();
                return next;
            }
        }

        /** The next one, of a queue that is never over. */
        T next() {
            return take().orElseThrow();
        }

        /** Nothing more will be put. */
        void over() {
            synchronized (Belt.this) {
                over = true;
                Belt.this.notifyAll();
            }
        }
    }

    <T> Queued<T> queue(int capacity) {
        return new Queued<>(capacity);
    }

    void start(String name, Stage stage) {
        Thread thread = new Thread(
                () -> {
                    try {
                        stage.run();
                    } catch (Throwable e) {
                        fail(e);
                    }
                },
                name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    /** Ends all stages; only the first failure counts. */
    synchronized void fail(Throwable e) {
        if (failure.isEmpty()) {
            failure = Optional.of(e);
        }
        notifyAll();
    }

    private synchronized void await(BooleanSupplier ready) {
        while (failure.isEmpty() && !ready.getAsBoolean()) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                fail(new StoppedException("The work was stopped: its thread was interrupted while it waited"));
            }
        }
        if (failure.isPresent()) {
            throw new StoppedException("Another stage has failed");
        }
    }

    /** Throws what the first stage to fail has thrown, if one has. */
    synchronized void check() throws IOException {
        if (failure.isEmpty()) {
            return;
        }
        Throwable first = failure.get();
        if (first instanceof IOException e) {
            throw e;
        }
        if (first instanceof Error e) {
            throw e;
        }
        throw (RuntimeException) first;
    }

    @Override
    public void close() {
        fail(new StoppedException("The work was ended"));
        boolean interrupted = false;
        for (Thread thread : threads) {
            for (boolean ended = false; !ended; ) {
                try {
                    thread.join();
                    ended = true;
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
