package io.depth4j.internal.frames;

import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.Frames;
import io.depth4j.frames.PixelType;
import java.util.Arrays;

/**
 * Means of rows over equal parts of the depths from one to another, pixel by pixel over those that are not missing. Rows come in
 * any order and in any number of pieces; neighbours of one part are fastest. Those beyond the ends are left out.
 *
 * <p>Row {@code r} of a piece has its depth at {@code depths[r]} and its pixels from {@code r * width} on. An infinite pixel
 * counts as missing. Sums of bytes are exact.
 */
public final class RowMeans {

    /** So many rows of bytes never overflow an {@code int}. */
    private static final int RUN = 1 << 23;

    private static final int MOST = 1 << 28;

    /** What lies in several parts counts to them by so many shares. */
    private static final int SHARES = 8;

    private final double low;
    private final double high;

    /** By halves, as the difference of the ends may be beyond all doubles. */
    private final double halfSpan;

    /** Parts for each half of a unit of depth: a whole number where parts have a round size, so that edges are exact. */
    private final double perHalf;

    private final int parts;
    private final int width;
    private final double[] sums;
    private final int[] counts;
    private final boolean[] met;
    private final int[] runSums;
    private final int[] runCounts;

    /**
     * Without rows so far.
     *
     * @param low where the first part begins, finite
     * @param high where the last part ends, finite; it belongs to it. If it equals {@code low}, all is in the first part
     */
    public RowMeans(double low, double high, int parts, int width) {
        if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException(
                    "Parts lie between finite depths, the lower one first, found " + low + " and " + high);
        }
        if (parts < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "Means need at least 1 part and 1 pixel, found " + parts + " and " + width);
        }
        if ((long) parts * width > MOST) {
            throw new IllegalArgumentException("Means of " + parts + " parts of " + width
                    + " pixels do not fit into memory; there may be " + MOST + " of them");
        }
        this.low = low;
        this.high = high;
        this.halfSpan = high * 0.5 - low * 0.5;
        this.perHalf = parts / halfSpan;
        this.parts = parts;
        this.width = width;
        this.sums = new double[parts * width];
        this.counts = new int[sums.length];
        this.met = new boolean[parts];
        this.runSums = new int[width];
        this.runCounts = new int[width];
    }

    /** Adds rows of either type. */
    public void add(Frames rows) {
        add(rows, 0, rows.count());
    }

    /** Adds some of the rows, of either type. */
    public void add(Frames rows, int from, int to) {
        if (rows.type() == PixelType.FLOAT32) {
            add(rows.depths(), rows.floats(), from, to);
        } else if (rows.isMasked()) {
            add(rows.depths(), rows.bytes(), rows.valid(), from, to);
        } else {
            add(rows.depths(), rows.bytes(), from, to);
        }
    }

    /** Adds rows of bytes without missing pixels. */
    public void add(double[] depths, byte[] pixels, int from, int to) {
        for (int row = from; row < to; ) {
            int part = part(depths[row]);
            int end = runEnd(depths, row, to, part);
            if (part >= 0) {
                Arrays.fill(runSums, 0);
                for (int at = row * width; at < end * width; at += width) {
                    for (int x = 0; x < width; x++) {
                        runSums[x] += pixels[at + x] & 0xff;
                    }
                }
                Arrays.fill(runCounts, end - row);
                addRun(part);
            }
            row = end;
        }
    }

    /** Adds rows of bytes; a pixel whose flag is 0 is missing. */
    public void add(double[] depths, byte[] pixels, byte[] valid, int from, int to) {
        for (int row = from; row < to; ) {
            int part = part(depths[row]);
            int end = runEnd(depths, row, to, part);
            if (part >= 0) {
                Arrays.fill(runSums, 0);
                Arrays.fill(runCounts, 0);
                for (int at = row * width; at < end * width; at += width) {
                    for (int x = 0; x < width; x++) {
                        int there = valid[at + x] == 0 ? 0 : 1;
                        runSums[x] += (pixels[at + x] & 0xff) * there;
                        runCounts[x] += there;
                    }
                }
                addRun(part);
            }
            row = end;
        }
    }

    /** Adds rows of floats; {@code NaN} is missing. */
    public void add(double[] depths, float[] pixels, int from, int to) {
        for (int row = from; row < to; row++) {
            int part = part(depths[row]);
            if (part >= 0) {
                met[part] = true;
                int base = part * width;
                for (int x = 0; x < width; x++) {
                    float value = pixels[row * width + x];
                    if (Math.abs(value) <= Float.MAX_VALUE) {
                        sums[base + x] += value;
                        counts[base + x]++;
                    }
                }
            }
        }
    }

    /**
     * Adds the mean of many rows that lie evenly between two depths: to the part that holds both, else by shares to those between.
     *
     * @param means has the mean from {@code from} on
     * @param rows how many rows each of its pixels stands for; where there are none, the mean does not matter
     */
    public void addMean(double first, double last, float[] means, int from, int[] rows) {
        if (part(first) == part(last)) {
            addMean(part(first), means, from, rows);
            return;
        }
        int[] shares = new int[width];
        Arrays.setAll(shares, x -> rows[x] / SHARES);
        for (int share = 0; share < SHARES; share++) {
            double depth = first + (last - first) * (share + 0.5) / SHARES;
            addMean(part(depth), means, from, shares);
        }
    }

    private void addMean(int part, float[] means, int from, int[] rows) {
        if (part < 0) {
            return;
        }
        met[part] = true;
        int base = part * width;
        for (int x = 0; x < width; x++) {
            int count = rows[x];
            sums[base + x] += count == 0 ? 0 : (double) means[from + x] * count;
            counts[base + x] += count;
        }
    }

    public int parts() {
        return parts;
    }

    /** The middle of a part. */
    public double depth(int part) {
        return 2 * (low * 0.5 + (part + 0.5) * (halfSpan / parts));
    }

    /** The middles of all parts. */
    public double[] depths() {
        double[] depths = new double[parts];
        Arrays.setAll(depths, this::depth);
        return depths;
    }

    /** Whether no row came that lies in a part. A part whose pixels are all missing may have rows. */
    public boolean isEmpty(int part) {
        return !met[part];
    }

    /** The means, part after part; {@code NaN} where no pixel was. */
    public float[] means() {
        float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = counts[i] == 0 ? Float.NaN : (float) (sums[i] / counts[i]);
        }
        return means;
    }

    /** The means as rows at the middles of the parts. */
    public Frames frames(DepthUnit unit) {
        return Frames.wrap(unit, width, depths(), means());
    }

    /** The part that a depth lies in, or -1. */
    private int part(double depth) {
        if (!(depth >= low && depth <= high)) {
            return -1;
        }
        return (int) Math.min(parts - 1, (depth * 0.5 - low * 0.5) * perHalf); // 0 times infinity becomes part 0
    }

    /** Where the rows of one part end. */
    private int runEnd(double[] depths, int from, int to, int part) {
        int last = (int) Math.min(to, (long) from + RUN);
        int end = from + 1;
        while (end < last && part(depths[end]) == part) {
            end++;
        }
        return end;
    }

    private void addRun(int part) {
        met[part] = true;
        int base = part * width;
        for (int x = 0; x < width; x++) {
            sums[base + x] += runSums[x];
            counts[base + x] += runCounts[x];
        }
    }
}
