package io.depth4j.tiledb;

import io.depth4j.frames.Frames;
import io.depth4j.tiledb.Segments.Blocks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Means of blocks of a run's rows, and means of blocks of these, so that a run can be seen from afar without its rows. A block
 * that is not whole has none. They are gathered and written now and then, as every write has its price.
 */
final class RunMeans {

    static final int LEVELS = 2;
    private static final int[] ROWS = {96, 768};

    /** What a level gathers before it is written. */
    private static final int GATHERED_BYTES = 4 << 20;

    private final Segments segments;
    private final String segment;
    private final long slot;
    private final int width;
    private final List<Level> levels = new ArrayList<>();
    /** Sums of bytes, which are exact and fast. */
    private final int[] byteSums;

    RunMeans(Segments segments, String segment, long slot, long first, int width) {
        this.segments = segments;
        this.segment = segment;
        this.slot = slot;
        this.width = width;
        this.byteSums = new int[width];
        for (int level = 0; level < LEVELS; level++) {
            levels.add(new Level(level, first));
        }
    }

    /** How many rows a block has. */
    static int rows(int level) {
        return ROWS[level];
    }

    /** Where the blocks of a run begin: no two runs of a slot share one. */
    static long first(Run run, int level) {
        return firstOf(run.first(), level);
    }

    private static long firstOf(long first, int level) {
        return (first + ROWS[level] - 1) / ROWS[level];
    }

    /** The next rows of the run. */
    void add(Frames rows) {
        Level finest = levels.get(0);
        for (int row = 0; row < rows.count(); ) {
            int end = Math.min(rows.count(), row + ROWS[0] - finest.rows);
            finest.add(rows, row, end);
            row = end;
            for (int level = 0; level < LEVELS && levels.get(level).isWhole(); level++) {
                if (level + 1 < LEVELS) {
                    levels.get(level + 1).add(levels.get(level));
                }
                levels.get(level).next();
            }
        }
    }

    /** Writes what is gathered. */
    void finish() {
        levels.forEach(Level::write);
    }

    /** Blocks of one size: the one that is being summed, and those that are gathered. */
    private final class Level {

        private final int level;
        private final double[] sums = new double[width];
        private final int[] counts = new int[width];
        private final int most = Math.max(1, GATHERED_BYTES / (width * (Float.BYTES + Short.BYTES)));
        private double low;
        private double high;
        private int rows;

        private double[] lows = new double[0];
        private double[] highs = new double[0];
        private float[] means = new float[0];
        private short[] numbers = new short[0];
        private int gathered;
        private long next;

        Level(int level, long first) {
            this.level = level;
            this.next = firstOf(first, level);
        }

        boolean isWhole() {
            return rows == ROWS[level];
        }

        void add(Frames frames, int from, int to) {
            extend(frames.depth(from), frames.depth(to - 1), to - from);
            switch (frames.type()) {
                case FLOAT32 -> sum(frames.floats(), from, to);
                case UINT8 -> {
                    if (frames.isMasked()) {
                        sum(frames.bytes(), frames.valid(), from, to);
                    } else {
                        sum(frames.bytes(), from, to);
                    }
                }
            }
        }

        /** A whole block of the finer level. */
        void add(Level finer) {
            extend(finer.low, finer.high, finer.rows);
            for (int x = 0; x < width; x++) {
                sums[x] += finer.sums[x];
                counts[x] += finer.counts[x];
            }
        }

        private void extend(double from, double to, int more) {
            low = rows == 0 ? from : low;
            high = to;
            rows += more;
        }

        private void sum(byte[] pixels, int from, int to) {
            Arrays.fill(byteSums, 0);
            for (int at = from * width; at < to * width; at += width) {
                for (int x = 0; x < width; x++) {
                    byteSums[x] += pixels[at + x] & 0xff;
                }
            }
            for (int x = 0; x < width; x++) {
                sums[x] += byteSums[x];
                counts[x] += to - from;
            }
        }

        private void sum(byte[] pixels, byte[] valid, int from, int to) {
            Arrays.fill(byteSums, 0);
            for (int at = from * width; at < to * width; at += width) {
                for (int x = 0; x < width; x++) {
                    byteSums[x] += (pixels[at + x] & 0xff) * valid[at + x];
                    counts[x] += valid[at + x];
                }
            }
            for (int x = 0; x < width; x++) {
                sums[x] += byteSums[x];
            }
        }

        private void sum(float[] pixels, int from, int to) {
            for (int at = from * width; at < to * width; at += width) {
                for (int x = 0; x < width; x++) {
                    boolean finite = Math.abs(pixels[at + x]) <= Float.MAX_VALUE;
                    sums[x] += finite ? pixels[at + x] : 0;
                    counts[x] += finite ? 1 : 0;
                }
            }
        }

        /** Gathers the block that is whole, and begins the next one. */
        void next() {
            if (gathered == lows.length) {
                grow();
            }
            lows[gathered] = low;
            highs[gathered] = high;
            int at = gathered * width;
            for (int x = 0; x < width; x++) {
                means[at + x] = counts[x] == 0 ? Float.NaN : (float) (sums[x] / counts[x]);
                numbers[at + x] = (short) counts[x];
            }
            gathered++;
            Arrays.fill(sums, 0);
            Arrays.fill(counts, 0);
            rows = 0;
            if (gathered == most) {
                write();
            }
        }

        private void grow() {
            int capacity = Math.min(most, Math.max(16, 2 * gathered));
            lows = Arrays.copyOf(lows, capacity);
            highs = Arrays.copyOf(highs, capacity);
            means = Arrays.copyOf(means, capacity * width);
            numbers = Arrays.copyOf(numbers, capacity * width);
        }

        void write() {
            if (gathered > 0) {
                Blocks blocks = new Blocks(
                        Arrays.copyOf(lows, gathered),
                        Arrays.copyOf(highs, gathered),
                        Arrays.copyOf(means, gathered * width),
                        Arrays.copyOf(numbers, gathered * width));
                segments.writeMeans(segment, slot, level, next, blocks);
                next += gathered;
                gathered = 0;
            }
        }
    }
}
