package io.depth4j.benchmarks.contest;

import java.util.Optional;

/**
 * One operation, ours beside a peer's, over the same input.
 *
 * <p>Results go to arrays that the contest keeps, so no compiler can find that nobody wants them.
 */
public interface Contest {

    void ours();

    void peer();

    /** Copies as many bytes as the larger of input and output holds: what moving the data alone costs. */
    void copy();

    /** Runs both sides once and compares what came out. */
    Agreement agreement();

    /** What else than time must stay within a bound. */
    default Optional<Bound> bound() {
        return Optional.empty();
    }

    /** What the input is, where that is not plain from the name. */
    default Optional<String> subject() {
        return Optional.empty();
    }
}
