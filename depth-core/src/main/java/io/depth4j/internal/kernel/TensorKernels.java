package io.depth4j.internal.kernel;

import java.util.Arrays;
import java.util.Optional;

/**
 * From interleaved bytes to the planes of floats that a network reads, one row at a time: rows of bytes are mixed to one row
 * of floats, that is resampled, and its channels go to their planes.
 */
public sealed interface TensorKernels permits ScalarTensorKernels, VectorTensorKernels {

    /** Floats a pixel takes between resampling and its planes. */
    int PIXEL = 3;

    /** Where the first value of a row lies, and how many floats, not said, follow the last: vectors reach over both ends. */
    int LEAD = 16;

    /**
     * One row of floats out of several rows of unsigned bytes: the sum over {@code k < taps} of {@code weights[at + k]} times
     * the {@code length} bytes from {@code offsets[k]} on, written from {@link #LEAD} on.
     */
    void mix(byte[] src, int[] offsets, int taps, float[] weights, int at, int length, float[] row);

    /**
     * Resamples a row of pixels, read from {@link #LEAD} on, and writes its channels to three planes that are {@code stride}
     * floats apart; the first begins at {@code dst[offset]}.
     *
     * @param scratch {@link #PIXEL} floats for every pixel made, and {@link #LEAD} more
     */
    void project(
            float[] row, PixelWindows windows, PlaneScale scale, float[] dst, int offset, int stride, float[] scratch);

    /** A short run of both implementations over the same input: what differs first, if anything does. */
    static Optional<String> disagreement(TensorKernels reference, TensorKernels candidate) {
        float[] expected = sample(reference);
        float[] found = sample(candidate);
        int at = Arrays.mismatch(expected, found);
        return at < 0
                ? Optional.empty()
                : Optional.of("tensor value " + at + ": " + expected[at] + " against " + found[at]);
    }

    private static float[] sample(TensorKernels kernels) {
        int length = 3 * 41;
        byte[] src = new byte[3 * length];
        for (int i = 0; i < src.length; i++) {
            src[i] = (byte) (i * 37 ^ i >> 2);
        }
        float[] row = new float[length + 2 * LEAD];
        kernels.mix(src, new int[] {0, 2 * length, length}, 3, new float[] {9, 0.3f, 0.5f, 0.2f}, 1, length, row);
        float[] planes = new float[3 * 23];
        float[] factors = {0.01f, 0.02f, 0.03f};
        PlaneScale scale = new PlaneScale(new int[] {2, 1, 0}, factors, new float[] {-1.3f, 0, 2});
        PixelWindows windows = new PixelWindows(OpenCvWindows.area(41, 23), 3);
        kernels.project(row, windows, scale, planes, 0, 23, new float[PIXEL * 23 + LEAD]);
        return planes;
    }
}
