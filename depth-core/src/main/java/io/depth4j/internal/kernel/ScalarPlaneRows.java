package io.depth4j.internal.kernel;

final class ScalarPlaneRows implements PlaneRows {

    private final Windows windows;

    ScalarPlaneRows(Windows windows) {
        this.windows = windows;
    }

    @Override
    public void resample(
            float[] src, int srcOffset, int srcStride, int rows, float[] dst, int dstOffset, int dstStride) {
        resample(0, src, srcOffset, srcStride, rows, dst, dstOffset, dstStride);
    }

    /** The outputs of each row from the one at index {@code start} on. */
    void resample(
            int start, float[] src, int srcOffset, int srcStride, int rows, float[] dst, int dstOffset, int dstStride) {
        int taps = windows.taps;
        int[] first = windows.first;
        float[] weights = windows.weights;
        for (int row = 0; row < rows; row++) {
            int from = srcOffset + row * srcStride;
            int to = dstOffset + row * dstStride;
            for (int o = start; o < first.length; o++) {
                int p = from + first[o];
                int w = o * taps;
                float sum = 0;
                for (int k = 0; k < taps; k++) {
                    sum += src[p + k] * weights[w + k];
                }
                dst[to + o] = sum;
            }
        }
    }
}
