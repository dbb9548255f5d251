package io.depth4j.benchmarks.guard;

import io.depth4j.benchmarks.contest.Agreement;
import io.depth4j.benchmarks.contest.Agreement.Tolerance;
import io.depth4j.benchmarks.contest.Bound;
import io.depth4j.benchmarks.contest.Contest;
import java.util.Optional;
import java.util.function.LongSupplier;

/** A contest whose sides take exactly as long as a test says, by a clock that only they move. */
final class FakeContest implements Contest, LongSupplier {

    private final long peerNanos;
    private final long copyNanos;
    private final double difference;
    private final Optional<Bound> bound;
    private long oursNanos;
    private long now;
    private int agreements;
    private int runs;
    private long quickerAfterRuns = Long.MAX_VALUE;

    FakeContest(long oursNanos, long peerNanos) {
        this(oursNanos, peerNanos, 0, Optional.empty());
    }

    private FakeContest(long oursNanos, long peerNanos, double difference, Optional<Bound> bound) {
        this.oursNanos = oursNanos;
        this.peerNanos = peerNanos;
        this.copyNanos = 10;
        this.difference = difference;
        this.bound = bound;
    }

    FakeContest disagreeingBy(double worst) {
        return new FakeContest(oursNanos, peerNanos, worst, bound);
    }

    FakeContest boundTo(Bound limit) {
        return new FakeContest(oursNanos, peerNanos, difference, Optional.of(limit));
    }

    /** Ours takes a hundredth of its time once it has run this often. */
    FakeContest quickerAfter(long times) {
        quickerAfterRuns = times;
        return this;
    }

    int runs() {
        return runs;
    }

    int agreements() {
        return agreements;
    }

    @Override
    public long getAsLong() {
        return now;
    }

    @Override
    public void ours() {
        if (++runs == quickerAfterRuns) {
            oursNanos /= 100;
        }
        now += oursNanos;
    }

    @Override
    public void peer() {
        now += peerNanos;
    }

    @Override
    public void copy() {
        now += copyNanos;
    }

    @Override
    public Agreement agreement() {
        agreements++;
        return new Agreement(difference, difference, Tolerance.EXACT);
    }

    @Override
    public Optional<Bound> bound() {
        return bound;
    }
}
