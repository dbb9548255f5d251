package io.depth4j.internal.render;

import java.util.Arrays;

/**
 * Exact percentiles of values that come and go: how many there are of each different value, in a tree of partial sums. Those that
 * are not finite count for nothing.
 */
final class SlidingPercentiles {

    private static final int MISSING = -1;

    private final float[] levels;
    private final int[] ranks;
    private final int[] tree;
    private final int top;
    private int count;

    /** @param values all that may come, none of them there yet */
    SlidingPercentiles(float[] values) {
        this.levels = levels(values);
        this.ranks = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            ranks[i] = isFinite(values[i]) ? Arrays.binarySearch(levels, values[i] + 0f) : MISSING;
        }
        this.tree = new int[levels.length + 1];
        this.top = Integer.highestOneBit(Math.max(1, levels.length));
    }

    private static float[] levels(float[] values) {
        float[] sorted = new float[values.length];
        int finite = 0;
        for (float value : values) {
            if (isFinite(value)) {
                sorted[finite++] = value + 0f; // one zero, whatever its sign
            }
        }
        Arrays.sort(sorted, 0, finite);
        int different = 0;
        for (int i = 0; i < finite; i++) {
            if (different == 0 || sorted[i] != sorted[different - 1]) {
                sorted[different++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, different);
    }

    private static boolean isFinite(float value) {
        return Math.abs(value) <= Float.MAX_VALUE;
    }

    /** The values at some indices come. */
    void add(int from, int to) {
        change(from, to, 1);
    }

    /** The values at some indices go. */
    void remove(int from, int to) {
        change(from, to, -1);
    }

    private void change(int from, int to, int by) {
        for (int i = from; i < to; i++) {
            if (ranks[i] != MISSING) {
                count += by;
                for (int at = ranks[i] + 1; at < tree.length; at += at & -at) {
                    tree[at] += by;
                }
            }
        }
    }

    /** Between the two nearest ranks, as NumPy does by default; {@code NaN} if no finite value is there. */
    double percentile(double percent) {
        if (count == 0) {
            return Double.NaN;
        }
        double rank = percent / 100 * (count - 1);
        int below = (int) rank;
        double low = ofRank(below);
        return below == rank ? low : low + (ofRank(below + 1) - low) * (rank - below);
    }

    /** The value that so many others precede. */
    private double ofRank(int rank) {
        int at = 0;
        int before = 0;
        for (int step = top; step > 0; step >>= 1) {
            if (at + step < tree.length && before + tree[at + step] <= rank) {
                at += step;
                before += tree[at];
            }
        }
        return levels[at];
    }
}
