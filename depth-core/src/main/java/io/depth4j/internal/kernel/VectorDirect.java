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
        if (layer.single.length > 0) {
            single(layer, src, srcRow, width, firstRow, rows, dst, row);
            return;
        }
        for (int o = 0; o < out; o += LANES) {
            int block = (o / BLOCK * window.taps() + firstRow * window.width()) * layer.in * BLOCK + o % BLOCK;
            for (int x = 0; x < outWidth; x++) {
                if (x == first && end - x >= PIXELS) {
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

    /** In eights, the last of which may begin among the pixels of the one before. */
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
        for (int x = first; x < end; x += PIXELS) {
            int from = Math.min(x, end - PIXELS);
            eight(
                    src,
                    srcRow - window.left() * in + from * step,
                    step,
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
                    row + from * out,
                    out);
        }
    }

    /** Eight pixels whose kernel lies between the left and the right end, by one vector of output channels. */
    private static void eight(
            float[] src,
            int p,
            int step,
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
            int q,
            int outStep) {
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
        int at = p;
        // One loop: where the sums pass through a loop in a loop, C2 keeps them on the heap.
        for (int i = 0, w = weightsAt; i < rows * columns * in; i++, w += BLOCK) {
            FloatVector weight = FloatVector.fromArray(FLOAT, weights, w);
            s0 = VectorSums.add(FloatVector.broadcast(FLOAT, src[at]), weight, s0);
            s1 = VectorSums.add(FloatVector.broadcast(FLOAT, src[at + step]), weight, s1);
            s2 = VectorSums.add(FloatVector.broadcast(FLOAT, src[at + 2 * step]), weight, s2);
            s3 = VectorSums.add(FloatVector.broadcast(FLOAT, src[at + 3 * step]), weight, s3);
            s4 = VectorSums.add(FloatVector.broadcast(FLOAT, src[at + 4 * step]), weight, s4);
            s5 = VectorSums.add(FloatVector.broadcast(FLOAT, src[at + 5 * step]), weight, s5);
            s6 = VectorSums.add(FloatVector.broadcast(FLOAT, src[at + 6 * step]), weight, s6);
            s7 = VectorSums.add(FloatVector.broadcast(FLOAT, src[at + 7 * step]), weight, s7);
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
        VectorSums.store(s0, dst, q);
        VectorSums.store(s1, dst, q + outStep);
        VectorSums.store(s2, dst, q + 2 * outStep);
        VectorSums.store(s3, dst, q + 3 * outStep);
        VectorSums.store(s4, dst, q + 4 * outStep);
        VectorSums.store(s5, dst, q + 5 * outStep);
        VectorSums.store(s6, dst, q + 6 * outStep);
        VectorSums.store(s7, dst, q + 7 * outStep);
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
            sum = VectorSums.add(FloatVector.broadcast(FLOAT, src[at]), weight, sum);
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
        VectorSums.store(sum, dst, q);
    }

    private static void single(
            Direct layer, float[] src, int srcRow, int width, int firstRow, int rows, float[] dst, int row) {
        NetWindow window = layer.window;
        int in = NetKernels.padded(layer.in);
        int out = NetKernels.padded(layer.out);
        for (int x = 0; x < window.outWidth(width); x++) {
            int column = window.firstTapColumn(x);
            int columns = window.endTapColumn(x, width) - column;
            int p = srcRow + (x * window.stride() + column - window.left()) * in;
            int w = (firstRow * window.width() + column) * in;
            for (int part = 0; part < BLOCK; part += LANES) {
                products(
                        src,
                        p + part,
                        width * in,
                        rows,
                        columns,
                        in,
                        layer.in - BLOCK,
                        layer.single,
                        w + part,
                        window.width() * in,
                        dst,
                        row + x * out + part);
            }
            layer.total(dst, row + x * out);
        }
    }

    /** One pixel: input channels times their weights, a sum for each lane. No block of channels begins after {@code lastBlock}. */
    private static void products(
            float[] src,
            int p,
            int srcStep,
            int rows,
            int columns,
            int stride,
            int lastBlock,
            float[] weights,
            int weightsAt,
            int weightsStep,
            float[] dst,
            int q) {
        FloatVector sum = FloatVector.zero(FLOAT);
        int tap = 0;
        int channel = 0;
        int at = p;
        int w = weightsAt;
        for (int i = 0; i < rows * columns * stride; i += BLOCK) {
            sum = VectorSums.add(
                    FloatVector.fromArray(FLOAT, src, at + Math.min(channel, lastBlock)),
                    FloatVector.fromArray(FLOAT, weights, w),
                    sum);
            w += BLOCK;
            channel += BLOCK;
            if (channel == stride) {
                channel = 0;
                at += stride;
                if (++tap == columns) {
                    tap = 0;
                    at += srcStep - columns * stride;
                    w += weightsStep - columns * stride;
                }
            }
        }
        VectorSums.store(sum, dst, q);
    }
}
