package io.depth4j.estimate;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The line that most points agree with: RANSAC, and then least squares over those that agree, until they stay the same. */
final class Consensus {

    private static final int ROUNDS = 20;

    /** A trial is judged by so many points at most: more would choose the same line, later. */
    private static final int MOST_JUDGES = 2000;

    private final MetricPoints points;
    private final RansacOptions options;

    Consensus(MetricPoints points, RansacOptions options) {
        this.points = points;
        this.options = options;
    }

    /** The points that agree with one line; none if every trial failed. */
    int[] agreeing() {
        SplittableRandom random = new SplittableRandom(options.seed());
        int count = points.count();
        int[] judges = count <= MOST_JUDGES
                ? IntStream.range(0, count).toArray()
                : random.ints(MOST_JUDGES, 0, count).toArray();
        int[] best = {};
        double least = Double.POSITIVE_INFINITY;
        for (int trial = 0; trial < options.trials(); trial++) {
            MetricLine line = points.through(random.nextInt(count), random.nextInt(count));
            double cost = line.isUsable() ? cost(line, judges) : Double.POSITIVE_INFINITY;
            if (cost < least) {
                least = cost;
                best = within(line);
            }
        }
        return settled(best);
    }

    /** A point that does not fit counts as much as one that just does, however far away it lies. */
    private double cost(MetricLine line, int[] judges) {
        double cost = 0;
        for (int point : judges) {
            double error = points.relativeError(line, point) / options.tolerance();
            cost += Math.min(1, error * error);
        }
        return cost;
    }

    private int[] within(MetricLine line) {
        return IntStream.range(0, points.count())
                .filter(point -> points.relativeError(line, point) <= options.tolerance())
                .toArray();
    }

    private int[] settled(int[] first) {
        int[] now = first;
        for (int round = 0; round < ROUNDS && now.length > points.unknowns(); round++) {
            MetricLine line = points.only(now).leastSquares();
            int[] next = line.isUsable() ? within(line) : now;
            if (Arrays.equals(next, now) || next.length <= points.unknowns()) {
                return now;
            }
            now = next;
        }
        return now;
    }
}
