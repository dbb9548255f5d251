package io.depth4j.tiledb;

import java.util.Arrays;

/**
 * Rows of one image that lie side by side in one segment, by depth, each depth once.
 *
 * @param segment the segment's name
 * @param slot where in the segment's first dimension
 * @param first the first row's place in the segment's second dimension
 * @param rows how many
 * @param low the least depth
 * @param high the greatest depth
 * @param masked whether pixels may be missing that are not floats
 * @param timed whether each row has its own times; else all have the run's
 * @param averaged whether means of its blocks are kept, see {@link RunMeans}
 * @param time when the rows came, in microseconds
 * @param fence the depth of every {@link #FENCE}th row, from the first one on
 */
record Run(
        String segment,
        long slot,
        long first,
        long rows,
        double low,
        double high,
        boolean masked,
        boolean timed,
        boolean averaged,
        long time,
        double[] fence) {

    /** Rows between two depths that are kept in memory. */
    static final int FENCE = 512;

    /** As it came at a time. */
    Run at(long moment) {
        return new Run(segment, slot, first, rows, low, high, masked, timed, averaged, moment, fence);
    }

    /** With a time for each row. */
    Run withTimes() {
        return new Run(segment, slot, first, rows, low, high, masked, true, averaged, time, fence);
    }

    /** What tells it from all others. */
    String key() {
        return segment + "/" + slot + "/" + first;
    }

    /** Whether it may have rows between two depths. */
    boolean meets(double from, double to) {
        return high >= from && low <= to;
    }

    /** The fence of a run that had {@code rows} rows before these. */
    static double[] fence(double[] fence, long rows, double[] depths) {
        long all = rows + depths.length;
        double[] longer = Arrays.copyOf(fence, (int) ((all + FENCE - 1) / FENCE));
        for (int i = fence.length; i < longer.length; i++) {
            longer[i] = depths[(int) ((long) i * FENCE - rows)];
        }
        return longer;
    }
}
