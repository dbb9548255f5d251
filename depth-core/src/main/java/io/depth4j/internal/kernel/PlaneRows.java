package io.depth4j.internal.kernel;

/** Resamples rows of finite floats by {@link Windows}. */
public sealed interface PlaneRows permits ScalarPlaneRows, VectorPlaneRows {

    /** Offsets and strides count array elements. */
    void resample(float[] src, int srcOffset, int srcStride, int rows, float[] dst, int dstOffset, int dstStride);
}
