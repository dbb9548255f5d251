package io.depth4j.internal.kernel;

/** A 1x1 convolution: every output channel of a pixel is a weighted sum of the pixel's input channels. */
public final class Pointwise {

    static final float[] NO_ADDEND = {};

    final int in;
    final int out;
    final NetActivation activation;

    /** One block of output channels after the other; in it, for each input channel, the weights of the block's channels. */
    final float[] weights;

    final float[] bias;

    /**
     * @param weights for each output channel, those of the input channels
     * @param bias one for each output channel
     */
    public Pointwise(int in, int out, float[] weights, float[] bias, NetActivation activation) {
        Direct.requireLength("weights", in * out, weights.length);
        Direct.requireLength("biases", out, bias.length);
        this.in = in;
        this.out = out;
        this.activation = activation;
        this.weights = Direct.pack(in, out, 1, weights);
        this.bias = Direct.padded(bias);
    }

    private Pointwise(Pointwise other, NetActivation activation) {
        this.in = other.in;
        this.out = other.out;
        this.activation = activation;
        this.weights = other.weights;
        this.bias = other.bias;
    }

    /** With another activation, over the same weights. */
    public Pointwise withActivation(NetActivation newActivation) {
        return new Pointwise(this, newActivation);
    }
}
