package io.depth4j.internal.kernel;

/** A convolution in which every channel looks at itself alone. */
public final class Depthwise {

    final int channels;
    final NetWindow window;
    final NetActivation activation;

    /** For each pixel of the kernel, row by row, those of all channels and of their padding. */
    final float[] weights;

    final float[] bias;

    /**
     * @param weights for each channel, the kernel row by row
     * @param bias one for each channel
     */
    public Depthwise(int channels, NetWindow window, float[] weights, float[] bias, NetActivation activation) {
        Direct.requireLength("weights", channels * window.taps(), weights.length);
        Direct.requireLength("biases", channels, bias.length);
        this.channels = channels;
        this.window = window;
        this.activation = activation;
        int padded = NetKernels.padded(channels);
        this.weights = new float[window.taps() * padded];
        for (int channel = 0; channel < channels; channel++) {
            for (int tap = 0; tap < window.taps(); tap++) {
                this.weights[tap * padded + channel] = weights[channel * window.taps() + tap];
            }
        }
        this.bias = Direct.padded(bias);
    }

    private Depthwise(Depthwise other, NetActivation activation) {
        this.channels = other.channels;
        this.window = other.window;
        this.activation = activation;
        this.weights = other.weights;
        this.bias = other.bias;
    }

    /** With another activation, over the same weights. */
    public Depthwise withActivation(NetActivation newActivation) {
        return new Depthwise(this, newActivation);
    }
}
