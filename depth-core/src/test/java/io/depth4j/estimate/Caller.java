package io.depth4j.estimate;

import java.util.Optional;

/** A call on a thread of its own, which may be seen waiting. */
final class Caller {

    private final Thread thread;
    private volatile Optional<Throwable> problem = Optional.empty();
    private volatile boolean interrupted;

    private Caller(Runnable call) {
        thread = new Thread(
                () -> {
                    try {
                        call.run();
                    } catch (Throwable thrown) {
                        problem = Optional.of(thrown);
                    }
                    interrupted = Thread.currentThread().isInterrupted();
                },
                "caller");
        thread.setDaemon(true);
    }

    static Caller of(Runnable call) {
        Caller caller = new Caller(call);
        caller.thread.start();
        return caller;
    }

    /** Returns when the call waits for something. */
    void awaitWaiting() {
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
            if (!thread.isAlive()) {
                throw new AssertionError("The call did not wait", problem.orElse(null));
            }
            Thread.onSpinWait();
        }
    }

    void interrupt() {
        thread.interrupt();
    }

    /** What it threw, once it is over; empty if it returned. */
    Optional<Throwable> result() throws InterruptedException {
        thread.join();
        return problem;
    }

    /** Whether an interrupt was left for it. */
    boolean wasInterrupted() {
        return interrupted;
    }
}
