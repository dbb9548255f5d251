package io.depth4j.internal.kernel;

import io.depth4j.internal.kernel.Taps.Packed;

/**
 * One axis of a resampling in fixed point: {@link Windows} with whole weights, where {@code 1 << shift} stands for 1.
 *
 * <p>255 times the sum of an output's absolute weights fits an {@code int}, rounding included.
 */
public final class FixedWindows {

    final int inputs;
    final int outputs;
    final int taps;
    final int shift;
    final int[] first;
    final int[] weights;

    FixedWindows(Packed packed, int shift) {
        this.inputs = packed.inputs();
        this.outputs = packed.first().length;
        this.taps = packed.taps();
        this.shift = shift;
        this.first = packed.first();
        this.weights = new int[packed.weights().length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (int) packed.weights()[i];
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

    public int shift() {
        return shift;
    }

    /** The first input that output {@code o} reads. */
    public int first(int o) {
        return first[o];
    }

    /** The first inputs of all outputs. Not to be written. */
    public int[] firsts() {
        return first;
    }

    /** The weights of all outputs, {@link #taps()} each. Not to be written. */
    public int[] weights() {
        return weights;
    }

    /** Whether every output is the input of the same index. */
    public boolean isIdentity() {
        return inputs == outputs && taps == 1 && allOne();
    }

    /** Whether the rounded sum of bytes is a byte in every output: no weight is negative, and they sum to about 1. */
    boolean staysInside() {
        for (int o = 0; o < outputs; o++) {
            long most = 1L << shift >> 1;
            for (int k = 0; k < taps; k++) {
                int weight = weights[o * taps + k];
                if (weight < 0) {
                    return false;
                }
                most += 255L * weight;
            }
            if (most >> shift > 255) {
                return false;
            }
        }
        return true;
    }

    private boolean allOne() {
        for (int weight : weights) {
            if (weight != 1 << shift) {
                return false;
            }
        }
        return true;
    }
}
