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
        float[] expected = sample(reference);
        float[] found = sample(candidate);
        int at = Arrays.mismatch(expected, found);
        return at < 0
                ? Optional.empty()
                : Optional.of("plane value " + at + ": " + expected[at] + " against " + found[at]);
    }

    private static float[] sample(PlaneKernels kernels) {
        int length = 67;
        int[] offsets = {0, 2 * length, length};
        byte[] bytes = new byte[3 * length];
        int[] sums = new int[3 * length];
        float[] floats = new float[3 * length];
        for (int i = 0; i < floats.length; i++) {
            bytes[i] = (byte) (i * 37 ^ i >> 2);
            sums[i] = (i * 37 % 256) << 11;
            floats[i] = i * 37 % 101 - 20.5f;
        }
        float[] weights = {0.3f, 0.9f, -0.2f};
        float[] results = new float[5 * length + 3];
        kernels.mix(floats, offsets, 3, weights, 0, length, results, 0);
        byte[] mixed = new byte[length];
        kernels.mixToBytes(floats, offsets, 3, weights, 0, 2.5f, length, mixed, 0);
        append(mixed, results, length);
        kernels.mixFixed(bytes, offsets, 3, new int[] {1 << 20, 3 << 20, -(1 << 19)}, 0, 22, length, mixed, 0);
        append(mixed, results, 2 * length);
        kernels.mixLinear(sums, 0, length, 700, 1348, length, mixed, 0);
        append(mixed, results, 3 * length);
        floats[5] = Float.NaN;
        floats[65] = Float.POSITIVE_INFINITY;
        float[] ends = new float[2];
        kernels.minMax(floats, 1, length, ends);
        System.arraycopy(ends, 0, results, 4 * length, 2);
        results[5 * length] = kernels.allFinite(floats, 66, length) ? 1 : 0;
        return results;
    }

    private static void append(byte[] bytes, float[] dst, int offset) {
        for (int i = 0; i < bytes.length; i++) {
            dst[offset + i] = bytes[i];
        }
    }
}
