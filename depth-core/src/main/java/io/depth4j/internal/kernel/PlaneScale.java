package io.depth4j.internal.kernel;

/**
 * How the channels of a pixel become planes: plane {@code p} takes channel {@code channel[p]}, times {@code factor[p]}, plus
 * {@code bias[p]}.
 */
public final class PlaneScale {

    static final int PLANES = 3;

    final int[] channel;
    final float[] factor;
    final float[] bias;

    public PlaneScale(int[] channel, float[] factor, float[] bias) {
        this.channel = channel.clone();
        this.factor = factor.clone();
        this.bias = new float[bias.length];
        for (int plane = 0; plane < bias.length; plane++) {
            this.bias[plane] = bias[plane] + 0f; // never -0f, so that the sign of a zero it is added to does not matter
        }
    }

    /** The plane that takes a channel. */
    int planeOf(int wanted) {
        return channel[0] == wanted ? 0 : channel[1] == wanted ? 1 : 2;
    }
}
