package io.depth4j.internal.kernel;

/** Resamples interleaved rows by {@link Windows}; offsets and strides count array elements. */
public sealed interface FloatRows permits ScalarFloatRows, VectorFloatRows {

    /** Rows of unsigned bytes to rows of floats between 0 and 255 or somewhat beyond. */
    void fromBytes(byte[] src, int srcOffset, int srcStride, int rows, float[] dst, int dstOffset, int dstStride);

    /** Rows of finite floats to rows of floats. */
    void fromFloats(float[] src, int srcOffset, int srcStride, int rows, float[] dst, int dstOffset, int dstStride);
}
