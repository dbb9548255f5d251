package io.depth4j.internal.frames;

import io.depth4j.frames.DepthRange;

/** Places among depths that ascend. */
public final class Depths {

    private Depths() {}

    /** The first of {@code count} depths that is not below {@code depth}; {@code count} if there is none. */
    public static int notBelow(double[] depths, int count, double depth) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (depths[middle] < depth) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first of {@code count} depths that lies behind a range; {@code count} if there is none. */
    public static int behind(double[] depths, int count, DepthRange range) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (range.isBelowEnd(depths[middle])) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The place of the depth nearest to {@code depth}, the lower of two that are as near; there is at least one. */
    public static int nearest(double[] depths, int count, double depth) {
        int above = notBelow(depths, count, depth);
        if (above == count) {
            return count - 1;
        }
        return above > 0 && depth - depths[above - 1] <= depths[above] - depth ? above - 1 : above;
    }

    /** The place of the nearest depth that is the same one but for a tolerance, or -1. */
    public static int same(double[] depths, int count, double depth, double tolerance) {
        if (count == 0) {
            return -1;
        }
        int nearest = nearest(depths, count, depth);
        return Math.abs(depths[nearest] - depth) <= tolerance ? nearest : -1;
    }
}
