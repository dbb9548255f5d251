package io.depth4j.benchmarks.guard;

import io.depth4j.benchmarks.contest.Agreement;
import io.depth4j.benchmarks.contest.Bound;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one pair came to.
 *
 * @param agreement how near the results of both sides were, unless the pair was skipped
 * @param measurement the figures, if it was measured
 * @param retried whether these are the figures of a second try
 * @param reason why nothing was measured, if nothing was
 */
public record Outcome(
        Pair pair,
        Verdict verdict,
        OptionalDouble floor,
        Optional<Agreement> agreement,
        Optional<Measurement> measurement,
        Optional<Bound> bound,
        Optional<String> subject,
        boolean retried,
        Optional<String> reason) {

    static Outcome skipped(Pair pair, String reason) {
        return unmeasured(pair, Verdict.SKIPPED, Optional.empty(), reason);
    }

    static Outcome wrong(Pair pair, Agreement agreement) {
        return unmeasured(pair, Verdict.WRONG, Optional.of(agreement), "the results disagree: " + agreement);
    }

    private static Outcome unmeasured(Pair pair, Verdict verdict, Optional<Agreement> agreement, String reason) {
        return new Outcome(
                pair,
                verdict,
                OptionalDouble.empty(),
                agreement,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(reason));
    }
}
