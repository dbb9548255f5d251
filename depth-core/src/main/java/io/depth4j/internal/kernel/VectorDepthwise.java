package io.depth4j.internal.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The convolution of {@link VectorNetKernels} that keeps channels apart: vectors of channels, several pixels at a time. */
final class VectorDepthwise {

    private static final VectorSpecies<Float> FLOAT = Lanes.FLOAT;
    private static final int LANES = FLOAT.length();

    private static final int PIXELS = 4;

    private VectorDepthwise() {}

    static void row(Depthwise layer, float[] src, int srcAt, int height, int width, float[] dst, int row, int y) {
        NetWindow window = layer.window;
        int stride = NetKernels.padded(layer.channels);
        int firstRow = window.firstTapRow(y);
        int rows = window.endTapRow(y, height) - firstRow;
        int srcRow = srcAt + (y * window.stride() + firstRow - window.top()) * width * stride;
        int weightsRow = firstRow * window.width() * stride;
        int outWidth = window.outWidth(width);
        int first = window.firstWhole(width);
        int end = window.endWhole(width);
        for (int x = 0; x < outWidth; x++) {
            if (x == first && end - x >= PIXELS) {
                whole(layer, src, srcRow, width, rows, weightsRow, dst, row, first, end);
                x = end - 1;
                continue;
            }
            int column = window.firstTapColumn(x);
            int columns = window.endTapColumn(x, width) - column;
            int p = srcRow + (x * window.stride() + column - window.left()) * stride;
            for (int c = 0; c < stride; c += 4 * LANES) {
                int most = stride - LANES;
                clipped(
                        src,
                        p,
                        width * stride,
                        rows,
                        columns,
                        stride,
                        layer.weights,
                        weightsRow + column * stride,
                        window.width() * stride,
                        layer.bias,
                        layer.activation.low(),
                        layer.activation.high(),
                        dst,
                        row + x * stride,
                        c,
                        Math.min(c + LANES, most),
                        Math.min(c + 2 * LANES, most),
                        Math.min(c + 3 * LANES, most));
            }
        }
    }

    /** In fours, the last of which may begin among the pixels of the one before. */
    private static void whole(
            Depthwise layer,
            float[] src,
            int srcRow,
            int width,
            int rows,
            int weightsRow,
            float[] dst,
            int row,
            int first,
            int end) {
        NetWindow window = layer.window;
        int stride = NetKernels.padded(layer.channels);
        int step = window.stride() * stride;
        int srcStep = width * stride;
        for (int x = first; x < end; x += PIXELS) {
            int from = Math.min(x, end - PIXELS);
            int p = srcRow - window.left() * stride + from * step;
            int q = row + from * stride;
            for (int c = 0; c < stride; c += LANES) {
                int w = weightsRow + c;
                if (window.width() == 3 && window.stride() == 1) {
                    fourByThree(
                            src,
                            p + c,
                            srcStep,
                            rows,
                            stride,
                            layer.weights,
                            w,
                            layer.bias,
                            c,
                            layer.activation.low(),
                            layer.activation.high(),
                            dst,
                            q + c);
                } else if (window.width() == 5 && window.stride() == 1) {
                    fourByFive(
                            src,
                            p + c,
                            srcStep,
                            rows,
                            stride,
                            layer.weights,
                            w,
                            layer.bias,
                            c,
                            layer.activation.low(),
                            layer.activation.high(),
                            dst,
                            q + c);
                } else {
                    four(
                            src,
                            p + c,
                            step,
                            srcStep,
                            rows,
                            window.width(),
                            stride,
                            layer.weights,
                            w,
                            layer.bias,
                            c,
                            layer.activation.low(),
                            layer.activation.high(),
                            dst,
                            q + c);
                }
            }
        }
    }

    /** Four pixels side by side by one vector of channels: a kernel 3 wide, whose pixels are read once. */
    private static void fourByThree(
            float[] src,
            int p,
            int srcStep,
            int rows,
            int stride,
            float[] weights,
            int weightsAt,
            float[] bias,
            int c,
            float low,
            float high,
            float[] dst,
            int q) {
        FloatVector s0 = FloatVector.fromArray(FLOAT, bias, c);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        int at = p;
        int w = weightsAt;
        for (int ky = 0; ky < rows; ky++) {
            FloatVector w0 = FloatVector.fromArray(FLOAT, weights, w);
            FloatVector w1 = FloatVector.fromArray(FLOAT, weights, w + stride);
            FloatVector w2 = FloatVector.fromArray(FLOAT, weights, w + 2 * stride);
            FloatVector x0 = FloatVector.fromArray(FLOAT, src, at);
            s0 = VectorSums.add(x0, w0, s0);
            FloatVector x1 = FloatVector.fromArray(FLOAT, src, at + stride);
            s0 = VectorSums.add(x1, w1, s0);
            s1 = VectorSums.add(x1, w0, s1);
            FloatVector x2 = FloatVector.fromArray(FLOAT, src, at + 2 * stride);
            s0 = VectorSums.add(x2, w2, s0);
            s1 = VectorSums.add(x2, w1, s1);
            s2 = VectorSums.add(x2, w0, s2);
            FloatVector x3 = FloatVector.fromArray(FLOAT, src, at + 3 * stride);
            s1 = VectorSums.add(x3, w2, s1);
            s2 = VectorSums.add(x3, w1, s2);
            s3 = VectorSums.add(x3, w0, s3);
            FloatVector x4 = FloatVector.fromArray(FLOAT, src, at + 4 * stride);
            s2 = VectorSums.add(x4, w2, s2);
            s3 = VectorSums.add(x4, w1, s3);
            FloatVector x5 = FloatVector.fromArray(FLOAT, src, at + 5 * stride);
            s3 = VectorSums.add(x5, w2, s3);
            at += srcStep;
            w += 3 * stride;
        }
        FloatVector least = FloatVector.broadcast(FLOAT, low);
        FloatVector most = FloatVector.broadcast(FLOAT, high);
        VectorSums.store(s0, least, most, dst, q);
        VectorSums.store(s1, least, most, dst, q + stride);
        VectorSums.store(s2, least, most, dst, q + 2 * stride);
        VectorSums.store(s3, least, most, dst, q + 3 * stride);
    }

    /** Four pixels side by side by one vector of channels: a kernel 5 wide, whose pixels are read once. */
    private static void fourByFive(
            float[] src,
            int p,
            int srcStep,
            int rows,
            int stride,
            float[] weights,
            int weightsAt,
            float[] bias,
            int c,
            float low,
            float high,
            float[] dst,
            int q) {
        FloatVector s0 = FloatVector.fromArray(FLOAT, bias, c);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        int at = p;
        int w = weightsAt;
        for (int ky = 0; ky < rows; ky++) {
            FloatVector w0 = FloatVector.fromArray(FLOAT, weights, w);
            FloatVector w1 = FloatVector.fromArray(FLOAT, weights, w + stride);
            FloatVector w2 = FloatVector.fromArray(FLOAT, weights, w + 2 * stride);
            FloatVector w3 = FloatVector.fromArray(FLOAT, weights, w + 3 * stride);
            FloatVector w4 = FloatVector.fromArray(FLOAT, weights, w + 4 * stride);
            FloatVector x0 = FloatVector.fromArray(FLOAT, src, at);
            s0 = VectorSums.add(x0, w0, s0);
            FloatVector x1 = FloatVector.fromArray(FLOAT, src, at + stride);
            s0 = VectorSums.add(x1, w1, s0);
            s1 = VectorSums.add(x1, w0, s1);
            FloatVector x2 = FloatVector.fromArray(FLOAT, src, at + 2 * stride);
            s0 = VectorSums.add(x2, w2, s0);
            s1 = VectorSums.add(x2, w1, s1);
            s2 = VectorSums.add(x2, w0, s2);
            FloatVector x3 = FloatVector.fromArray(FLOAT, src, at + 3 * stride);
            s0 = VectorSums.add(x3, w3, s0);
            s1 = VectorSums.add(x3, w2, s1);
            s2 = VectorSums.add(x3, w1, s2);
            s3 = VectorSums.add(x3, w0, s3);
            FloatVector x4 = FloatVector.fromArray(FLOAT, src, at + 4 * stride);
            s0 = VectorSums.add(x4, w4, s0);
            s1 = VectorSums.add(x4, w3, s1);
            s2 = VectorSums.add(x4, w2, s2);
            s3 = VectorSums.add(x4, w1, s3);
            FloatVector x5 = FloatVector.fromArray(FLOAT, src, at + 5 * stride);
            s1 = VectorSums.add(x5, w4, s1);
            s2 = VectorSums.add(x5, w3, s2);
            s3 = VectorSums.add(x5, w2, s3);
            FloatVector x6 = FloatVector.fromArray(FLOAT, src, at + 6 * stride);
            s2 = VectorSums.add(x6, w4, s2);
            s3 = VectorSums.add(x6, w3, s3);
            FloatVector x7 = FloatVector.fromArray(FLOAT, src, at + 7 * stride);
            s3 = VectorSums.add(x7, w4, s3);
            at += srcStep;
            w += 5 * stride;
        }
        FloatVector least = FloatVector.broadcast(FLOAT, low);
        FloatVector most = FloatVector.broadcast(FLOAT, high);
        VectorSums.store(s0, least, most, dst, q);
        VectorSums.store(s1, least, most, dst, q + stride);
        VectorSums.store(s2, least, most, dst, q + 2 * stride);
        VectorSums.store(s3, least, most, dst, q + 3 * stride);
    }

    /** Four pixels by one vector of channels. */
    private static void four(
            float[] src,
            int p,
            int step,
            int srcStep,
            int rows,
            int columns,
            int stride,
            float[] weights,
            int weightsAt,
            float[] bias,
            int c,
            float low,
            float high,
            float[] dst,
            int q) {
        FloatVector s0 = FloatVector.fromArray(FLOAT, bias, c);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        int at = p;
        int column = 0;
        // One loop: where the sums pass through a loop in a loop, C2 keeps them on the heap.
        for (int tap = 0, w = weightsAt; tap < rows * columns; tap++, w += stride) {
            FloatVector weight = FloatVector.fromArray(FLOAT, weights, w);
            s0 = VectorSums.add(FloatVector.fromArray(FLOAT, src, at), weight, s0);
            s1 = VectorSums.add(FloatVector.fromArray(FLOAT, src, at + step), weight, s1);
            s2 = VectorSums.add(FloatVector.fromArray(FLOAT, src, at + 2 * step), weight, s2);
            s3 = VectorSums.add(FloatVector.fromArray(FLOAT, src, at + 3 * step), weight, s3);
            at += stride;
            if (++column == columns) {
                column = 0;
                at += srcStep - columns * stride;
            }
        }
        FloatVector least = FloatVector.broadcast(FLOAT, low);
        FloatVector most = FloatVector.broadcast(FLOAT, high);
        VectorSums.store(s0, least, most, dst, q);
        VectorSums.store(s1, least, most, dst, q + stride);
        VectorSums.store(s2, least, most, dst, q + 2 * stride);
        VectorSums.store(s3, least, most, dst, q + 3 * stride);
    }

    /** One pixel by four vectors of channels, where the kernel may reach beyond either end. */
    private static void clipped(
            float[] src,
            int p,
            int srcStep,
            int rows,
            int columns,
            int stride,
            float[] weights,
            int weightsAt,
            int weightsStep,
            float[] bias,
            float low,
            float high,
            float[] dst,
            int q,
            int c0,
            int c1,
            int c2,
            int c3) {
        FloatVector s0 = FloatVector.fromArray(FLOAT, bias, c0);
        FloatVector s1 = FloatVector.fromArray(FLOAT, bias, c1);
        FloatVector s2 = FloatVector.fromArray(FLOAT, bias, c2);
        FloatVector s3 = FloatVector.fromArray(FLOAT, bias, c3);
        int at = p;
        int w = weightsAt;
        int column = 0;
        for (int tap = 0; tap < rows * columns; tap++) {
            s0 = VectorSums.add(
                    FloatVector.fromArray(FLOAT, src, at + c0), FloatVector.fromArray(FLOAT, weights, w + c0), s0);
            s1 = VectorSums.add(
                    FloatVector.fromArray(FLOAT, src, at + c1), FloatVector.fromArray(FLOAT, weights, w + c1), s1);
            s2 = VectorSums.add(
                    FloatVector.fromArray(FLOAT, src, at + c2), FloatVector.fromArray(FLOAT, weights, w + c2), s2);
            s3 = VectorSums.add(
                    FloatVector.fromArray(FLOAT, src, at + c3), FloatVector.fromArray(FLOAT, weights, w + c3), s3);
            at += stride;
            w += stride;
            if (++column == columns) {
                column = 0;
                at += srcStep - columns * stride;
                w += weightsStep - columns * stride;
            }
        }
        FloatVector least = FloatVector.broadcast(FLOAT, low);
        FloatVector most = FloatVector.broadcast(FLOAT, high);
        VectorSums.store(s0, least, most, dst, q + c0);
        VectorSums.store(s1, least, most, dst, q + c1);
        VectorSums.store(s2, least, most, dst, q + c2);
        VectorSums.store(s3, least, most, dst, q + c3);
    }
}
