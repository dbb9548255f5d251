package io.depth4j.internal.estimate;

import io.depth4j.Cancellation;
import io.depth4j.EstimateOptions;
import io.depth4j.StoppedException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Lets a bounded number of callers in at a time, and closes: nobody enters any more, and what lies behind is released when the
 * last one has left.
 */
public final class Gate {

    private final int places;
    private final Runnable release;
    private final Map<Thread, Integer> inside = new HashMap<>();
    private int taken;
    private boolean closed;
    private boolean released;

    /**
     * @param places how many callers may be inside
     * @param release runs once, when all is over
     */
    public Gate(int places, Runnable release) {
        this.places = places;
        this.release = release;
    }

    /** Does the work inside, until the caller's cancellation or the deadline; the work looks at the cancellation it is given. */
    public void within(EstimateOptions options, Consumer<Cancellation> work) {
        Cancellation cancellation = options.cancellation().orElseGet(Cancellation::new);
        if (options.deadline().isEmpty()) {
            inside(cancellation, work);
            return;
        }
        Cancellation own = new Cancellation();
        Future<?> deadline = Deadlines.cancelAfter(options.deadline().get(), own);
        try (Cancellation.Registration ignored = cancellation.onCancel(own::cancel)) {
            inside(own, work);
        } catch (StoppedException e) {
            // The caller's own reason, if that is what ended it.
            cancellation.check();
            throw e;
        } finally {
            deadline.cancel(false);
        }
    }

    private void inside(Cancellation cancellation, Consumer<Cancellation> work) {
        enter(cancellation);
        try {
            work.accept(cancellation);
        } finally {
            leave();
        }
    }

    /** Waits for a place; the cancellation ends the wait. */
    void enter(Cancellation cancellation) {
        try (Cancellation.Registration ignored = cancellation.onCancel(this::wake)) {
            synchronized (this) {
                requireOpen();
                while (taken == places) {
                    cancellation.check();
                    try {
                        wait();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new StoppedException("The work was stopped: its thread was interrupted while it waited");
                    }
                    requireOpen();
                }
                cancellation.check();
                taken++;
                inside.merge(Thread.currentThread(), 1, Integer::sum);
            }
        }
    }

    /** Gives the place back. The last to leave a closed gate releases what lies behind. */
    void leave() {
        boolean last;
        synchronized (this) {
            taken--;
            inside.computeIfPresent(Thread.currentThread(), (thread, times) -> times == 1 ? null : times - 1);
            last = closed && taken == 0;
            notifyAll();
        }
        if (last) {
            releaseOnce();
        }
    }

    /** Closes, and waits until all is released, unless the caller is inside itself: then leaving releases. */
    public void close() {
        boolean empty;
        synchronized (this) {
            closed = true;
            empty = taken == 0;
            notifyAll();
        }
        if (empty) {
            releaseOnce();
            return;
        }
        boolean interrupted = false;
        synchronized (this) {
            while (!released && !inside.containsKey(Thread.currentThread())) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void releaseOnce() {
        synchronized (this) {
            if (released) {
                return;
            }
            released = true;
            try {
                release.run();
            } finally {
                notifyAll();
            }
        }
    }

    private synchronized void wake() {
        notifyAll();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("This estimator is closed");
        }
    }
}
