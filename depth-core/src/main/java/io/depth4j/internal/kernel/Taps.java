package io.depth4j.internal.kernel;

import java.util.Arrays;

/** The windows of one axis while a convention fills them in, output by output. */
final class Taps {

    /** All windows with as many taps as the longest one has, moved to lie inside the input. */
    record Packed(int inputs, int taps, int[] first, double[] weights) {}

    private final int inputs;
    private final int[] first;
    private final double[][] weights;

    Taps(int inputs, int outputs) {
        this.inputs = inputs;
        this.first = new int[outputs];
        this.weights = new double[outputs][];
    }

    /** Every output is the input of the same index, which weighs {@code one}. */
    static Taps identity(int size, double one) {
        Taps taps = new Taps(size, size);
        for (int i = 0; i < size; i++) {
            taps.set(i, i, one);
        }
        return taps;
    }

    /** The window of {@code output} starts at {@code start}; a tap outside the input reads the edge. */
    void set(int output, int start, double... window) {
        int low = inside(start);
        double[] merged = new double[inside(start + window.length - 1) - low + 1];
        for (int k = 0; k < window.length; k++) {
            merged[inside(start + k) - low] += window[k];
        }
        int length = merged.length;
        while (length > 1 && merged[length - 1] == 0) {
            length--;
        }
        // Zeros in front stay: without them the first taps of neighbours could fall.
        first[output] = low;
        weights[output] = Arrays.copyOf(merged, length);
    }

    Windows floats() {
        return new Windows(packed());
    }

    FixedWindows fixed(int shift) {
        return new FixedWindows(packed(), shift);
    }

    private Packed packed() {
        int taps = 1;
        for (double[] window : weights) {
            taps = Math.max(taps, window.length);
        }
        int[] moved = new int[first.length];
        double[] packed = new double[Math.multiplyExact(first.length, taps)];
        for (int o = 0; o < first.length; o++) {
            moved[o] = Math.min(first[o], inputs - taps);
            System.arraycopy(weights[o], 0, packed, o * taps + first[o] - moved[o], weights[o].length);
        }
        return new Packed(inputs, taps, moved, packed);
    }

    private int inside(int index) {
        return Math.max(0, Math.min(inputs - 1, index));
    }
}
