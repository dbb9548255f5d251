package io.depth4j.eval;

import java.util.Locale;

/**
 * How an estimate is brought to the units of what is known, before any error is measured. Results of different aligners are not
 * comparable: each removes another part of the error.
 *
 * <p>A scale that is not positive would turn near and far about, or is none at all. Where an aligner finds no other, one value
 * stands for every pixel: the mean of what is known or, with ROE, the value that leaves the least relative error.
 */
public sealed interface Aligner {

    /** What tells this aligner, with all its options, from every other. */
    String label();

    /** Not at all: the estimate is in metres. */
    static Aligner none() {
        return Direct.NONE;
    }

    /** One scale: the median of what is known over the median of the estimate. */
    static Aligner median() {
        return Direct.MEDIAN;
    }

    /** One scale, by least squares. */
    static Aligner scale() {
        return Direct.SCALE;
    }

    /** Scale and shift, by least squares. */
    static Aligner scaleAndShift() {
        return Direct.SCALE_AND_SHIFT;
    }

    /** Scale and shift that most pixels agree with. */
    static Ransac ransac() {
        return Ransac.DEFAULTS;
    }

    /**
     * Scale and shift with the least relative error, in which a pixel whose known depth is wrong counts no more than its distance.
     * An estimate that is grossly wrong may still tilt the line.
     */
    static Roe roe() {
        return Roe.DEFAULTS;
    }

    /** Aligners without options, and without chance. */
    enum Direct implements Aligner {
        /** See {@link Aligner#none()}. */
        NONE("no alignment"),
        /** See {@link Aligner#median()}. */
        MEDIAN("median scale"),
        /** See {@link Aligner#scale()}. */
        SCALE("least-squares scale"),
        /** See {@link Aligner#scaleAndShift()}. */
        SCALE_AND_SHIFT("least-squares scale and shift");

        private final String label;

        Direct(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /**
     * Tries lines of positive scale through two pixels each, keeps the one with most pixels within the tolerance, the first of
     * equals, and fits those pixels by least squares.
     *
     * @param tolerance how far a pixel that agrees may lie from the line, as a share of what is known of it
     * @param trials how many pairs of pixels are tried
     * @param seed of their choice: the same pixels and options give the same line
     */
    record Ransac(double tolerance, int trials, long seed) implements Aligner {

        private static final Ransac DEFAULTS = new Ransac(0.1, 200, 1);

        public Ransac {
            if (!(tolerance > 0 && tolerance < 1)) {
                throw new IllegalArgumentException("The tolerance lies between 0 and 1, found " + tolerance);
            }
            if (trials < 1) {
                throw new IllegalArgumentException("At least one trial is needed, found " + trials);
            }
        }

        public Ransac withTolerance(double newTolerance) {
            return new Ransac(newTolerance, trials, seed);
        }

        public Ransac withTrials(int newTrials) {
            return new Ransac(tolerance, newTrials, seed);
        }

        public Ransac withSeed(long newSeed) {
            return new Ransac(tolerance, trials, newSeed);
        }

        @Override
        public String label() {
            return String.format(
                    Locale.ROOT, "RANSAC scale and shift (within %s, %d trials, seed %d)", tolerance, trials, seed);
        }
    }

    /**
     * The robust aligner of MoGe's evaluation, for scale and shift: the least sum of absolute errors, each divided by what is known
     * of its pixel, exactly, over a sample of the pixels. MoGe samples a grid, this one at random.
     *
     * @param samples how many pixels are drawn, with repeats, where there are more; time grows with its square
     * @param seed of their choice: the same pixels and options give the same line
     */
    record Roe(int samples, long seed) implements Aligner {

        private static final Roe DEFAULTS = new Roe(1024, 1);

        public Roe {
            if (samples < 2) {
                throw new IllegalArgumentException("At least two samples are needed, found " + samples);
            }
        }

        public Roe withSamples(int newSamples) {
            return new Roe(newSamples, seed);
        }

        public Roe withSeed(long newSeed) {
            return new Roe(samples, newSeed);
        }

        @Override
        public String label() {
            return "ROE scale and shift (" + samples + " samples, seed " + seed + ")";
        }
    }
}
