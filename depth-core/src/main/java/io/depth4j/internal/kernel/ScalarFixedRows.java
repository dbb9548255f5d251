package io.depth4j.internal.kernel;

final class ScalarFixedRows implements FixedRows {

    private final FixedWindows windows;
    private final int channels;

    ScalarFixedRows(FixedWindows windows, int channels) {
        this.windows = windows;
        this.channels = channels;
    }

    @Override
    public void toBytes(byte[] src, int srcOffset, int srcStride, int rows, byte[] dst, int dstOffset, int dstStride) {
        toBytes(0, src, srcOffset, srcStride, rows, dst, dstOffset, dstStride);
    }

    /** The outputs of each row from the value at index {@code start} on. */
    void toBytes(
            int start, byte[] src, int srcOffset, int srcStride, int rows, byte[] dst, int dstOffset, int dstStride) {
        int shift = windows.shift;
        int half = 1 << shift >> 1;
        for (int row = 0; row < rows; row++) {
            int from = srcOffset + row * srcStride;
            int to = dstOffset + row * dstStride + start;
            int c = start % channels;
            for (int o = start / channels; o < windows.outputs; o++) {
                for (; c < channels; c++) {
                    int value = half + sum(src, from + c, o) >> shift;
                    dst[to++] = (byte) Math.max(0, Math.min(255, value));
                }
                c = 0;
            }
        }
    }

    @Override
    public void toInts(byte[] src, int srcOffset, int srcStride, int rows, int[] dst, int dstOffset, int dstStride) {
        toInts(0, src, srcOffset, srcStride, rows, dst, dstOffset, dstStride);
    }

    /** The outputs of each row from the value at index {@code start} on. */
    void toInts(
            int start, byte[] src, int srcOffset, int srcStride, int rows, int[] dst, int dstOffset, int dstStride) {
        for (int row = 0; row < rows; row++) {
            int from = srcOffset + row * srcStride;
            int to = dstOffset + row * dstStride + start;
            int c = start % channels;
            for (int o = start / channels; o < windows.outputs; o++) {
                for (; c < channels; c++) {
                    dst[to++] = sum(src, from + c, o);
                }
                c = 0;
            }
        }
    }

    private int sum(byte[] src, int from, int o) {
        int taps = windows.taps;
        int at = o * taps;
        int p = from + windows.first[o] * channels;
        int sum = 0;
        for (int k = 0; k < taps; k++) {
            sum += (src[p] & 0xff) * windows.weights[at + k];
            p += channels;
        }
        return sum;
    }
}
