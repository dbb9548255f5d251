package io.depth4j.internal.kernel;

import java.util.Arrays;

final class ScalarNetKernels implements NetKernels {

    @Override
    public void pointwise(
            Pointwise layer,
            float[] src,
            int srcAt,
            float[] addend,
            int addendAt,
            float[] dst,
            int dstAt,
            int from,
            int to) {
        int outStride = NetKernels.padded(layer.out);
        ScalarPointwise.run(layer, src, srcAt, addend, addendAt, dst, dstAt, from, to);
        int first = dstAt + from * outStride;
        activate(layer.activation, dst, first, dst, first, (to - from) * outStride);
    }

    @Override
    public void depthwise(
            Depthwise layer, float[] src, int srcAt, int height, int width, float[] dst, int dstAt, int from, int to) {
        NetWindow window = layer.window;
        int stride = NetKernels.padded(layer.channels);
        int outWidth = window.outWidth(width);
        for (int y = from; y < to; y++) {
            int row = dstAt + y * outWidth * stride;
            int firstRow = window.firstTapRow(y);
            int rows = window.endTapRow(y, height) - firstRow;
            int srcRow = srcAt + (y * window.stride() + firstRow - window.top()) * width * stride;
            for (int x = 0; x < outWidth; x++) {
                int column = window.firstTapColumn(x);
                int columns = window.endTapColumn(x, width) - column;
                int p = srcRow + (x * window.stride() + column - window.left()) * stride;
                int w = (firstRow * window.width() + column) * stride;
                for (int c = 0; c < layer.channels; c += 4) {
                    fourChannels(layer, c, src, p + c, width * stride, rows, columns, w + c, dst, row + x * stride + c);
                }
            }
            activate(layer.activation, dst, row, dst, row, outWidth * stride);
        }
    }

    /** Four channels of a pixel: their sums stay in registers. */
    private static void fourChannels(
            Depthwise layer,
            int c,
            float[] src,
            int srcAt,
            int srcStep,
            int rows,
            int columns,
            int weightsAt,
            float[] dst,
            int dstAt) {
        float[] weights = layer.weights;
        int stride = NetKernels.padded(layer.channels);
        float sum0 = layer.bias[c];
        float sum1 = layer.bias[c + 1];
        float sum2 = layer.bias[c + 2];
        float sum3 = layer.bias[c + 3];
        for (int ky = 0; ky < rows; ky++) {
            int p = srcAt + ky * srcStep;
            int w = weightsAt + ky * layer.window.width() * stride;
            for (int kx = 0; kx < columns; kx++, p += stride, w += stride) {
                sum0 = Fma.add(src[p], weights[w], sum0);
                sum1 = Fma.add(src[p + 1], weights[w + 1], sum1);
                sum2 = Fma.add(src[p + 2], weights[w + 2], sum2);
                sum3 = Fma.add(src[p + 3], weights[w + 3], sum3);
            }
        }
        dst[dstAt] = sum0;
        dst[dstAt + 1] = sum1;
        dst[dstAt + 2] = sum2;
        dst[dstAt + 3] = sum3;
    }

    @Override
    public void direct(
            Direct layer, float[] src, int srcAt, int height, int width, float[] dst, int dstAt, int from, int to) {
        NetWindow window = layer.window;
        int inStride = NetKernels.padded(layer.in);
        int outStride = NetKernels.padded(layer.out);
        int outWidth = window.outWidth(width);
        int block = window.taps() * layer.in * BLOCK;
        for (int y = from; y < to; y++) {
            int row = dstAt + y * outWidth * outStride;
            int firstRow = window.firstTapRow(y);
            int endRow = window.endTapRow(y, height);
            if (layer.single.length > 0) {
                single(layer, src, srcAt, width, y, firstRow, endRow, dst, row);
                activate(layer.activation, dst, row, dst, row, outWidth * outStride);
                continue;
            }
            for (int x = 0; x < outWidth; x++) {
                int firstColumn = window.firstTapColumn(x);
                int run = (window.endTapColumn(x, width) - firstColumn);
                int pixel = row + x * outStride;
                System.arraycopy(layer.bias, 0, dst, pixel, outStride);
                for (int ky = firstRow; ky < endRow; ky++) {
                    int p = (y * window.stride() + ky - window.top()) * width
                            + x * window.stride()
                            + firstColumn
                            - window.left();
                    int w = (ky * window.width() + firstColumn) * layer.in * BLOCK;
                    for (int o = 0; o < outStride; o += BLOCK) {
                        ScalarPointwise.addRun(
                                src,
                                srcAt + p * inStride,
                                inStride,
                                run,
                                layer.in,
                                layer.weights,
                                w + o / BLOCK * block,
                                dst,
                                pixel + o,
                                Math.min(BLOCK, layer.out - o));
                    }
                }
            }
            activate(layer.activation, dst, row, dst, row, outWidth * outStride);
        }
    }

    /** One row of the only output channel: a sum for each input channel of a block, four at a time, then the sum of these. */
    private static void single(
            Direct layer, float[] src, int srcAt, int width, int y, int firstRow, int endRow, float[] dst, int row) {
        NetWindow window = layer.window;
        int in = NetKernels.padded(layer.in);
        for (int x = 0; x < window.outWidth(width); x++) {
            int at = row + x * NetKernels.padded(layer.out);
            int firstColumn = window.firstTapColumn(x);
            int columns = window.endTapColumn(x, width) - firstColumn;
            for (int part = 0; part < BLOCK; part += 4) {
                float sum0 = 0;
                float sum1 = 0;
                float sum2 = 0;
                float sum3 = 0;
                for (int ky = firstRow; ky < endRow; ky++) {
                    int line = (y * window.stride() + ky - window.top()) * width;
                    int p = srcAt + (line + x * window.stride() + firstColumn - window.left()) * in + part;
                    int w = (ky * window.width() + firstColumn) * in + part;
                    for (int end = w + columns * in; w < end; p += in) {
                        for (int channel = 0; channel < in; channel += BLOCK, w += BLOCK) {
                            int i = p + Math.min(channel, layer.in - BLOCK);
                            sum0 = Fma.add(src[i], layer.single[w], sum0);
                            sum1 = Fma.add(src[i + 1], layer.single[w + 1], sum1);
                            sum2 = Fma.add(src[i + 2], layer.single[w + 2], sum2);
                            sum3 = Fma.add(src[i + 3], layer.single[w + 3], sum3);
                        }
                    }
                }
                dst[at + part] = sum0;
                dst[at + part + 1] = sum1;
                dst[at + part + 2] = sum2;
                dst[at + part + 3] = sum3;
            }
            layer.total(dst, at);
        }
    }

    @Override
    public void activate(NetActivation activation, float[] src, int srcAt, float[] dst, int dstAt, int length) {
        float a = activation.a();
        float b = activation.b();
        switch (activation.kind()) {
            case NONE -> {
                if (src != dst) {
                    System.arraycopy(src, srcAt, dst, dstAt, length);
                }
            }
            case CLIP -> clip(a, b, src, srcAt, dst, dstAt, length);
            case HARD_SIGMOID -> hardSigmoid(a, b, src, srcAt, dst, dstAt, length);
            case HARD_SWISH -> hardSwish(a, b, src, srcAt, dst, dstAt, length);
            case SIGMOID -> sigmoid(src, srcAt, dst, dstAt, length);
        }
    }

    private static void clip(float low, float high, float[] src, int srcAt, float[] dst, int dstAt, int length) {
        for (int i = 0; i < length; i++) {
            dst[dstAt + i] = Math.min(high, Math.max(low, src[srcAt + i]));
        }
    }

    private static void hardSigmoid(float a, float b, float[] src, int srcAt, float[] dst, int dstAt, int length) {
        for (int i = 0; i < length; i++) {
            dst[dstAt + i] = Math.min(1, Math.max(0, src[srcAt + i] * a + b));
        }
    }

    private static void hardSwish(float a, float b, float[] src, int srcAt, float[] dst, int dstAt, int length) {
        for (int i = 0; i < length; i++) {
            float x = src[srcAt + i];
            dst[dstAt + i] = x * Math.min(1, Math.max(0, x * a + b));
        }
    }

    private static void sigmoid(float[] src, int srcAt, float[] dst, int dstAt, int length) {
        for (int i = 0; i < length; i++) {
            dst[dstAt + i] = Sigmoid.of(src[srcAt + i]);
        }
    }

    @Override
    public void combine(
            NetArithmetic arithmetic, float[] a, int aAt, float[] b, int bAt, float[] dst, int dstAt, int length) {
        ScalarCombine.values(arithmetic, a, aAt, b, bAt, dst, dstAt, length);
    }

    @Override
    public void combineChannels(
            NetArithmetic arithmetic,
            float[] a,
            int aAt,
            float[] b,
            int bAt,
            int channels,
            float[] dst,
            int dstAt,
            int from,
            int to) {
        int stride = NetKernels.padded(channels);
        for (int pixel = from; pixel < to; pixel++) {
            ScalarCombine.values(arithmetic, a, aAt + pixel * stride, b, bAt, dst, dstAt + pixel * stride, stride);
        }
    }

    @Override
    public void combineScalar(
            NetArithmetic arithmetic, float[] a, int aAt, float b, float[] dst, int dstAt, int length) {
        ScalarCombine.scalar(arithmetic, a, aAt, b, dst, dstAt, length);
    }

    /** In double: a sum of very many floats would lose what the last of them bring. */
    @Override
    public void globalAverage(float[] src, int srcAt, int pixels, int channels, float[] dst, int dstAt) {
        int stride = NetKernels.padded(channels);
        for (int c = 0; c < stride; c += 4) {
            double sum0 = 0;
            double sum1 = 0;
            double sum2 = 0;
            double sum3 = 0;
            for (int pixel = 0, p = srcAt + c; pixel < pixels; pixel++, p += stride) {
                sum0 += src[p];
                sum1 += src[p + 1];
                sum2 += src[p + 2];
                sum3 += src[p + 3];
            }
            dst[dstAt + c] = (float) (sum0 / pixels);
            dst[dstAt + c + 1] = (float) (sum1 / pixels);
            dst[dstAt + c + 2] = (float) (sum2 / pixels);
            dst[dstAt + c + 3] = (float) (sum3 / pixels);
        }
    }

    @Override
    public void resizeNearest(
            ResizeAxis rows,
            ResizeAxis columns,
            float[] src,
            int srcAt,
            int width,
            int channels,
            float[] dst,
            int dstAt,
            int from,
            int to) {
        int stride = NetKernels.padded(channels);
        int length = columns.outputs() * stride;
        for (int y = from; y < to; y++) {
            int row = dstAt + y * length;
            if (y > from && rows.low[y] == rows.low[y - 1]) {
                System.arraycopy(dst, row - length, dst, row, length);
                continue;
            }
            int srcRow = srcAt + rows.low[y] * width * stride;
            for (int x = 0; x < columns.outputs(); x++) {
                System.arraycopy(src, srcRow + columns.low[x] * stride, dst, row + x * stride, stride);
            }
        }
    }

    @Override
    public void resizeLinear(
            ResizeAxis rows,
            ResizeAxis columns,
            float[] src,
            int srcAt,
            int width,
            int channels,
            float[] dst,
            int dstAt,
            int from,
            int to) {
        int stride = NetKernels.padded(channels);
        for (int y = from; y < to; y++) {
            int upper = srcAt + rows.low[y] * width * stride;
            int lower = srcAt + rows.high[y] * width * stride;
            for (int x = 0; x < columns.outputs(); x++) {
                int left = columns.low[x] * stride;
                int right = columns.high[x] * stride;
                mixFour(
                        src,
                        upper + left,
                        upper + right,
                        lower + left,
                        lower + right,
                        columns.weight[x],
                        rows.weight[y],
                        dst,
                        dstAt + (y * columns.outputs() + x) * stride,
                        stride);
            }
        }
    }

    private static void mixFour(
            float[] src, int a, int b, int c, int d, float right, float below, float[] dst, int at, int length) {
        for (int i = 0; i < length; i++) {
            float upper = src[a + i] + (src[b + i] - src[a + i]) * right;
            float lower = src[c + i] + (src[d + i] - src[c + i]) * right;
            dst[at + i] = upper + (lower - upper) * below;
        }
    }

    @Override
    public void sumDown(
            float[] src, int srcAt, int height, int width, int channels, float[] dst, int dstAt, int from, int to) {
        int stride = NetKernels.padded(channels);
        int row = width * stride;
        int begin = from * stride;
        int length = (to - from) * stride;
        for (int y = 0; y < height; y++) {
            int at = y * row + begin;
            if (y == 0) {
                System.arraycopy(src, srcAt + at, dst, dstAt + at, length);
            } else {
                ScalarCombine.values(
                        NetArithmetic.ADD, src, srcAt + at, dst, dstAt + at - row, dst, dstAt + at, length);
            }
        }
    }

    @Override
    public void sumAlong(float[] src, int srcAt, int width, int channels, float[] dst, int dstAt, int from, int to) {
        int stride = NetKernels.padded(channels);
        for (int y = from; y < to; y++) {
            int row = y * width * stride;
            System.arraycopy(src, srcAt + row, dst, dstAt + row, stride);
            for (int x = 1; x < width; x++) {
                int at = row + x * stride;
                ScalarCombine.values(
                        NetArithmetic.ADD, src, srcAt + at, dst, dstAt + at - stride, dst, dstAt + at, stride);
            }
        }
    }

    @Override
    public void fromPlanes(
            float[] planes, int planesAt, int pixels, int channels, float[] dst, int dstAt, int from, int to) {
        int stride = NetKernels.padded(channels);
        if (stride > channels) {
            Arrays.fill(dst, dstAt + from * stride, dstAt + to * stride, 0);
        }
        for (int c = 0; c < channels; c++) {
            int plane = planesAt + c * pixels;
            for (int pixel = from, p = dstAt + from * stride + c; pixel < to; pixel++, p += stride) {
                dst[p] = planes[plane + pixel];
            }
        }
    }

    @Override
    public void toPlanes(
            float[] src, int srcAt, int pixels, int channels, float[] planes, int planesAt, int from, int to) {
        int stride = NetKernels.padded(channels);
        for (int c = 0; c < channels; c++) {
            int plane = planesAt + c * pixels;
            for (int pixel = from, p = srcAt + from * stride + c; pixel < to; pixel++, p += stride) {
                planes[plane + pixel] = src[p];
            }
        }
    }
}
