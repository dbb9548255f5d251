package io.depth4j.benchmarks.guard;

import io.depth4j.benchmarks.contest.Agreement;
import io.depth4j.benchmarks.contest.Bound;
import io.depth4j.benchmarks.contest.Contest;
import java.util.Optional;
import java.util.OptionalDouble;

/** Judges one pair: do both sides agree, and is ours fast enough? A pair below its floor gets one more try. */
final class Referee {

    private final Stopwatch stopwatch;
    private final int vectorBits;

    Referee(Stopwatch stopwatch, int vectorBits) {
        this.stopwatch = stopwatch;
        this.vectorBits = vectorBits;
    }

    Outcome judge(Pair pair) {
        Optional<String> obstacle = pair.peer().obstacle();
        if (obstacle.isPresent()) {
            return Outcome.skipped(pair, obstacle.get());
        }
        Contest contest = pair.contest().get();
        Agreement agreement = contest.agreement();
        if (!agreement.holds()) {
            return Outcome.wrong(pair, agreement);
        }
        OptionalDouble floor = pair.floors().at(vectorBits);
        Measurement measurement = stopwatch.measure(contest);
        boolean retry = isBelow(measurement, floor);
        if (retry) {
            measurement = stopwatch.measure(contest);
        }
        Optional<Bound> bound = contest.bound();
        return new Outcome(
                pair,
                verdict(measurement, floor, bound),
                floor,
                Optional.of(agreement),
                Optional.of(measurement),
                bound,
                contest.subject(),
                retry,
                Optional.empty());
    }

    private static Verdict verdict(Measurement measurement, OptionalDouble floor, Optional<Bound> bound) {
        if (floor.isEmpty()) {
            return Verdict.REPORTED;
        }
        boolean outOfBound = bound.filter(b -> !b.holds()).isPresent();
        return isBelow(measurement, floor) || outOfBound ? Verdict.BELOW : Verdict.OK;
    }

    private static boolean isBelow(Measurement measurement, OptionalDouble floor) {
        return floor.isPresent() && !(measurement.ratio() >= floor.getAsDouble());
    }
}
