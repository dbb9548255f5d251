package io.depth4j.internal;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Supplier;

/**
 * A bounded pool of scratch memory. Taking never waits: an empty pool makes a new one, a full pool lets a returned one go, so
 * what is kept is bounded by the pool and what is in use by the callers at work.
 */
public final class Pool<T> {

    private final ArrayBlockingQueue<T> idle;
    private final Supplier<T> maker;

    /** A pool that keeps as many as there are processors. */
    public Pool(Supplier<T> maker) {
        this(maker, Runtime.getRuntime().availableProcessors());
    }

    public Pool(Supplier<T> maker, int kept) {
        this.idle = new ArrayBlockingQueue<>(kept);
        this.maker = maker;
    }

    public T take() {
        T pooled = idle.poll();
        return pooled != null ? pooled : maker.get();
    }

    /** Gives back what {@link #take} handed out; the caller no longer uses it. */
    public void give(T scratch) {
        // No second look at whether it was kept: another thread may have taken one meanwhile.
        idle.offer(scratch);
    }
}
