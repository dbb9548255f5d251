package io.depth4j.internal.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The matrix product of {@link VectorNetKernels}: a tile's sums stay in registers while its weights and pixels pass. */
final class VectorPointwise {

    private static final VectorSpecies<Float> FLOAT = Lanes.FLOAT;
    private static final int LANES = FLOAT.length();
    private static final int BLOCK = NetKernels.BLOCK;

    /** Twelve sums, two weights and a value fit in sixteen registers. */
    private static final int PIXELS = 6;

    /** Floats read before other weights come: what stays in the second cache. */
    private static final int CHUNK = 1 << 15;

    private VectorPointwise() {}

    static void run(
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
        int chunk = Math.max(PIXELS, CHUNK / NetKernels.padded(layer.in) / PIXELS * PIXELS);
        for (int pixel = from; pixel < to; pixel += chunk) {
            int end = Math.min(to, pixel + chunk);
            chunk(layer, src, srcAt, addend, addendAt - dstAt, dst, dstAt, pixel, end);
            int first = dstAt + pixel * outStride;
            VectorActivation.rest(layer.activation, dst, first, (end - pixel) * outStride);
        }
    }

    private static void chunk(
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
        for (int o = 0; o < outStride; o += 2 * LANES) {
            tiles(layer, src, srcAt, addend, addendAt, dst, dstAt, o, from, to);
        }
    }

    /** Pixels beyond the last are the last again: it is made several times over, always the same. */
    private static void tiles(
            Pointwise layer,
            float[] src,
            int srcAt,
            float[] addend,
            int addendAt,
            float[] dst,
            int dstAt,
            int o,
            int from,
            int to) {
        int in = NetKernels.padded(layer.in);
        int out = NetKernels.padded(layer.out);
        boolean two = o + 2 * LANES <= out;
        int w = weightsOf(layer, o);
        int next = two ? weightsOf(layer, o + LANES) : w;
        int last = to - 1;
        for (int p = from; p < to; p += PIXELS) {
            int p1 = Math.min(p + 1, last);
            int p2 = Math.min(p + 2, last);
            int p3 = Math.min(p + 3, last);
            int p4 = Math.min(p + 4, last);
            int p5 = Math.min(p + 5, last);
            int at = dstAt + o;
            if (two) {
                pair(
                        src,
                        srcAt + p * in,
                        srcAt + p1 * in,
                        srcAt + p2 * in,
                        srcAt + p3 * in,
                        srcAt + p4 * in,
                        srcAt + p5 * in,
                        layer.in,
                        layer.weights,
                        w,
                        next,
                        layer.bias,
                        o,
                        layer.activation.low(),
                        layer.activation.high(),
                        addend,
                        addendAt,
                        dst,
                        at + p * out,
                        at + p1 * out,
                        at + p2 * out,
                        at + p3 * out,
                        at + p4 * out,
                        at + p5 * out);
            } else {
                single(
                        src,
                        srcAt + p * in,
                        srcAt + p1 * in,
                        srcAt + p2 * in,
                        srcAt + p3 * in,
                        srcAt + p4 * in,
                        srcAt + p5 * in,
                        layer.in,
                        layer.weights,
                        w,
                        layer.bias,
                        o,
                        layer.activation.low(),
                        layer.activation.high(),
                        addend,
                        addendAt,
                        dst,
                        at + p * out,
                        at + p1 * out,
                        at + p2 * out,
                        at + p3 * out,
                        at + p4 * out,
                        at + p5 * out);
            }
        }
    }

    /** Where the weights of a vector of output channels begin. */
    private static int weightsOf(Pointwise layer, int o) {
        return o / BLOCK * layer.in * BLOCK + o % BLOCK;
    }

    /** Six pixels by two vectors of output channels. All is read before anything is written: the addend may be the result. */
    private static void pair(
            float[] src,
            int p0,
            int p1,
            int p2,
            int p3,
            int p4,
            int p5,
            int in,
            float[] weights,
            int w,
            int next,
            float[] bias,
            int o,
            float low,
            float high,
            float[] addend,
            int addendAt,
            float[] dst,
            int q0,
            int q1,
            int q2,
            int q3,
            int q4,
            int q5) {
        FloatVector s00 = FloatVector.fromArray(FLOAT, bias, o);
        FloatVector s01 = FloatVector.fromArray(FLOAT, bias, o + LANES);
        FloatVector s10 = s00;
        FloatVector s11 = s01;
        FloatVector s20 = s00;
        FloatVector s21 = s01;
        FloatVector s30 = s00;
        FloatVector s31 = s01;
        FloatVector s40 = s00;
        FloatVector s41 = s01;
        FloatVector s50 = s00;
        FloatVector s51 = s01;
        if (addend.length > 0) {
            s00 = s00.add(FloatVector.fromArray(FLOAT, addend, addendAt + q0));
            s01 = s01.add(FloatVector.fromArray(FLOAT, addend, addendAt + q0 + LANES));
            s10 = s10.add(FloatVector.fromArray(FLOAT, addend, addendAt + q1));
            s11 = s11.add(FloatVector.fromArray(FLOAT, addend, addendAt + q1 + LANES));
            s20 = s20.add(FloatVector.fromArray(FLOAT, addend, addendAt + q2));
            s21 = s21.add(FloatVector.fromArray(FLOAT, addend, addendAt + q2 + LANES));
            s30 = s30.add(FloatVector.fromArray(FLOAT, addend, addendAt + q3));
            s31 = s31.add(FloatVector.fromArray(FLOAT, addend, addendAt + q3 + LANES));
            s40 = s40.add(FloatVector.fromArray(FLOAT, addend, addendAt + q4));
            s41 = s41.add(FloatVector.fromArray(FLOAT, addend, addendAt + q4 + LANES));
            s50 = s50.add(FloatVector.fromArray(FLOAT, addend, addendAt + q5));
            s51 = s51.add(FloatVector.fromArray(FLOAT, addend, addendAt + q5 + LANES));
        }
        for (int i = 0; i < in; i++) {
            FloatVector w0 = FloatVector.fromArray(FLOAT, weights, w + i * BLOCK);
            FloatVector w1 = FloatVector.fromArray(FLOAT, weights, next + i * BLOCK);
            FloatVector x0 = FloatVector.broadcast(FLOAT, src[p0 + i]);
            s00 = VectorFma.add(x0, w0, s00);
            s01 = VectorFma.add(x0, w1, s01);
            FloatVector x1 = FloatVector.broadcast(FLOAT, src[p1 + i]);
            s10 = VectorFma.add(x1, w0, s10);
            s11 = VectorFma.add(x1, w1, s11);
            FloatVector x2 = FloatVector.broadcast(FLOAT, src[p2 + i]);
            s20 = VectorFma.add(x2, w0, s20);
            s21 = VectorFma.add(x2, w1, s21);
            FloatVector x3 = FloatVector.broadcast(FLOAT, src[p3 + i]);
            s30 = VectorFma.add(x3, w0, s30);
            s31 = VectorFma.add(x3, w1, s31);
            FloatVector x4 = FloatVector.broadcast(FLOAT, src[p4 + i]);
            s40 = VectorFma.add(x4, w0, s40);
            s41 = VectorFma.add(x4, w1, s41);
            FloatVector x5 = FloatVector.broadcast(FLOAT, src[p5 + i]);
            s50 = VectorFma.add(x5, w0, s50);
            s51 = VectorFma.add(x5, w1, s51);
        }
        s00.max(low).min(high).intoArray(dst, q0);
        s01.max(low).min(high).intoArray(dst, q0 + LANES);
        s10.max(low).min(high).intoArray(dst, q1);
        s11.max(low).min(high).intoArray(dst, q1 + LANES);
        s20.max(low).min(high).intoArray(dst, q2);
        s21.max(low).min(high).intoArray(dst, q2 + LANES);
        s30.max(low).min(high).intoArray(dst, q3);
        s31.max(low).min(high).intoArray(dst, q3 + LANES);
        s40.max(low).min(high).intoArray(dst, q4);
        s41.max(low).min(high).intoArray(dst, q4 + LANES);
        s50.max(low).min(high).intoArray(dst, q5);
        s51.max(low).min(high).intoArray(dst, q5 + LANES);
    }

    /** Six pixels by the last vector of output channels. */
    private static void single(
            float[] src,
            int p0,
            int p1,
            int p2,
            int p3,
            int p4,
            int p5,
            int in,
            float[] weights,
            int w,
            float[] bias,
            int o,
            float low,
            float high,
            float[] addend,
            int addendAt,
            float[] dst,
            int q0,
            int q1,
            int q2,
            int q3,
            int q4,
            int q5) {
        FloatVector s00 = FloatVector.fromArray(FLOAT, bias, o);
        FloatVector s10 = s00;
        FloatVector s20 = s00;
        FloatVector s30 = s00;
        FloatVector s40 = s00;
        FloatVector s50 = s00;
        if (addend.length > 0) {
            s00 = s00.add(FloatVector.fromArray(FLOAT, addend, addendAt + q0));
            s10 = s10.add(FloatVector.fromArray(FLOAT, addend, addendAt + q1));
            s20 = s20.add(FloatVector.fromArray(FLOAT, addend, addendAt + q2));
            s30 = s30.add(FloatVector.fromArray(FLOAT, addend, addendAt + q3));
            s40 = s40.add(FloatVector.fromArray(FLOAT, addend, addendAt + q4));
            s50 = s50.add(FloatVector.fromArray(FLOAT, addend, addendAt + q5));
        }
        for (int i = 0; i < in; i++) {
            FloatVector w0 = FloatVector.fromArray(FLOAT, weights, w + i * BLOCK);
            FloatVector x0 = FloatVector.broadcast(FLOAT, src[p0 + i]);
            s00 = VectorFma.add(x0, w0, s00);
            FloatVector x1 = FloatVector.broadcast(FLOAT, src[p1 + i]);
            s10 = VectorFma.add(x1, w0, s10);
            FloatVector x2 = FloatVector.broadcast(FLOAT, src[p2 + i]);
            s20 = VectorFma.add(x2, w0, s20);
            FloatVector x3 = FloatVector.broadcast(FLOAT, src[p3 + i]);
            s30 = VectorFma.add(x3, w0, s30);
            FloatVector x4 = FloatVector.broadcast(FLOAT, src[p4 + i]);
            s40 = VectorFma.add(x4, w0, s40);
            FloatVector x5 = FloatVector.broadcast(FLOAT, src[p5 + i]);
            s50 = VectorFma.add(x5, w0, s50);
        }
        s00.max(low).min(high).intoArray(dst, q0);
        s10.max(low).min(high).intoArray(dst, q1);
        s20.max(low).min(high).intoArray(dst, q2);
        s30.max(low).min(high).intoArray(dst, q3);
        s40.max(low).min(high).intoArray(dst, q4);
        s50.max(low).min(high).intoArray(dst, q5);
    }
}
