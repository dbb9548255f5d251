package io.depth4j.estimate;

import io.depth4j.DepthKind;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/** Values of one map beside the metres that they should become, and the line that leaves the least squares of metres. */
final class MetricPoints {

    private static final int ROUNDS = 100;
    private static final int HALVINGS = 30;

    /** Below this share of their size, differences of floats are mostly rounding. */
    private static final double SAME = 1e-6;

    private final DepthKind kind;
    private final double[] values;
    private final double[] metres;

    MetricPoints(DepthKind kind, double[] values, double[] metres) {
        this.kind = kind;
        this.values = values;
        this.metres = metres;
    }

    int count() {
        return values.length;
    }

    /** How many numbers the kind leaves open, and so how many points it takes. */
    int unknowns() {
        return hasShift() ? 2 : 1;
    }

    private boolean hasShift() {
        return kind == DepthKind.AFFINE_INVARIANT || kind == DepthKind.AFFINE_INVARIANT_INVERSE;
    }

    /** How far a line misses a point, as a share of the point's distance. */
    double relativeError(MetricLine line, int point) {
        return Math.abs(line.metres(values[point]) - metres[point]) / metres[point];
    }

    MetricPoints only(int[] points) {
        return new MetricPoints(
                kind,
                Arrays.stream(points).mapToDouble(i -> values[i]).toArray(),
                Arrays.stream(points).mapToDouble(i -> metres[i]).toArray());
    }

    /** Whether all metres are one. */
    boolean isOfOneDepth() {
        return areOne(metres);
    }

    /** Whether all values are one. */
    boolean isOfOneValue() {
        return areOne(values);
    }

    private static boolean areOne(double[] numbers) {
        double low = Arrays.stream(numbers).min().orElse(0);
        double high = Arrays.stream(numbers).max().orElse(0);
        return high - low <= SAME * Math.max(Math.abs(low), Math.abs(high));
    }

    /** The line through two points, or through the first of them where the kind has its zero at the camera. */
    MetricLine through(int first, int second) {
        if (!hasShift()) {
            return new MetricLine(kind, target(first) / values[first], 0);
        }
        double scale = (target(second) - target(first)) / (values[second] - values[first]);
        return new MetricLine(kind, scale, target(first) - scale * values[first]);
    }

    /** What the line itself should give. */
    private double target(int point) {
        return kind.largerIsNearer() ? 1 / metres[point] : metres[point];
    }

    /**
     * The line with the least sum of squared metres; not usable if the points have it so.
     *
     * <p>For disparity, the error in metres is that of the disparity times the squared distance, so a fit with weights of the
     * fourth power of the distance comes close; Gauss-Newton steps, shortened until they help, do the rest.
     */
    MetricLine leastSquares() {
        if (!kind.largerIsNearer()) {
            return line(this::target, point -> 1);
        }
        MetricLine line = line(this::target, point -> Math.pow(metres[point], 4));
        if (!(squares(line) < Double.POSITIVE_INFINITY)) {
            // That line puts a point beyond infinity. One without slope does not, and is a start as well.
            line = new MetricLine(kind, 0, 1 / Arrays.stream(metres).average().orElseThrow());
        }
        double least = squares(line);
        for (int round = 0; round < ROUNDS; round++) {
            MetricLine better = improved(line, least);
            double squares = squares(better);
            boolean settled = squares >= least * (1 - 1e-12);
            line = better;
            least = squares;
            if (settled) {
                break;
            }
        }
        return line;
    }

    /** One step of Gauss and Newton; the line itself if no step helps. */
    private MetricLine improved(MetricLine line, double least) {
        MetricLine next = line(
                point -> {
                    double found = line.metres(values[point]);
                    return (2 * found - metres[point]) / (found * found);
                },
                point -> Math.pow(line.metres(values[point]), 4));
        double share = 1;
        for (int halving = 0; halving < HALVINGS; halving++) {
            MetricLine tried = line.towards(next, share);
            if (squares(tried) < least) {
                return tried;
            }
            share /= 2;
        }
        return line;
    }

    /** The line with the least weighted squares to the targets. */
    private MetricLine line(IntToDoubleFunction target, IntToDoubleFunction weight) {
        double sum = 0;
        double meanValue = 0;
        double meanTarget = 0;
        // Means move as Welford's do, so that a large shift costs no digits.
        double spread = 0;
        double common = 0;
        for (int i = 0; i < values.length; i++) {
            double w = weight.applyAsDouble(i);
            double dv = values[i] - meanValue;
            double dt = target.applyAsDouble(i) - meanTarget;
            sum += w;
            meanValue += dv * w / sum;
            meanTarget += dt * w / sum;
            spread += w * dv * (values[i] - meanValue);
            common += w * dt * (values[i] - meanValue);
        }
        if (!hasShift()) {
            double scale = (common + sum * meanValue * meanTarget) / (spread + sum * meanValue * meanValue);
            return new MetricLine(kind, scale, 0);
        }
        double scale = common / spread;
        return new MetricLine(kind, scale, meanTarget - scale * meanValue);
    }

    private double squares(MetricLine line) {
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double error = line.metres(values[i]) - metres[i];
            squares += error * error;
        }
        return squares;
    }

    /** The typical error in metres: the squares shared among the points that are to spare. */
    OptionalDouble residual(MetricLine line) {
        int spare = count() - unknowns();
        return spare > 0 ? OptionalDouble.of(Math.sqrt(squares(line) / spare)) : OptionalDouble.empty();
    }
}
