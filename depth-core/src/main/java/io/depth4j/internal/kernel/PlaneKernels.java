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
