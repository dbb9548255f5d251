package io.depth4j.eval;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The line of ROE. */
final class LeastRelativeError {

    private LeastRelativeError() {}

    /** The pixels that ROE looks at: all, if they are few enough. */
    static int[] sample(int count, int samples, long seed) {
        return count <= samples
                ? IntStream.range(0, count).toArray()
                : new SplittableRandom(seed).ints(samples, 0, count).toArray();
    }

    /**
     * The line with the least sum of relative errors over a sample, of a scale that is not negative. A line that leaves the least
     * passes through a pixel, so the best line through each is found, which is a weighted median of slopes, and the best of these
     * is kept, if it is better than one value for all.
     */
    static Line line(double[] x, double[] y, int[] sample) {
        Slopes slopes = new Slopes(sample.length);
        Line best = constant(y, sample, slopes);
        double least = error(x, y, best, sample);
        for (int anchor : sample) {
            slopes.clear();
            for (int other : sample) {
                slopes.add(x[other] - x[anchor], y[other] - y[anchor], 1 / y[other]);
            }
            double scale = slopes.median();
            Line line = new Line(scale, y[anchor] - scale * x[anchor]);
            double error = Fit.usable(line) ? error(x, y, line, sample) : Double.POSITIVE_INFINITY;
            if (error < least) {
                least = error;
                best = line;
            }
        }
        return best;
    }

    /** The best line of scale 0. */
    private static Line constant(double[] y, int[] sample, Slopes slopes) {
        for (int i : sample) {
            slopes.add(1, y[i], 1 / y[i]);
        }
        return new Line(0, slopes.median());
    }

    private static double error(double[] x, double[] y, Line line, int[] sample) {
        double error = 0;
        for (int i : sample) {
            error += Math.abs(line.at(x[i]) - y[i]) / y[i];
        }
        return error;
    }

    /** Slopes from one point to others, of which the weighted median leaves the least absolute error. */
    private static final class Slopes {

        private final double[][] slopes;
        private int count;

        Slopes(int most) {
            slopes = new double[most][2];
        }

        void clear() {
            count = 0;
        }

        void add(double dx, double dy, double weight) {
            if (dx != 0) {
                slopes[count][0] = dy / dx;
                slopes[count++][1] = Math.abs(dx) * weight;
            }
        }

        /** {@code NaN} if there are none. */
        double median() {
            Arrays.sort(slopes, 0, count, (a, b) -> Double.compare(a[0], b[0]));
            double half = 0;
            for (int i = 0; i < count; i++) {
                half += slopes[i][1] / 2;
            }
            double below = 0;
            for (int i = 0; i < count; i++) {
                below += slopes[i][1];
                if (below >= half) {
                    return slopes[i][0];
                }
            }
            return Double.NaN;
        }
    }
}
