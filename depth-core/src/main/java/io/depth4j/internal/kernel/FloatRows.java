package io.depth4j.internal.kernel;

/** Resamples rows of interleaved bytes to floats by {@link Windows}; offsets and strides count array elements. */
public sealed interface FloatRows permits ScalarFloatRows, VectorFloatRows {

    /** The bytes are unsigned; lobed windows reach somewhat beyond 0..255. */
    void fromBytes(byte[] src, int srcOffset, int srcStride, int rows, float[] dst, int dstOffset, int dstStride);
}
