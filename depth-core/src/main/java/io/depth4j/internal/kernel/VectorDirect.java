package io.depth4j.internal.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The convolution of {@link VectorNetKernels} in which every channel looks at all. Many output channels are vectors, several
 * pixels at a time; where there is but one, the input channels are.
 */
final class VectorDirect {

    private static final VectorSpecies<Float> FLOAT = Lanes.FLOAT;
    private static final int LANES = FLOAT.length();
    private static final int BLOCK = NetKernels.BLOCK;
    private static final int PIXELS = 8;

    private VectorDirect() {}

    static void row(Direct layer, float[] src, int srcAt, int height, int width, float[] dst, int row, int y) {
        NetWindow window = layer.window;
        int in = NetKernels.padded(layer.in);
        int out = NetKernels.padded(layer.out);
        int firstRow = window.firstTapRow(y);
        int rows = window.endTapRow(y, height) - firstRow;
        int srcRow = srcAt + (y * window.stride() + firstRow - window.top()) * width * in;
        int outWidth = window.outWidth(width);
        int first = window.firstWhole(width);
        int end = window.endWhole(width);
        for (int o = 0; o < out; o += LANES) {
            int block = (o / BLOCK * window.taps() + firstRow * window.width()) * layer.in * BLOCK + o % BLOCK;
            for (int x = 0; x < outWidth; x++) {
                if (x == first && x < end) {
                    whole(layer, src, srcRow, width, rows, block, dst, row + o, o, first, end);
                    x = end - 1;
                    continue;
                }
                int column = window.firstTapColumn(x);
                clipped(
                        src,
                        srcRow + (x * window.stride() + column - window.left()) * in,
                        width * in,
                        rows,
                        window.endTapColumn(x, width) - column,
                        in,
                        layer.in,
                        layer.weights,
                        block + column * layer.in * BLOCK,
                        window.width() * layer.in * BLOCK,
                        layer.bias,
                        o,
                        dst,
                        row + x * out + o);
            }
        }
    }

    private static void whole(
            Direct layer,
            float[] src,
            int srcRow,
            int width,
            int rows,
            int weightsAt,
            float[] dst,
            int row,
            int o,
            int first,
            int end) {
        NetWindow window = layer.window;
        int in = NetKernels.padded(layer.in);
        int out = NetKernels.padded(layer.out);
        int step = window.stride() * in;
        int last = end - 1;
        int p = srcRow - window.left() * in;
        for (int x = first; x < end; x += PIXELS) {
            int x1 = Math.min(x + 1, last);
            int x2 = Math.min(x + 2, last);
            int x3 = Math.min(x + 3, last);
            int x4 = Math.min(x + 4, last);
            int x5 = Math.min(x + 5, last);
            int x6 = Math.min(x + 6, last);
            int x7 = Math.min(x + 7, last);
            eight(
                    src,
                    p + x * step,
                    p + x1 * step,
                    p + x2 * step,
                    p + x3 * step,
                    p + x4 * step,
                    p + x5 * step,
                    p + x6 * step,
                    p + x7 * step,
                    width * in,
                    rows,
                    window.width(),
                    in,
                    layer.in,
                    layer.weights,
                    weightsAt,
                    layer.bias,
                    o,
                    dst,
                    row + x * out,
                    row + x1 * out,
                    row + x2 * out,
                    row + x3 * out,
                    row + x4 * out,
                    row + x5 * out,
                    row + x6 * out,
                    row + x7 * out);
        }
    }

    /** Eight pixels whose kernel lies between the left and the right end, by one vector of output channels. */
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
            int in,
            float[] weights,
            int weightsAt,
            float[] bias,
            int o,
            float[] dst,
            int q0,
            int q1,
            int q2,
            int q3,
            int q4,
            int q5,
            int q6,
            int q7) {
        FloatVector s0 = FloatVector.fromArray(FLOAT, bias, o);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        FloatVector s4 = s0;
        FloatVector s5 = s0;
        FloatVector s6 = s0;
        FloatVector s7 = s0;
        int tap = 0;
        int channel = 0;
        int at = 0;
        // One loop: where the sums pass through a loop in a loop, C2 keeps them on the heap.
        for (int i = 0, w = weightsAt; i < rows * columns * in; i++, w += BLOCK) {
            FloatVector weight = FloatVector.fromArray(FLOAT, weights, w);
            s0 = VectorFma.add(FloatVector.broadcast(FLOAT, src[p0 + at]), weight, s0);
            s1 = VectorFma.add(FloatVector.broadcast(FLOAT, src[p1 + at]), weight, s1);
            s2 = VectorFma.add(FloatVector.broadcast(FLOAT, src[p2 + at]), weight, s2);
            s3 = VectorFma.add(FloatVector.broadcast(FLOAT, src[p3 + at]), weight, s3);
            s4 = VectorFma.add(FloatVector.broadcast(FLOAT, src[p4 + at]), weight, s4);
            s5 = VectorFma.add(FloatVector.broadcast(FLOAT, src[p5 + at]), weight, s5);
            s6 = VectorFma.add(FloatVector.broadcast(FLOAT, src[p6 + at]), weight, s6);
            s7 = VectorFma.add(FloatVector.broadcast(FLOAT, src[p7 + at]), weight, s7);
            at++;
            if (++channel == in) {
                channel = 0;
                at += stride - in;
                if (++tap == columns) {
                    tap = 0;
                    at += srcStep - columns * stride;
                }
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

    private static void clipped(
            float[] src,
            int p,
            int srcStep,
            int rows,
            int columns,
            int stride,
            int in,
            float[] weights,
            int weightsAt,
            int weightsStep,
            float[] bias,
            int o,
            float[] dst,
            int q) {
        FloatVector sum = FloatVector.fromArray(FLOAT, bias, o);
        int tap = 0;
        int channel = 0;
        int at = p;
        int w = weightsAt;
        for (int i = 0; i < rows * columns * in; i++) {
            FloatVector weight = FloatVector.fromArray(FLOAT, weights, w);
            sum = VectorFma.add(FloatVector.broadcast(FLOAT, src[at]), weight, sum);
            at++;
            w += BLOCK;
            if (++channel == in) {
                channel = 0;
                at += stride - in;
                if (++tap == columns) {
                    tap = 0;
                    at += srcStep - columns * stride;
                    w += weightsStep - columns * in * BLOCK;
                }
            }
        }
        sum.intoArray(dst, q);
    }
}
