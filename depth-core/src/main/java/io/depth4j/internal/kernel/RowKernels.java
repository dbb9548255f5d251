package io.depth4j.internal.kernel;

import java.util.Arrays;
import java.util.Optional;

/** Resampling within rows of bytes and floats. */
public sealed interface RowKernels permits ScalarRowKernels, VectorRowKernels {

    /** Fixed-point resampling of rows of bytes with {@code channels} bytes a pixel, prepared once and shared by threads. */
    FixedRows fixed(FixedWindows windows, int channels);

    /** Resampling of rows of bytes with {@code channels} bytes a pixel to floats, prepared once and shared by threads. */
    FloatRows floats(Windows windows, int channels);

    /** Resampling of rows of floats, prepared once and shared by threads. */
    PlaneRows planes(Windows windows);

    /** A short run of both implementations over the same input: what differs first, if anything does. */
    static Optional<String> disagreement(RowKernels reference, RowKernels candidate) {
        byte[] src = new byte[2 * 300];
        for (int i = 0; i < src.length; i++) {
            src[i] = (byte) (i * 37 ^ i >> 2);
        }
        FixedWindows fixed = PillowWindows.BICUBIC.fixed(100, 61);
        byte[] expectedBytes = new byte[2 * 183];
        byte[] foundBytes = new byte[2 * 183];
        reference.fixed(fixed, 3).toBytes(src, 0, 300, 2, expectedBytes, 0, 183);
        candidate.fixed(fixed, 3).toBytes(src, 0, 300, 2, foundBytes, 0, 183);
        if (!Arrays.equals(expectedBytes, foundBytes)) {
            return Optional.of("rows of bytes in fixed point at " + Arrays.mismatch(expectedBytes, foundBytes));
        }
        Windows floats = OpenCvWindows.area(100, 61);
        float[] expected = new float[2 * 183];
        float[] found = new float[2 * 183];
        reference.floats(floats, 3).fromBytes(src, 0, 300, 2, expected, 0, 183);
        candidate.floats(floats, 3).fromBytes(src, 0, 300, 2, found, 0, 183);
        if (!Arrays.equals(expected, found)) {
            return Optional.of("rows of bytes in floats at " + Arrays.mismatch(expected, found));
        }
        Windows planes = PillowWindows.LANCZOS3.floats(183, 99);
        float[] expectedPlane = new float[2 * 99];
        float[] foundPlane = new float[2 * 99];
        reference.planes(planes).resample(expected, 0, 183, 2, expectedPlane, 0, 99);
        candidate.planes(planes).resample(expected, 0, 183, 2, foundPlane, 0, 99);
        return Arrays.equals(expectedPlane, foundPlane)
                ? Optional.empty()
                : Optional.of("rows of floats at " + Arrays.mismatch(expectedPlane, foundPlane));
    }
}
