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
                        layer.bias,
                        o,
                        addend,
                        addendAt + pixel * outStride + o,
                        dst,
                        dstAt + pixel * outStride + o,
                        outStride,
                        Math.min(4, to - pixel));
            }
        }
    }

    /** Four pixels by four channels: sixteen sums stay in registers. Pixels beyond {@code pixels} are not written. */
    private static void tile(
            float[] src,
            int p0,
            int p1,
            int p2,
            int p3,
            int in,
            float[] weights,
            int weightsAt,
            float[] bias,
            int o,
            float[] addend,
            int addendAt,
            float[] dst,
            int dstAt,
            int outStride,
            int pixels) {
        float a0 = bias[o];
        float a1 = bias[o + 1];
        float a2 = bias[o + 2];
        float a3 = bias[o + 3];
        float b0 = a0;
        float b1 = a1;
        float b2 = a2;
        float b3 = a3;
        float c0 = a0;
        float c1 = a1;
        float c2 = a2;
        float c3 = a3;
        float d0 = a0;
        float d1 = a1;
        float d2 = a2;
        float d3 = a3;
        for (int i = 0; i < in; i++) {
            int w = weightsAt + i * BLOCK;
            float w0 = weights[w];
            float w1 = weights[w + 1];
            float w2 = weights[w + 2];
            float w3 = weights[w + 3];
            float a = src[p0 + i];
            a0 += a * w0;
            a1 += a * w1;
            a2 += a * w2;
            a3 += a * w3;
            float b = src[p1 + i];
            b0 += b * w0;
            b1 += b * w1;
            b2 += b * w2;
            b3 += b * w3;
            float c = src[p2 + i];
            c0 += c * w0;
            c1 += c * w1;
            c2 += c * w2;
            c3 += c * w3;
            float d = src[p3 + i];
            d0 += d * w0;
            d1 += d * w1;
            d2 += d * w2;
            d3 += d * w3;
        }
        store(dst, dstAt, a0, a1, a2, a3, addend, addendAt);
        if (pixels > 1) {
            store(dst, dstAt + outStride, b0, b1, b2, b3, addend, addendAt + outStride);
        }
        if (pixels > 2) {
            store(dst, dstAt + 2 * outStride, c0, c1, c2, c3, addend, addendAt + 2 * outStride);
        }
        if (pixels > 3) {
            store(dst, dstAt + 3 * outStride, d0, d1, d2, d3, addend, addendAt + 3 * outStride);
        }
    }

    private static void store(
            float[] dst, int at, float v0, float v1, float v2, float v3, float[] addend, int addendAt) {
        boolean adds = addend.length > 0;
        dst[at] = adds ? v0 + addend[addendAt] : v0;
        dst[at + 1] = adds ? v1 + addend[addendAt + 1] : v1;
        dst[at + 2] = adds ? v2 + addend[addendAt + 2] : v2;
        dst[at + 3] = adds ? v3 + addend[addendAt + 3] : v3;
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
                    sum0 += x * weights[w + i * BLOCK];
                    sum1 += x * weights[w + i * BLOCK + 1];
                    sum2 += x * weights[w + i * BLOCK + 2];
                    sum3 += x * weights[w + i * BLOCK + 3];
                }
            }
            dst[dstAt + o] = sum0;
            dst[dstAt + o + 1] = sum1;
            dst[dstAt + o + 2] = sum2;
            dst[dstAt + o + 3] = sum3;
        }
    }
}
