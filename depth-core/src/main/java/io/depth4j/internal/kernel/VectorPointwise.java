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

    private static final int CHUNK = 1 << 15;

    private VectorPointwise() {}

    /** Pixels whose floats stay in the second cache while all weights pass. */
    static int chunk(Pointwise layer) {
        return Math.max(PIXELS, CHUNK / NetKernels.padded(layer.in) / PIXELS * PIXELS);
    }

    /** Sums before the activation. */
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
        int stride = NetKernels.padded(layer.out);
        boolean begun = addend.length > 0;
        if (begun) {
            begin(layer, addend, addendAt + from * stride, dst, dstAt + from * stride, (to - from) * stride);
        }
        for (int o = 0; o < stride; o += 2 * LANES) {
            tiles(layer, src, srcAt, begun, dst, dstAt, o, from, to);
        }
    }

    /** Sums before the products are added: more in the kernels is more than C2 of JDK 17 compiles into one method. */
    private static void begin(Pointwise layer, float[] addend, int addendAt, float[] dst, int dstAt, int length) {
        for (int i = 0, o = 0, end = NetKernels.padded(layer.out); i < length; i += LANES) {
            FloatVector.fromArray(FLOAT, addend, addendAt + i)
                    .add(FloatVector.fromArray(FLOAT, layer.bias, o))
                    .intoArray(dst, dstAt + i);
            o = o + LANES == end ? 0 : o + LANES;
        }
    }

    /**
     * Pixels beyond the last are the last again: it is made several times over, always the same. Sums begin with what lies in
     * {@code dst}, or with the bias.
     */
    private static void tiles(
            Pointwise layer, float[] src, int srcAt, boolean begun, float[] dst, int dstAt, int o, int from, int to) {
        int in = NetKernels.padded(layer.in);
        int out = NetKernels.padded(layer.out);
        boolean two = o + 2 * LANES <= out;
        int w = weightsOf(layer, o);
        int next = two ? weightsOf(layer, o + LANES) : w;
        int last = to - 1;
        float[] start = begun ? dst : layer.bias;
        int startAt = begun ? 0 : o;
        int startStep = begun ? 1 : 0;
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
                        start,
                        startAt,
                        startStep,
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
                        start,
                        startAt,
                        startStep,
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

    /**
     * Six pixels by two vectors of output channels. All is read before anything is written. Pixel k's sums begin with what is
     * at {@code startAt + qk * startStep}.
     */
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
            float[] start,
            int startAt,
            int startStep,
            float[] dst,
            int q0,
            int q1,
            int q2,
            int q3,
            int q4,
            int q5) {
        FloatVector s00 = FloatVector.fromArray(FLOAT, start, startAt + q0 * startStep);
        FloatVector s01 = FloatVector.fromArray(FLOAT, start, startAt + q0 * startStep + LANES);
        FloatVector s10 = FloatVector.fromArray(FLOAT, start, startAt + q1 * startStep);
        FloatVector s11 = FloatVector.fromArray(FLOAT, start, startAt + q1 * startStep + LANES);
        FloatVector s20 = FloatVector.fromArray(FLOAT, start, startAt + q2 * startStep);
        FloatVector s21 = FloatVector.fromArray(FLOAT, start, startAt + q2 * startStep + LANES);
        FloatVector s30 = FloatVector.fromArray(FLOAT, start, startAt + q3 * startStep);
        FloatVector s31 = FloatVector.fromArray(FLOAT, start, startAt + q3 * startStep + LANES);
        FloatVector s40 = FloatVector.fromArray(FLOAT, start, startAt + q4 * startStep);
        FloatVector s41 = FloatVector.fromArray(FLOAT, start, startAt + q4 * startStep + LANES);
        FloatVector s50 = FloatVector.fromArray(FLOAT, start, startAt + q5 * startStep);
        FloatVector s51 = FloatVector.fromArray(FLOAT, start, startAt + q5 * startStep + LANES);
        for (int i = 0; i < in; i++) {
            FloatVector w0 = FloatVector.fromArray(FLOAT, weights, w + i * BLOCK);
            FloatVector w1 = FloatVector.fromArray(FLOAT, weights, next + i * BLOCK);
            FloatVector x0 = FloatVector.broadcast(FLOAT, src[p0 + i]);
            s00 = VectorSums.add(x0, w0, s00);
            s01 = VectorSums.add(x0, w1, s01);
            FloatVector x1 = FloatVector.broadcast(FLOAT, src[p1 + i]);
            s10 = VectorSums.add(x1, w0, s10);
            s11 = VectorSums.add(x1, w1, s11);
            FloatVector x2 = FloatVector.broadcast(FLOAT, src[p2 + i]);
            s20 = VectorSums.add(x2, w0, s20);
            s21 = VectorSums.add(x2, w1, s21);
            FloatVector x3 = FloatVector.broadcast(FLOAT, src[p3 + i]);
            s30 = VectorSums.add(x3, w0, s30);
            s31 = VectorSums.add(x3, w1, s31);
            FloatVector x4 = FloatVector.broadcast(FLOAT, src[p4 + i]);
            s40 = VectorSums.add(x4, w0, s40);
            s41 = VectorSums.add(x4, w1, s41);
            FloatVector x5 = FloatVector.broadcast(FLOAT, src[p5 + i]);
            s50 = VectorSums.add(x5, w0, s50);
            s51 = VectorSums.add(x5, w1, s51);
        }
        VectorSums.store(s00, dst, q0);
        VectorSums.store(s01, dst, q0 + LANES);
        VectorSums.store(s10, dst, q1);
        VectorSums.store(s11, dst, q1 + LANES);
        VectorSums.store(s20, dst, q2);
        VectorSums.store(s21, dst, q2 + LANES);
        VectorSums.store(s30, dst, q3);
        VectorSums.store(s31, dst, q3 + LANES);
        VectorSums.store(s40, dst, q4);
        VectorSums.store(s41, dst, q4 + LANES);
        VectorSums.store(s50, dst, q5);
        VectorSums.store(s51, dst, q5 + LANES);
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
            float[] start,
            int startAt,
            int startStep,
            float[] dst,
            int q0,
            int q1,
            int q2,
            int q3,
            int q4,
            int q5) {
        FloatVector s00 = FloatVector.fromArray(FLOAT, start, startAt + q0 * startStep);
        FloatVector s10 = FloatVector.fromArray(FLOAT, start, startAt + q1 * startStep);
        FloatVector s20 = FloatVector.fromArray(FLOAT, start, startAt + q2 * startStep);
        FloatVector s30 = FloatVector.fromArray(FLOAT, start, startAt + q3 * startStep);
        FloatVector s40 = FloatVector.fromArray(FLOAT, start, startAt + q4 * startStep);
        FloatVector s50 = FloatVector.fromArray(FLOAT, start, startAt + q5 * startStep);
        for (int i = 0; i < in; i++) {
            FloatVector w0 = FloatVector.fromArray(FLOAT, weights, w + i * BLOCK);
            FloatVector x0 = FloatVector.broadcast(FLOAT, src[p0 + i]);
            s00 = VectorSums.add(x0, w0, s00);
            FloatVector x1 = FloatVector.broadcast(FLOAT, src[p1 + i]);
            s10 = VectorSums.add(x1, w0, s10);
            FloatVector x2 = FloatVector.broadcast(FLOAT, src[p2 + i]);
            s20 = VectorSums.add(x2, w0, s20);
            FloatVector x3 = FloatVector.broadcast(FLOAT, src[p3 + i]);
            s30 = VectorSums.add(x3, w0, s30);
            FloatVector x4 = FloatVector.broadcast(FLOAT, src[p4 + i]);
            s40 = VectorSums.add(x4, w0, s40);
            FloatVector x5 = FloatVector.broadcast(FLOAT, src[p5 + i]);
            s50 = VectorSums.add(x5, w0, s50);
        }
        VectorSums.store(s00, dst, q0);
        VectorSums.store(s10, dst, q1);
        VectorSums.store(s20, dst, q2);
        VectorSums.store(s30, dst, q3);
        VectorSums.store(s40, dst, q4);
        VectorSums.store(s50, dst, q5);
    }
}
