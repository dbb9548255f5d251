package io.depth4j.internal.kernel;

import io.depth4j.internal.Pool;
import java.util.Arrays;

/**
 * Exact percentiles of the finite values of a plane, by counting: two passes over 16 bits each of a float's ordered bit
 * pattern. No sorting and no copy; one pooled table of counts.
 */
public final class Percentiles {

    private static final Pool<int[]> COUNTS = new Pool<>(() -> new int[1 << 16]);

    private Percentiles() {}

    /**
     * The value at a percentile, interpolated between the two nearest ranks, or {@code NaN} if no value is finite.
     *
     * @param percent 0 to 100
     */
    public static double of(float[] src, int offset, int length, double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("A percentile lies between 0 and 100, found " + percent);
        }
        int[] counts = COUNTS.take();
        try {
            int finite = countHighHalves(src, offset, length, counts);
            if (finite == 0) {
                return Double.NaN;
            }
            double rank = percent / 100 * (finite - 1);
            int below = (int) rank;
            double fraction = rank - below;
            double low = valueOfRank(src, offset, length, counts, below);
            if (fraction == 0) {
                return low;
            }
            countHighHalves(src, offset, length, counts);
            double high = valueOfRank(src, offset, length, counts, below + 1);
            return low + (high - low) * fraction;
        } finally {
            COUNTS.give(counts);
        }
    }

    private static int countHighHalves(float[] src, int offset, int length, int[] counts) {
        Arrays.fill(counts, 0);
        int finite = 0;
        for (int i = offset; i < offset + length; i++) {
            if (Math.abs(src[i]) <= Float.MAX_VALUE) {
                counts[ordered(src[i]) >>> 16]++;
                finite++;
            }
        }
        return finite;
    }

    /** Finds the bucket of the rank among the counted high halves, then counts the low halves within that bucket. */
    private static float valueOfRank(float[] src, int offset, int length, int[] counts, int rank) {
        int before = 0;
        int high = 0;
        while (before + counts[high] <= rank) {
            before += counts[high++];
        }
        Arrays.fill(counts, 0);
        for (int i = offset; i < offset + length; i++) {
            if (Math.abs(src[i]) <= Float.MAX_VALUE && ordered(src[i]) >>> 16 == high) {
                counts[ordered(src[i]) & 0xffff]++;
            }
        }
        int low = 0;
        while (before + counts[low] <= rank) {
            before += counts[low++];
        }
        return fromOrdered(high << 16 | low);
    }

    /** A bit pattern that, read as unsigned, orders as the float does. */
    private static int ordered(float value) {
        int bits = Float.floatToRawIntBits(value);
        return bits ^ (bits >> 31 | 0x80000000);
    }

    private static float fromOrdered(int ordered) {
        return Float.intBitsToFloat(ordered ^ (~ordered >> 31 | 0x80000000));
    }
}
