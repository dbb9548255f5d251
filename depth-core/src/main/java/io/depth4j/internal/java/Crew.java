package io.depth4j.internal.java;

import io.depth4j.internal.kernel.NetKernels;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that a network may use beside those of its callers. All runs of the network share them. */
final class Crew implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int WAITING = 1024;
    private static final int IDLE_SECONDS = 10;

    private final int helpers;
    private final ThreadPoolExecutor threads;

    /** @param threads for one run, the caller's own among them */
    Crew(int threads) {
        this.helpers = threads - 1;
        this.threads = new ThreadPoolExecutor(
                Math.max(1, helpers),
                Math.max(1, helpers),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                work -> {
                    Thread thread = new Thread(work, "depth4j-java-" + NUMBER.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                },
                // The caller does alone what no helper has room for.
                (work, full) -> ((Share) work).spare());
        this.threads.allowCoreThreadTimeOut(true);
    }

    void run(Step step, NetKernels kernels, float[] arena, Share share) {
        int wanted = Math.min(helpers, step.parts() - 1);
        if (wanted < 1) {
            step.run(kernels, arena, 0, step.parts());
            return;
        }
        share.begin(step, kernels, arena, wanted);
        for (int i = 0; i < wanted; i++) {
            threads.execute(share);
        }
        try {
            share.work();
        } finally {
            // Who has not begun by now is not waited for.
            while (threads.remove(share)) {
                share.spare();
            }
            share.end();
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
