package io.depth4j.estimate;

import io.depth4j.EstimateOptions;
import io.depth4j.StoppedException;
import java.time.Duration;
import java.util.Optional;

/** The deadline of work that takes several steps, each of which may have what those before it left over. */
final class TimeLeft {

    private final EstimateOptions options;
    private final long start = System.nanoTime();

    /** Time runs from here on. */
    TimeLeft(EstimateOptions options) {
        this.options = options;
    }

    /** The options for the next step. */
    EstimateOptions options() {
        Optional<Duration> left = left();
        return left.isPresent() ? options.withDeadline(left.get()) : options;
    }

    /** What is left, if there is a deadline; throws if it has passed. */
    Optional<Duration> left() {
        Optional<Duration> left = options.deadline().map(deadline -> deadline.minusNanos(System.nanoTime() - start));
        if (left.isPresent() && (left.get().isNegative() || left.get().isZero())) {
            throw new StoppedException("The work was stopped: its deadline of "
                    + options.deadline().orElseThrow().toMillis() + " ms has passed");
        }
        return left;
    }
}
