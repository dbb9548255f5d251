package io.depth4j.internal.align;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The line {@code scale · v + shift} that brings one map to another of the same scene, whatever moved in between.
 *
 * <p>Lines through a few pixels are tried first, and the one that most pixels agree with wins; then least squares over the
 * pixels within three deviations, again and again. Slopes are those of the reduced major axis: plain least squares would make
 * every frame a little flatter than the one before, and a clip would fade.
 *
 * @param agreement the share of the pixels that end up within the tolerance, 0 to 1
 */
public record LineFit(double scale, double shift, double agreement) {

    /** What may be fitted. */
    public enum Freedom {
        SCALE,
        SCALE_AND_SHIFT
    }

    private static final int MOST_SAMPLES = 8191;
    private static final int FEWEST_SAMPLES = 8;
    private static final int TRIALS = 200;
    private static final int TRIAL_SAMPLES = 512;
    private static final int ROUNDS = 12;

    /**
     * Fits, or tells that the maps have too few pixels in common. The same maps give the same line.
     *
     * @param tolerance how far apart pixels may be that agree, as a share of what {@code to} spans
     */
    public static Optional<LineFit> of(float[] from, float[] to, Freedom freedom, double tolerance) {
        Samples samples = Samples.of(from, to);
        if (samples.count < FEWEST_SAMPLES) {
            return Optional.empty();
        }
        double limit = tolerance * Math.sqrt(span(samples.from, samples.count) * span(samples.to, samples.count));
        if (!(limit > 0)) {
            return Optional.of(samples.judged(samples.shifted(freedom), 0));
        }
        LineFit best = samples.bestTrial(freedom, limit);
        return Optional.of(samples.judged(samples.refined(best, freedom, limit), limit));
    }

    /** The same whichever map is brought to the other; a flat line would win if errors counted in one of the two alone. */
    private double error(double from, double to) {
        return Math.abs(scale * from + shift - to) / Math.sqrt(scale);
    }

    /** What most of the values span. */
    private static double span(double[] values, int count) {
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted[(int) (0.98 * (count - 1))] - sorted[(int) (0.02 * (count - 1))];
    }

    /** Pixels that both maps have, spread evenly. */
    private static final class Samples {

        final double[] from;
        final double[] to;
        final int count;

        private Samples(double[] from, double[] to, int count) {
            this.from = from;
            this.to = to;
            this.count = count;
        }

        static Samples of(float[] from, float[] to) {
            int most = Math.min(MOST_SAMPLES, from.length);
            double[] x = new double[most];
            double[] y = new double[most];
            int count = 0;
            for (int i = 0; i < most; i++) {
                int pixel = (int) ((long) i * from.length / most);
                if (Float.isFinite(from[pixel]) && Float.isFinite(to[pixel])) {
                    x[count] = from[pixel];
                    y[count] = to[pixel];
                    count++;
                }
            }
            return new Samples(x, y, count);
        }

        /** Where nothing tells the scale, as in front of a wall: as large as before, moved if that is allowed. */
        LineFit shifted(Freedom freedom) {
            if (freedom == Freedom.SCALE) {
                double ratio = median(to) / median(from);
                return new LineFit(ratio > 0 && ratio < Double.POSITIVE_INFINITY ? ratio : 1, 0, 0);
            }
            return new LineFit(1, median(to) - median(from), 0);
        }

        private double median(double[] values) {
            double[] sorted = Arrays.copyOf(values, count);
            Arrays.sort(sorted);
            return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
        }

        /** The line, among those through one or two pixels, that leaves the least error, no pixel counting above the limit. */
        LineFit bestTrial(Freedom freedom, double limit) {
            SplittableRandom random = new SplittableRandom(count);
            LineFit best = shifted(freedom);
            double least = cost(best, limit);
            for (int trial = 0; trial < TRIALS; trial++) {
                LineFit line = through(random.nextInt(count), random.nextInt(count), freedom);
                double cost = line.scale > 0 && line.scale < Double.POSITIVE_INFINITY
                        ? cost(line, limit)
                        : Double.POSITIVE_INFINITY;
                if (cost < least) {
                    least = cost;
                    best = line;
                }
            }
            return best;
        }

        private LineFit through(int i, int j, Freedom freedom) {
            if (freedom == Freedom.SCALE) {
                return new LineFit(to[i] / from[i], 0, 0);
            }
            double scale = (to[j] - to[i]) / (from[j] - from[i]);
            return new LineFit(scale, to[i] - scale * from[i], 0);
        }

        private double cost(LineFit line, double limit) {
            double cost = 0;
            int step = Math.max(1, count / TRIAL_SAMPLES);
            for (int i = 0; i < count; i += step) {
                cost += Math.min(limit, line.error(from[i], to[i]));
            }
            return cost;
        }

        LineFit refined(LineFit first, Freedom freedom, double limit) {
            LineFit line = first;
            double within = limit;
            for (int round = 0; round < ROUNDS; round++) {
                Sums sums = new Sums();
                for (int i = 0; i < count; i++) {
                    double error = line.error(from[i], to[i]);
                    if (error <= within) {
                        sums.add(from[i], to[i], error);
                    }
                }
                LineFit next = sums.line(freedom);
                if (!(next.scale > 0 && next.scale < Double.POSITIVE_INFINITY)) {
                    return line;
                }
                line = next;
                within = Math.min(limit, Math.max(3 * sums.deviation(), 1e-5 * limit));
            }
            return line;
        }

        LineFit judged(LineFit line, double limit) {
            int agreeing = 0;
            for (int i = 0; i < count; i++) {
                if (line.error(from[i], to[i]) <= limit) {
                    agreeing++;
                }
            }
            return new LineFit(line.scale, line.shift, (double) agreeing / count);
        }
    }

    /** Means and products of deviations, updated as Welford does, so that a large shift costs no digits. */
    private static final class Sums {

        private int count;
        private double meanFrom;
        private double meanTo;
        private double fromFrom;
        private double toTo;
        private double errors;

        void add(double from, double to, double error) {
            count++;
            double x = from - meanFrom;
            double y = to - meanTo;
            meanFrom += x / count;
            meanTo += y / count;
            fromFrom += x * (from - meanFrom);
            toTo += y * (to - meanTo);
            errors += error * error;
        }

        LineFit line(Freedom freedom) {
            if (freedom == Freedom.SCALE) {
                double scale = Math.sqrt((toTo + count * meanTo * meanTo) / (fromFrom + count * meanFrom * meanFrom));
                return new LineFit(scale, 0, 0);
            }
            double scale = Math.sqrt(toTo / fromFrom);
            return new LineFit(scale, meanTo - scale * meanFrom, 0);
        }

        double deviation() {
            return Math.sqrt(errors / count);
        }
    }
}
