package io.depth4j.internal.kernel;

import java.util.Arrays;

/** A convolution in which every output channel looks at all input channels. */
public final class Direct {

    final int in;
    final int out;
    final NetWindow window;
    final NetActivation activation;

    /** As {@link Pointwise#weights}, with the input channels of the kernel's first pixel first. */
    final float[] weights;

    /**
     * Where there is one output channel, and input channels for a block: for each pixel of the kernel, blocks of input channels,
     * the last of which begins so early that it ends with the last channel; what it has in common with the one before weighs
     * nothing. So whole vectors are read, and nothing of the padding.
     */
    final float[] single;

    final float[] bias;

    /**
     * @param weights for each output channel, for each input channel, the kernel row by row
     * @param bias one for each output channel
     */
    public Direct(int in, int out, NetWindow window, float[] weights, float[] bias, NetActivation activation) {
        requireLength("weights", in * out * window.taps(), weights.length);
        requireLength("biases", out, bias.length);
        this.in = in;
        this.out = out;
        this.window = window;
        this.activation = activation;
        this.weights = pack(in, out, window.taps(), weights);
        this.single = out == 1 && in >= NetKernels.BLOCK ? packSingle(in, window.taps(), weights) : new float[0];
        this.bias = padded(bias);
    }

    private Direct(Direct other, NetActivation activation) {
        this.in = other.in;
        this.out = other.out;
        this.window = other.window;
        this.activation = activation;
        this.weights = other.weights;
        this.single = other.single;
        this.bias = other.bias;
    }

    /** With another activation, over the same weights. */
    public Direct withActivation(NetActivation newActivation) {
        return new Direct(this, newActivation);
    }

    /** A single output channel: the sums of a block's channels become one, in the same order everywhere, and the bias is added. */
    void total(float[] sums, int at) {
        for (int half = NetKernels.BLOCK / 2; half > 0; half /= 2) {
            for (int i = at; i < at + half; i++) {
                sums[i] += sums[i + half];
            }
        }
        sums[at] += bias[0];
    }

    static float[] pack(int in, int out, int taps, float[] weights) {
        float[] packed = new float[NetKernels.padded(out) * taps * in];
        for (int o = 0; o < out; o++) {
            int block = o / NetKernels.BLOCK * taps * in * NetKernels.BLOCK + o % NetKernels.BLOCK;
            for (int i = 0; i < in; i++) {
                for (int tap = 0; tap < taps; tap++) {
                    packed[block + (tap * in + i) * NetKernels.BLOCK] = weights[(o * in + i) * taps + tap];
                }
            }
        }
        return packed;
    }

    private static float[] packSingle(int in, int taps, float[] weights) {
        int padded = NetKernels.padded(in);
        float[] packed = new float[taps * padded];
        int shift = padded - in;
        for (int i = 0; i < in; i++) {
            int to = i < padded - NetKernels.BLOCK ? i : i + shift;
            for (int tap = 0; tap < taps; tap++) {
                packed[tap * padded + to] = weights[i * taps + tap];
            }
        }
        return packed;
    }

    static float[] padded(float[] channels) {
        return Arrays.copyOf(channels, NetKernels.padded(channels.length));
    }

    static void requireLength(String what, int expected, int found) {
        if (expected != found) {
            throw new IllegalArgumentException("Expected " + expected + " " + what + ", found " + found);
        }
    }
}
