package io.depth4j.internal.kernel;

import java.util.Arrays;

final class ScalarTensorKernels implements TensorKernels {

    @Override
    public void mix(byte[] src, int[] offsets, int taps, float[] weights, int at, int length, float[] row) {
        mix(src, offsets, taps, weights, at, 0, length, row);
    }

    /** Four, two or one row at a time: an inner loop over so few rows would cost more than the sums. */
    void mix(byte[] src, int[] offsets, int taps, float[] weights, int at, int begin, int end, float[] row) {
        Arrays.fill(row, LEAD + begin, LEAD + end, 0f);
        int k = 0;
        for (; k + 4 <= taps; k += 4) {
            addFour(src, offsets, k, weights, at + k, begin, end, row);
        }
        if (k + 2 <= taps) {
            addTwo(src, offsets[k], offsets[k + 1], weights[at + k], weights[at + k + 1], begin, end, row);
            k += 2;
        }
        if (k < taps) {
            addOne(src, offsets[k], weights[at + k], begin, end, row);
        }
    }

    private static void addFour(
            byte[] src, int[] offsets, int k, float[] weights, int at, int begin, int end, float[] row) {
        int p0 = offsets[k];
        int p1 = offsets[k + 1];
        int p2 = offsets[k + 2];
        int p3 = offsets[k + 3];
        float w0 = weights[at];
        float w1 = weights[at + 1];
        float w2 = weights[at + 2];
        float w3 = weights[at + 3];
        for (int i = begin; i < end; i++) {
            row[LEAD + i] = row[LEAD + i]
                    + (src[p0 + i] & 0xff) * w0
                    + (src[p1 + i] & 0xff) * w1
                    + (src[p2 + i] & 0xff) * w2
                    + (src[p3 + i] & 0xff) * w3;
        }
    }

    private static void addTwo(byte[] src, int p0, int p1, float w0, float w1, int begin, int end, float[] row) {
        for (int i = begin; i < end; i++) {
            row[LEAD + i] = row[LEAD + i] + (src[p0 + i] & 0xff) * w0 + (src[p1 + i] & 0xff) * w1;
        }
    }

    private static void addOne(byte[] src, int p, float weight, int begin, int end, float[] row) {
        for (int i = begin; i < end; i++) {
            row[LEAD + i] += (src[p + i] & 0xff) * weight;
        }
    }

    @Override
    public void project(
            float[] row, PixelWindows windows, PlaneScale scale, float[] dst, int offset, int stride, float[] scratch) {
        if (windows.channels == 1) {
            projectGray(row, windows.windows, scale, dst, offset, stride);
        } else if (windows.windows.taps == 2) {
            projectTwo(row, windows, scale, dst, offset, stride);
        } else {
            project(row, windows, scale, 0, dst, offset, stride);
        }
    }

    private static void projectGray(
            float[] row, Windows windows, PlaneScale scale, float[] dst, int offset, int stride) {
        for (int o = 0; o < windows.outputs; o++) {
            float sum = sum(row, LEAD + windows.first[o], 1, windows.weights, o * windows.taps, windows.taps);
            for (int plane = 0; plane < PlaneScale.PLANES; plane++) {
                dst[offset + plane * stride + o] = sum * scale.factor[plane] + scale.bias[plane];
            }
        }
    }

    /** Without an inner loop: what most networks ask for. */
    private static void projectTwo(
            float[] row, PixelWindows windows, PlaneScale scale, float[] dst, int offset, int stride) {
        int[] first = windows.windows.first;
        float[] weights = windows.windows.weights;
        int channels = windows.channels;
        int a = scale.planeOf(0);
        int b = scale.planeOf(1);
        int c = scale.planeOf(2);
        float factorA = scale.factor[a];
        float factorB = scale.factor[b];
        float factorC = scale.factor[c];
        float biasA = scale.bias[a];
        float biasB = scale.bias[b];
        float biasC = scale.bias[c];
        int toA = offset + a * stride;
        int toB = offset + b * stride;
        int toC = offset + c * stride;
        for (int o = 0; o < windows.windows.outputs; o++) {
            int p = LEAD + first[o] * channels;
            int q = p + channels;
            float low = weights[2 * o];
            float high = weights[2 * o + 1];
            dst[toA + o] = (row[p] * low + row[q] * high) * factorA + biasA;
            dst[toB + o] = (row[p + 1] * low + row[q + 1] * high) * factorB + biasB;
            dst[toC + o] = (row[p + 2] * low + row[q + 2] * high) * factorC + biasC;
        }
    }

    /** The pixels from one on, added up as {@link PixelWindows} says. */
    void project(
            float[] row, PixelWindows pixelWindows, PlaneScale scale, int begin, float[] dst, int offset, int stride) {
        Windows windows = pixelWindows.windows;
        int channels = pixelWindows.channels;
        for (int c = 0; c < PlaneScale.PLANES; c++) {
            int plane = scale.planeOf(c);
            float factor = scale.factor[plane];
            float bias = scale.bias[plane];
            int to = offset + plane * stride;
            for (int o = begin; o < windows.outputs; o++) {
                int p = LEAD + windows.first[o] * channels + c;
                dst[to + o] = sum(row, p, channels, windows.weights, o * windows.taps, windows.taps) * factor + bias;
            }
        }
    }

    private static float sum(float[] row, int p, int channels, float[] weights, int w, int taps) {
        if (taps <= PixelWindows.FOLDED) {
            return folded(row, p, channels, weights, w, taps);
        }
        float sum = 0;
        for (int k = 0; k < taps; k++, p += channels) {
            sum += row[p] * weights[w + k];
        }
        return sum;
    }

    private static float folded(float[] row, int p, int channels, float[] weights, int w, int taps) {
        float even = row[p] * weights[w];
        if (taps == 1) {
            return even;
        }
        float odd = row[p + channels] * weights[w + 1];
        if (taps > 2) {
            even += row[p + 2 * channels] * weights[w + 2];
        }
        if (taps > 3) {
            odd += row[p + 3 * channels] * weights[w + 3];
        }
        return even + odd;
    }
}
