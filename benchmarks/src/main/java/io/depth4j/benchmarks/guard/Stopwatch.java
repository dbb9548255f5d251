package io.depth4j.benchmarks.guard;

import io.depth4j.benchmarks.contest.Contest;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Measures the sides of a contest in turns, so that whatever slows the machine for a while slows all of them, and the ratio of
 * one round stays true.
 */
public final class Stopwatch {

    static final int ROUNDS = 15;

    private final LongSupplier nanoClock;
    private final long warmUpNanos;
    private final long sampleNanos;

    /**
     * @param warmUp how long each side runs before it is measured
     * @param sample how long one sample lasts at least
     */
    public Stopwatch(LongSupplier nanoClock, Duration warmUp, Duration sample) {
        this.nanoClock = nanoClock;
        this.warmUpNanos = warmUp.toNanos();
        this.sampleNanos = sample.toNanos();
    }

    public Measurement measure(Contest contest) {
        int oursRuns = runsPerSample(contest::ours);
        int peerRuns = runsPerSample(contest::peer);
        int copyRuns = runsPerSample(contest::copy);
        double[] ours = new double[ROUNDS];
        double[] peer = new double[ROUNDS];
        double[] copy = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            // Who goes first changes, so neither side always finds the caches as the other left them.
            if (round % 2 == 0) {
                ours[round] = nanosPerRun(contest::ours, oursRuns);
                peer[round] = nanosPerRun(contest::peer, peerRuns);
            } else {
                peer[round] = nanosPerRun(contest::peer, peerRuns);
                ours[round] = nanosPerRun(contest::ours, oursRuns);
            }
            copy[round] = nanosPerRun(contest::copy, copyRuns);
        }
        return Measurement.of(ours, peer, copy);
    }

    /** Warms one side up; the fastest run tells how many of them fill a sample. */
    private int runsPerSample(Runnable side) {
        long fastest = Long.MAX_VALUE;
        long start = nanoClock.getAsLong();
        long before = start;
        while (before - start < warmUpNanos) {
            side.run();
            long after = nanoClock.getAsLong();
            fastest = Math.min(fastest, after - before);
            before = after;
        }
        return (int) Math.max(1, sampleNanos / Math.max(1, fastest));
    }

    private double nanosPerRun(Runnable side, int runs) {
        long start = nanoClock.getAsLong();
        for (int run = 0; run < runs; run++) {
            side.run();
        }
        return (double) (nanoClock.getAsLong() - start) / runs;
    }
}
