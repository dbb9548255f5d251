package io.depth4j.internal.java;

/** Counts runs, so that the end waits for them. */
final class InFlight {

    private int running;
    private boolean closed;

    synchronized void enter() {
        if (closed) {
            throw new IllegalStateException("The network is closed");
        }
        running++;
    }

    synchronized void leave() {
        running--;
        notifyAll();
    }

    /** Lets nobody in any more and waits for those who are; true for the first caller. */
    synchronized boolean close() {
        boolean first = !closed;
        closed = true;
        boolean interrupted = false;
        while (running > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return first;
    }
}
