package io.depth4j.tiledb;

import java.util.Arrays;

/**
 * When rows came and when they were replaced, in microseconds.
 *
 * @param created one a row
 * @param updated one a row
 */
record RowStamps(long[] created, long[] updated) {

    /** Times that are not known yet: 0. */
    static RowStamps ofRows(int rows) {
        return new RowStamps(new long[rows], new long[rows]);
    }

    /** Whether all rows came at one time, and none was replaced. */
    boolean areOne() {
        long first = one();
        return Arrays.stream(created).allMatch(time -> time == first) && Arrays.equals(created, updated);
    }

    /** The time of them all, if it is one. */
    long one() {
        return created[0];
    }

    /** Gives a time to those that have none. */
    void setUnknown(long time) {
        Arrays.setAll(created, row -> created[row] == 0 ? time : created[row]);
        Arrays.setAll(updated, row -> updated[row] == 0 ? time : updated[row]);
    }

    void copyTo(RowStamps dst, int row) {
        System.arraycopy(created, 0, dst.created, row, created.length);
        System.arraycopy(updated, 0, dst.updated, row, updated.length);
    }
}
