package io.depth4j.internal.kernel;

import io.depth4j.internal.kernel.Taps.Packed;

/**
 * One axis of a resampling in floats: output {@code o} is the sum over {@code k < taps} of {@code weights[o * taps + k]} times
 * input {@code first[o] + k}.
 *
 * <p>Every output has the same number of taps, all of them inside the input; the ones it does not need weigh 0.
 * {@code first} never falls. Kernels read the arrays and nobody writes them.
 */
public final class Windows {

    final int inputs;
    final int outputs;
    final int taps;
    final int[] first;
    final float[] weights;

    Windows(Packed packed) {
        this.inputs = packed.inputs();
        this.outputs = packed.first().length;
        this.taps = packed.taps();
        this.first = packed.first();
        this.weights = new float[packed.weights().length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) packed.weights()[i];
        }
    }

    public int inputs() {
        return inputs;
    }

    public int outputs() {
        return outputs;
    }

    public int taps() {
        return taps;
    }

    /** The first input that output {@code o} reads. */
    public int first(int o) {
        return first[o];
    }

    /** What input {@code first(o) + k} counts in output {@code o}. */
    public float weight(int o, int k) {
        return weights[o * taps + k];
    }

    /** The first inputs of all outputs. Not to be written. */
    public int[] firsts() {
        return first;
    }

    /** The weights of all outputs, {@link #taps()} each. Not to be written. */
    public float[] weights() {
        return weights;
    }

    /** The sum of the weights of output {@code o}. */
    public float total(int o) {
        float total = 0;
        for (int k = 0; k < taps; k++) {
            total += weight(o, k);
        }
        return total;
    }
}
