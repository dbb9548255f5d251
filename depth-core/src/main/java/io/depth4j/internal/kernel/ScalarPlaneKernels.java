package io.depth4j.internal.kernel;

final class ScalarPlaneKernels implements PlaneKernels {

    @Override
    public void minMax(float[] src, int offset, int length, float[] dst) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int i = offset; i < offset + length; i++) {
            float value = src[i];
            if (Math.abs(value) <= Float.MAX_VALUE) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        dst[0] = low <= high ? low : Float.NaN;
        dst[1] = low <= high ? high : Float.NaN;
    }
}
