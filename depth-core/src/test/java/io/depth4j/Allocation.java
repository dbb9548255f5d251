package io.depth4j;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What a call allocates once it is warm. */
public final class Allocation {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** How long a busy machine may take to compile what is measured; until then vectors lie on the heap. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Allocation() {}

    /** The fewest bytes that one of many calls allocates; they end as soon as one allocates nothing. */
    public static long least(Runnable call) {
        return least(call, 0);
    }

    /** The fewest bytes that one of many calls allocates; they end as soon as one allocates no more than {@code expected}. */
    public static long least(Runnable call, long expected) {
        long thread = Thread.currentThread().getId();
        long end = System.nanoTime() + PATIENCE.toNanos();
        long least = Long.MAX_VALUE;
        while (least > expected && System.nanoTime() < end) {
            long before = THREADS.getThreadAllocatedBytes(thread);
            call.run();
            least = Math.min(least, THREADS.getThreadAllocatedBytes(thread) - before);
        }
        return least;
    }
}
