package io.depth4j.internal.kernel;

import java.util.Arrays;
import java.util.Optional;

/**
 * Cubic B-spline interpolation, with the prefilter, of several lines at once: sample {@code i} of line {@code l} lies at
 * {@code i * lanes + l}.
 *
 * <p>All in double: a float recursion is off by enough to change bytes that are cut off, flat lines above all.
 */
public sealed interface SplineKernels permits ScalarSplineKernels, VectorSplineKernels {

    /** The pole of the prefilter. */
    double POLE = Math.sqrt(3) - 2;

    /** What every sample is multiplied by before the prefilter. */
    double GAIN = (1 - POLE) * (1 - 1 / POLE);

    /** Samples past this one weigh less than 2⁻¹⁵⁰ in the first coefficient, below anything that a float keeps. */
    int HORIZON = 80;

    /**
     * Widens samples, times {@link #GAIN}, and pads the lines: sample {@code i} of all lanes is read from
     * {@code src[offset + i * step]} on. May read, and ignore, the eight bytes that follow a sample's lanes.
     */
    void widen(byte[] src, int offset, int step, int length, int lanes, double[] lines);

    /** The same for floats. */
    void widen(float[] src, int offset, int step, int length, int lanes, double[] lines);

    /**
     * Turns padded lines, already multiplied by {@link #GAIN}, into spline coefficients in place. Beyond its ends a line is
     * mirrored, its last sample repeated.
     */
    void prefilter(double[] lines, int length, int lanes);

    /**
     * The outputs {@code [begin, end)} of the grid, from coefficients of lines whose first sample is the grid's input
     * {@code start}. Output {@code i} of line {@code l} goes to {@code dst[i * lanes + l]}.
     */
    void sample(double[] coefficients, int lanes, SplineGrid grid, int start, int begin, int end, double[] dst);

    /** Rounds samples to floats: sample {@code i} of all lanes goes to {@code dst[offset + i * step]} on. */
    void narrow(double[] samples, int length, int lanes, float[] dst, int offset, int step);

    /**
     * Cuts floats to bytes: below 0 and not a number to 0, above 255 to 255, fractions off. Sample {@code i} of all lanes goes to
     * {@code dst[offset + i * step]} on.
     */
    void cut(float[] samples, int length, int lanes, byte[] dst, int offset, int step);

    /** How much of the mirror image, which begins {@code length} samples on, reaches the first coefficient. */
    static double mirrored(int length) {
        return length > HORIZON ? 0 : StrictMath.pow(POLE, length);
    }

    /** Repeats the first and the last sample of all lanes on either side. */
    static void pad(double[] lines, int length, int lanes) {
        int first = SplineGrid.PAD * lanes;
        int last = first + (length - 1) * lanes;
        for (int k = 0; k < first; k += lanes) {
            System.arraycopy(lines, first, lines, k, lanes);
            System.arraycopy(lines, last, lines, last + lanes + k, lanes);
        }
    }

    /** A short run of both implementations over the same input: what differs first, if anything does. */
    static Optional<String> disagreement(SplineKernels reference, SplineKernels candidate) {
        int lanes = SplineLines.LANES;
        SplineGrid grid = new SplineGrid(9, 14);
        double[] expected = new double[grid.padded() * lanes];
        Arrays.setAll(expected, i -> i * 37 % 101 - 50);
        double[] found = expected.clone();
        double[] expectedSamples = new double[grid.to() * lanes];
        double[] foundSamples = new double[grid.to() * lanes];
        reference.prefilter(expected, grid.padded(), lanes);
        candidate.prefilter(found, grid.padded(), lanes);
        reference.sample(expected, lanes, grid, 0, 0, grid.to(), expectedSamples);
        candidate.sample(found, lanes, grid, 0, 0, grid.to(), foundSamples);
        int at = Arrays.mismatch(expectedSamples, foundSamples);
        return at < 0
                ? Optional.empty()
                : Optional.of("spline sample " + at + ": " + expectedSamples[at] + " against " + foundSamples[at]);
    }
}
