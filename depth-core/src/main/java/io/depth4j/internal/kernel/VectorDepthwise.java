package io.depth4j.internal.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The convolution of {@link VectorNetKernels} that keeps channels apart: vectors of channels, several pixels at a time. */
final class VectorDepthwise {

    private static final VectorSpecies<Float> FLOAT = Lanes.FLOAT;
    private static final int LANES = FLOAT.length();

    /** Sums enough to keep the multipliers busy while each waits for its last one. */
    private static final int PIXELS = 8;

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
            if (x == first && x < end) {
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
                        dst,
                        row + x * stride,
                        c,
                        Math.min(c + LANES, most),
                        Math.min(c + 2 * LANES, most),
                        Math.min(c + 3 * LANES, most));
            }
        }
    }

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
        int last = end - 1;
        int p = srcRow - window.left() * stride;
        for (int x = first; x < end; x += PIXELS) {
            int x1 = Math.min(x + 1, last);
            int x2 = Math.min(x + 2, last);
            int x3 = Math.min(x + 3, last);
            int x4 = Math.min(x + 4, last);
            int x5 = Math.min(x + 5, last);
            int x6 = Math.min(x + 6, last);
            int x7 = Math.min(x + 7, last);
            for (int c = 0; c < stride; c += LANES) {
                eight(
                        src,
                        p + c + x * step,
                        p + c + x1 * step,
                        p + c + x2 * step,
                        p + c + x3 * step,
                        p + c + x4 * step,
                        p + c + x5 * step,
                        p + c + x6 * step,
                        p + c + x7 * step,
                        width * stride,
                        rows,
                        window.width(),
                        stride,
                        layer.weights,
                        weightsRow + c,
                        layer.bias,
                        c,
                        dst,
                        row + c + x * stride,
                        row + c + x1 * stride,
                        row + c + x2 * stride,
                        row + c + x3 * stride,
                        row + c + x4 * stride,
                        row + c + x5 * stride,
                        row + c + x6 * stride,
                        row + c + x7 * stride);
            }
        }
    }

    /** Eight pixels whose kernel lies between the left and the right end, by one vector of channels. */
    private static void eight(
            float[] src,
            int p0,
            int p1,
            int p2,
            int p3,
            int p4,
            int p5,
            int p6,
            int p7,
            int srcStep,
            int rows,
            int columns,
            int stride,
            float[] weights,
            int weightsAt,
            float[] bias,
            int c,
            float[] dst,
            int q0,
            int q1,
            int q2,
            int q3,
            int q4,
            int q5,
            int q6,
            int q7) {
        FloatVector s0 = FloatVector.fromArray(FLOAT, bias, c);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        FloatVector s4 = s0;
        FloatVector s5 = s0;
        FloatVector s6 = s0;
        FloatVector s7 = s0;
        int at = 0;
        int column = 0;
        // One loop: where the sums pass through a loop in a loop, C2 keeps them on the heap.
        for (int tap = 0, w = weightsAt; tap < rows * columns; tap++, w += stride) {
            FloatVector weight = FloatVector.fromArray(FLOAT, weights, w);
            s0 = VectorFma.add(FloatVector.fromArray(FLOAT, src, p0 + at), weight, s0);
            s1 = VectorFma.add(FloatVector.fromArray(FLOAT, src, p1 + at), weight, s1);
            s2 = VectorFma.add(FloatVector.fromArray(FLOAT, src, p2 + at), weight, s2);
            s3 = VectorFma.add(FloatVector.fromArray(FLOAT, src, p3 + at), weight, s3);
            s4 = VectorFma.add(FloatVector.fromArray(FLOAT, src, p4 + at), weight, s4);
            s5 = VectorFma.add(FloatVector.fromArray(FLOAT, src, p5 + at), weight, s5);
            s6 = VectorFma.add(FloatVector.fromArray(FLOAT, src, p6 + at), weight, s6);
            s7 = VectorFma.add(FloatVector.fromArray(FLOAT, src, p7 + at), weight, s7);
            at += stride;
            if (++column == columns) {
                column = 0;
                at += srcStep - columns * stride;
            }
        }
        s0.intoArray(dst, q0);
        s1.intoArray(dst, q1);
        s2.intoArray(dst, q2);
        s3.intoArray(dst, q3);
        s4.intoArray(dst, q4);
        s5.intoArray(dst, q5);
        s6.intoArray(dst, q6);
        s7.intoArray(dst, q7);
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
            s0 = VectorFma.add(
                    FloatVector.fromArray(FLOAT, src, at + c0), FloatVector.fromArray(FLOAT, weights, w + c0), s0);
            s1 = VectorFma.add(
                    FloatVector.fromArray(FLOAT, src, at + c1), FloatVector.fromArray(FLOAT, weights, w + c1), s1);
            s2 = VectorFma.add(
                    FloatVector.fromArray(FLOAT, src, at + c2), FloatVector.fromArray(FLOAT, weights, w + c2), s2);
            s3 = VectorFma.add(
                    FloatVector.fromArray(FLOAT, src, at + c3), FloatVector.fromArray(FLOAT, weights, w + c3), s3);
            at += stride;
            w += stride;
            if (++column == columns) {
                column = 0;
                at += srcStep - columns * stride;
                w += weightsStep - columns * stride;
            }
        }
        s0.intoArray(dst, q + c0);
        s1.intoArray(dst, q + c1);
        s2.intoArray(dst, q + c2);
        s3.intoArray(dst, q + c3);
    }
}
