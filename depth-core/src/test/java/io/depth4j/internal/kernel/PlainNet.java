package io.depth4j.internal.kernel;

import java.util.Arrays;

/** Convolutions as they are defined, in double and value by value: what the kernels are held against. */
final class PlainNet {

    private PlainNet() {}

    /** @param weights for each output channel, for each channel of its group, the kernel row by row */
    static float[] convolve(
            float[] src,
            int height,
            int width,
            int in,
            int out,
            int groups,
            NetWindow window,
            float[] weights,
            float[] bias,
            NetActivation activation,
            float[] addend) {
        int inStride = NetKernels.padded(in);
        int outStride = NetKernels.padded(out);
        int outHeight = window.outHeight(height);
        int outWidth = window.outWidth(width);
        int perGroup = in / groups;
        float[] dst = new float[outHeight * outWidth * outStride];
        for (int y = 0; y < outHeight; y++) {
            for (int x = 0; x < outWidth; x++) {
                for (int o = 0; o < out; o++) {
                    double sum = bias[o];
                    int firstIn = o / (out / groups) * perGroup;
                    for (int i = 0; i < perGroup; i++) {
                        for (int ky = 0; ky < window.height(); ky++) {
                            for (int kx = 0; kx < window.width(); kx++) {
                                int sy = y * window.stride() + ky - window.top();
                                int sx = x * window.stride() + kx - window.left();
                                if (sy >= 0 && sy < height && sx >= 0 && sx < width) {
                                    int w = ((o * perGroup + i) * window.height() + ky) * window.width() + kx;
                                    sum += (double) src[(sy * width + sx) * inStride + firstIn + i] * weights[w];
                                }
                            }
                        }
                    }
                    int at = (y * outWidth + x) * outStride + o;
                    dst[at] = activated(activation, sum + (addend.length == 0 ? 0 : addend[at]));
                }
            }
        }
        return dst;
    }

    static float activated(NetActivation activation, double x) {
        double line = Math.min(1, Math.max(0, x * activation.a() + activation.b()));
        return (float)
                switch (activation.kind()) {
                    case NONE -> x;
                    case CLIP -> Math.min(activation.b(), Math.max(activation.a(), x));
                    case HARD_SIGMOID -> line;
                    case HARD_SWISH -> x * line;
                    case SIGMOID -> 1 / (1 + Math.exp(-x));
                };
    }

    /** What lies beyond the channels of each pixel becomes NaN: nothing of it may reach a channel. */
    static float[] poisoned(float[] pixels, int channels) {
        int stride = NetKernels.padded(channels);
        for (int at = 0; at < pixels.length; at += stride) {
            Arrays.fill(pixels, at + channels, at + stride, Float.NaN);
        }
        return pixels;
    }
}
