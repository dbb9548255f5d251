package io.depth4j.internal.estimate;

import io.depth4j.Cancellation;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread for all deadlines; it ends when there are none for a while. */
final class Deadlines {

    /** Nanoseconds in a {@code long} end after 292 years. */
    private static final Duration LONGEST = Duration.ofDays(100 * 365);

    private Deadlines() {}

    private static String said(Duration time) {
        return time.toMillis() > 0 ? time.toMillis() + " ms" : time.toNanos() + " ns";
    }

    /** Ends the work after so long, unless the answer is cancelled before. */
    static Future<?> cancelAfter(Duration time, Cancellation work) {
        return Timer.EXECUTOR.schedule(
                () -> work.cancel("its deadline of " + said(time) + " has passed"),
                time.compareTo(LONGEST) < 0 ? time.toNanos() : LONGEST.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    private static final class Timer {

        static final ScheduledThreadPoolExecutor EXECUTOR = executor();

        private static ScheduledThreadPoolExecutor executor() {
            ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
                Thread thread = new Thread(task, "depth4j-deadlines");
                thread.setDaemon(true);
                return thread;
            });
            executor.setRemoveOnCancelPolicy(true);
            executor.setKeepAliveTime(10, TimeUnit.SECONDS);
            executor.allowCoreThreadTimeOut(true);
            return executor;
        }
    }
}
