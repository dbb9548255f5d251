package io.depth4j.internal.kernel;

/** Resamples rows of interleaved bytes by {@link FixedWindows}; offsets and strides count array elements. */
public sealed interface FixedRows permits ScalarFixedRows, VectorFixedRows, VectorShortFixedRows {

    /** Sums, rounded (half up) and cut to 0..255. */
    void toBytes(byte[] src, int srcOffset, int srcStride, int rows, byte[] dst, int dstOffset, int dstStride);

    /** The sums as they are. */
    void toInts(byte[] src, int srcOffset, int srcStride, int rows, int[] dst, int dstOffset, int dstStride);
}
