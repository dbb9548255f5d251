package io.depth4j.internal.kernel;

import java.util.Arrays;
import java.util.Optional;

/** Passes over whole planes: scans, and resampling across rows. */
public sealed interface PlaneKernels permits ScalarPlaneKernels, VectorPlaneKernels {

    /**
     * The smallest and the largest finite value of {@code src[offset, offset + length)}, into {@code dst[0]} and {@code dst[1]};
     * both {@code NaN} if there is none. Zeros are equal: which sign comes out is not said.
     */
    void minMax(float[] src, int offset, int length, float[] dst);

    /** Whether {@code src[offset, offset + length)} holds neither {@code NaN} nor an infinity. */
    boolean allFinite(float[] src, int offset, int length);

    /**
     * One row out of several rows of bytes in fixed point: the sum over {@code k < taps} of {@code weights[at + k]} times the
     * row at {@code offsets[k]}, rounded (half up) by {@code shift} bits and cut to 0..255.
     */
    void mixFixed(
            byte[] rows,
            int[] offsets,
            int taps,
            int[] weights,
            int at,
            int shift,
            int length,
            byte[] dst,
            int dstOffset);

    /**
     * One row of bytes between two rows of sums, all weights with 11 bits of fraction, rounded the way of OpenCV's
     * {@code INTER_LINEAR}: each product loses its low bits before the sum does.
     */
    void mixLinear(int[] rows, int low, int high, int lowWeight, int highWeight, int length, byte[] dst, int dstOffset);

    /**
     * One row of bytes out of several rows of floats: the weighted sum times {@code scale}, rounded (half to even) and cut to
     * 0..255.
     */
    void mixToBytes(
            float[] rows,
            int[] offsets,
            int taps,
            float[] weights,
            int at,
            float scale,
            int length,
            byte[] dst,
            int dstOffset);

    /** One row of floats out of several rows of floats. */
    void mix(float[] rows, int[] offsets, int taps, float[] weights, int at, int length, float[] dst, int dstOffset);

    /** A short run of both implementations over the same input: what differs first, if anything does. */
    static Optional<String> disagreement(PlaneKernels reference, PlaneKernels candidate) {
        float[] src = new float[131];
        for (int i = 0; i < src.length; i++) {
            src[i] = i % 7 == 0 ? Float.NaN : (i * 37 % 101) - 50f;
        }
        src[65] = Float.POSITIVE_INFINITY;
        float[] expected = new float[2];
        float[] found = new float[2];
        reference.minMax(src, 1, src.length - 1, expected);
        candidate.minMax(src, 1, src.length - 1, found);
        return Arrays.equals(expected, found)
                ? Optional.empty()
                : Optional.of("minMax " + Arrays.toString(expected) + " against " + Arrays.toString(found));
    }
}
