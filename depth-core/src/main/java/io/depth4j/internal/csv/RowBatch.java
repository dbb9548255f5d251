package io.depth4j.internal.csv;

/** Room for some rows of a table: where each begins, its depth and its pixels, {@code NaN} where missing. */
final class RowBatch {

    private static final int CELLS = 1 << 18;
    private static final int MOST = 1024;

    final int width;
    final int capacity;
    final long[] lines;
    final double[] depths;
    final float[] pixels;
    int count;
    long missing;
    long outside;

    RowBatch(int width, int capacity) {
        this.width = width;
        this.capacity = capacity;
        this.lines = new long[capacity];
        this.depths = new double[capacity];
        this.pixels = new float[capacity * width];
    }

    /** How many rows of this width make about a megabyte. */
    static int capacity(int width) {
        return Math.max(1, Math.min(MOST, CELLS / width));
    }

    boolean isFull() {
        return count == capacity;
    }

    void clear() {
        count = 0;
        missing = 0;
        outside = 0;
    }

    /** Makes the row that was written behind the last one a row of the batch. */
    void add(long line, double depth, Cell cell) {
        lines[count] = line;
        depths[count] = depth;
        missing += cell.missingInRow();
        outside += cell.outsideInRow();
        count++;
    }
}
