package io.depth4j.eval;

import java.util.Arrays;
import java.util.SplittableRandom;

/** The line that each aligner finds. */
final class Fit {

    private Fit() {}

    static Line of(Aligner aligner, double[] x, double[] y) {
        if (aligner instanceof Aligner.Ransac options) {
            return ransac(x, y, options.tolerance(), pairs(x.length, options.trials(), options.seed()));
        }
        if (aligner instanceof Aligner.Roe options) {
            return LeastRelativeError.line(
                    x, y, LeastRelativeError.sample(x.length, options.samples(), options.seed()));
        }
        return switch ((Aligner.Direct) aligner) {
            case NONE -> Line.IDENTITY;
            case MEDIAN -> scaled(median(y) / median(x), y);
            case SCALE -> scale(x, y);
            case SCALE_AND_SHIFT -> leastSquares(x, y);
        };
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static Line scale(double[] x, double[] y) {
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += x[i] * x[i];
            xy += x[i] * y[i];
        }
        return scaled(xy / xx, y);
    }

    /** A scale that is not positive would turn near and far about, or put everything in one place. */
    private static Line scaled(double scale, double[] y) {
        Line line = new Line(scale, 0);
        return usable(line) ? line : new Line(0, mean(y));
    }

    static Line leastSquares(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        double scale = xy / xx;
        return scale > 0 && scale < Double.POSITIVE_INFINITY
                ? new Line(scale, meanY - scale * meanX)
                : new Line(0, meanY);
    }

    /** The pixels that RANSAC tries, two a trial. */
    static int[] pairs(int count, int trials, long seed) {
        return new SplittableRandom(seed).ints(2L * trials, 0, count).toArray();
    }

    /** @param pairs the pixels to draw lines through, two a trial */
    static Line ransac(double[] x, double[] y, double tolerance, int[] pairs) {
        Line best = new Line(0, 0);
        int most = 0;
        for (int trial = 0; trial < pairs.length; trial += 2) {
            Line line = through(x, y, pairs[trial], pairs[trial + 1]);
            int agreeing = usable(line) ? agreeing(x, y, line, tolerance) : 0;
            if (agreeing > most) {
                most = agreeing;
                best = line;
            }
        }
        if (most == 0) {
            return leastSquares(x, y);
        }
        double[] keptX = new double[x.length];
        double[] keptY = new double[x.length];
        int kept = 0;
        for (int i = 0; i < x.length; i++) {
            if (agrees(x[i], y[i], best, tolerance)) {
                keptX[kept] = x[i];
                keptY[kept++] = y[i];
            }
        }
        return leastSquares(Arrays.copyOf(keptX, kept), Arrays.copyOf(keptY, kept));
    }

    private static Line through(double[] x, double[] y, int i, int j) {
        double scale = (y[j] - y[i]) / (x[j] - x[i]);
        return new Line(scale, y[i] - scale * x[i]);
    }

    static boolean usable(Line line) {
        return line.scale() > 0 && line.scale() < Double.POSITIVE_INFINITY;
    }

    private static int agreeing(double[] x, double[] y, Line line, double tolerance) {
        int agreeing = 0;
        for (int i = 0; i < x.length; i++) {
            agreeing += agrees(x[i], y[i], line, tolerance) ? 1 : 0;
        }
        return agreeing;
    }

    private static boolean agrees(double x, double y, Line line, double tolerance) {
        return Math.abs(line.at(x) - y) <= tolerance * y;
    }
}
