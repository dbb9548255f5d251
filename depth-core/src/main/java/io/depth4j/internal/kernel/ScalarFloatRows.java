package io.depth4j.internal.kernel;

final class ScalarFloatRows implements FloatRows {

    private final Windows windows;
    private final int channels;

    ScalarFloatRows(Windows windows, int channels) {
        this.windows = windows;
        this.channels = channels;
    }

    @Override
    public void fromBytes(
            byte[] src, int srcOffset, int srcStride, int rows, float[] dst, int dstOffset, int dstStride) {
        fromBytes(0, src, srcOffset, srcStride, rows, dst, dstOffset, dstStride);
    }

    /** The outputs of each row from the value at index {@code start} on. */
    void fromBytes(
            int start, byte[] src, int srcOffset, int srcStride, int rows, float[] dst, int dstOffset, int dstStride) {
        int taps = windows.taps;
        float[] weights = windows.weights;
        for (int row = 0; row < rows; row++) {
            int from = srcOffset + row * srcStride;
            int to = dstOffset + row * dstStride + start;
            int c = start % channels;
            for (int o = start / channels; o < windows.outputs; o++) {
                for (; c < channels; c++) {
                    int p = from + windows.first[o] * channels + c;
                    float sum = 0;
                    for (int k = 0; k < taps; k++) {
                        sum += (src[p] & 0xff) * weights[o * taps + k];
                        p += channels;
                    }
                    dst[to++] = sum;
                }
                c = 0;
            }
        }
    }
}
