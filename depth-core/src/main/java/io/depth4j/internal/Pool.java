package io.depth4j.internal;

import java.lang.ref.SoftReference;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Supplier;

/**
 * A bounded pool of scratch memory. Taking never waits: an empty pool makes a new one, a full pool lets a returned one go, so
 * what is kept is bounded by the pool and what is in use by the callers at work.
 *
 * <p>What is kept is held softly. After the work on a huge picture the JVM may have its scratch back, before memory runs out.
 */
public final class Pool<T> {

    private final Supplier<T> maker;
    private final int kept;
    private volatile SoftReference<ArrayBlockingQueue<T>> idle;

    /** A pool that keeps as many as there are processors. */
    public Pool(Supplier<T> maker) {
        this(maker, Runtime.getRuntime().availableProcessors());
    }

    public Pool(Supplier<T> maker, int kept) {
        this.maker = maker;
        this.kept = kept;
        this.idle = new SoftReference<>(new ArrayBlockingQueue<>(kept));
    }

    public T take() {
        ArrayBlockingQueue<T> queue = idle.get();
        T pooled = queue == null ? null : queue.poll();
        return pooled != null ? pooled : maker.get();
    }

    /** Gives back what {@link #take} handed out; the caller no longer uses it. A full pool lets it go. */
    public void give(T scratch) {
        ArrayBlockingQueue<T> queue = idle.get();
        if (queue == null) {
            queue = new ArrayBlockingQueue<>(kept);
            idle = new SoftReference<>(queue);
        }
        queue.offer(scratch);
    }
}
