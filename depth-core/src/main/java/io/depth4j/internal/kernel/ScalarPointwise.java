package io.depth4j.internal.kernel;

/** The matrix product of {@link ScalarNetKernels}. */
final class ScalarPointwise {

    private static final int BLOCK = NetKernels.BLOCK;

    private ScalarPointwise() {}

    /** All but the activation. */
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
        int inStride = NetKernels.padded(layer.in);
        int outStride = NetKernels.padded(layer.out);
        boolean begun = addend.length > 0;
        if (begun) {
            begin(layer, addend, addendAt, dst, dstAt, from, to);
        }
        for (int o = 0; o < layer.out; o += 4) {
            int w = o / BLOCK * layer.in * BLOCK + o % BLOCK;
            for (int pixel = from; pixel < to; pixel += 4) {
                int last = to - 1;
                tile(
                        src,
                        srcAt + pixel * inStride,
                        srcAt + Math.min(pixel + 1, last) * inStride,
                        srcAt + Math.min(pixel + 2, last) * inStride,
                        srcAt + Math.min(pixel + 3, last) * inStride,
                        layer.in,
                        layer.weights,
                        w,
                        begun ? dst : layer.bias,
                        begun ? dstAt + pixel * outStride + o : o,
                        begun ? outStride : 0,
                        dst,
                        dstAt + pixel * outStride + o,
                        outStride,
                        Math.min(4, to - pixel));
            }
        }
    }

    /** Sums before the products are added, in the order of {@link VectorPointwise}. */
    private static void begin(Pointwise layer, float[] addend, int addendAt, float[] dst, int dstAt, int from, int to) {
        int stride = NetKernels.padded(layer.out);
        for (int at = from * stride; at < to * stride; at += stride) {
            for (int o = 0; o < stride; o++) {
                dst[dstAt + at + o] = addend[addendAt + at + o] + layer.bias[o];
            }
        }
    }

    /**
     * Four pixels by four channels: sixteen sums stay in registers. Pixels beyond {@code pixels} are not written. The first
     * pixel's sums begin with what is at {@code startAt}, the next one's {@code startStep} after it.
     */
    private static void tile(
            float[] src,
            int p0,
            int p1,
            int p2,
            int p3,
            int in,
            float[] weights,
            int weightsAt,
            float[] start,
            int startAt,
            int startStep,
            float[] dst,
            int dstAt,
            int outStride,
            int pixels) {
        float a0 = start[startAt];
        float a1 = start[startAt + 1];
        float a2 = start[startAt + 2];
        float a3 = start[startAt + 3];
        int bStart = startAt + Math.min(1, pixels - 1) * startStep;
        float b0 = start[bStart];
        float b1 = start[bStart + 1];
        float b2 = start[bStart + 2];
        float b3 = start[bStart + 3];
        int cStart = startAt + Math.min(2, pixels - 1) * startStep;
        float c0 = start[cStart];
        float c1 = start[cStart + 1];
        float c2 = start[cStart + 2];
        float c3 = start[cStart + 3];
        int dStart = startAt + Math.min(3, pixels - 1) * startStep;
        float d0 = start[dStart];
        float d1 = start[dStart + 1];
        float d2 = start[dStart + 2];
        float d3 = start[dStart + 3];
        for (int i = 0; i < in; i++) {
            int w = weightsAt + i * BLOCK;
            float w0 = weights[w];
            float w1 = weights[w + 1];
            float w2 = weights[w + 2];
            float w3 = weights[w + 3];
            float a = src[p0 + i];
            a0 = Fma.add(a, w0, a0);
            a1 = Fma.add(a, w1, a1);
            a2 = Fma.add(a, w2, a2);
            a3 = Fma.add(a, w3, a3);
            float b = src[p1 + i];
            b0 = Fma.add(b, w0, b0);
            b1 = Fma.add(b, w1, b1);
            b2 = Fma.add(b, w2, b2);
            b3 = Fma.add(b, w3, b3);
            float c = src[p2 + i];
            c0 = Fma.add(c, w0, c0);
            c1 = Fma.add(c, w1, c1);
            c2 = Fma.add(c, w2, c2);
            c3 = Fma.add(c, w3, c3);
            float d = src[p3 + i];
            d0 = Fma.add(d, w0, d0);
            d1 = Fma.add(d, w1, d1);
            d2 = Fma.add(d, w2, d2);
            d3 = Fma.add(d, w3, d3);
        }
        store(dst, dstAt, a0, a1, a2, a3);
        if (pixels > 1) {
            store(dst, dstAt + outStride, b0, b1, b2, b3);
        }
        if (pixels > 2) {
            store(dst, dstAt + 2 * outStride, c0, c1, c2, c3);
        }
        if (pixels > 3) {
            store(dst, dstAt + 3 * outStride, d0, d1, d2, d3);
        }
    }

    private static void store(float[] dst, int at, float v0, float v1, float v2, float v3) {
        dst[at] = v0;
        dst[at + 1] = v1;
        dst[at + 2] = v2;
        dst[at + 3] = v3;
    }

    /** Adds a run of pixels, each with weights of its own, to the first {@code out} channels of one block. */
    static void addRun(
            float[] src,
            int srcAt,
            int inStride,
            int run,
            int in,
            float[] weights,
            int weightsAt,
            float[] dst,
            int dstAt,
            int out) {
        for (int o = 0; o < out; o += 4) {
            float sum0 = dst[dstAt + o];
            float sum1 = dst[dstAt + o + 1];
            float sum2 = dst[dstAt + o + 2];
            float sum3 = dst[dstAt + o + 3];
            for (int pixel = 0; pixel < run; pixel++) {
                int p = srcAt + pixel * inStride;
                int w = weightsAt + pixel * in * BLOCK + o;
                for (int i = 0; i < in; i++) {
                    float x = src[p + i];
                    sum0 = Fma.add(x, weights[w + i * BLOCK], sum0);
                    sum1 = Fma.add(x, weights[w + i * BLOCK + 1], sum1);
                    sum2 = Fma.add(x, weights[w + i * BLOCK + 2], sum2);
                    sum3 = Fma.add(x, weights[w + i * BLOCK + 3], sum3);
                }
            }
            dst[dstAt + o] = sum0;
            dst[dstAt + o + 1] = sum1;
            dst[dstAt + o + 2] = sum2;
            dst[dstAt + o + 3] = sum3;
        }
    }
}
