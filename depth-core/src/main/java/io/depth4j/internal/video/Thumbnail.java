package io.depth4j.internal.video;

import io.depth4j.Image;

/**
 * The luminance of a picture in a few cells, to tell whether two pictures show the same scene.
 *
 * <p>Cells are compared about their means, so that a lamp that is switched on is not taken for a new scene; brightness alone
 * counts only as far as the pictures show too little else to be told apart by.
 */
public final class Thumbnail {

    private static final int COLUMNS = 32;
    private static final int ROWS = 24;

    /** Contrast below which cells hold nothing but noise, in steps of a byte. */
    private static final double NOISE = 4;

    private final double[] cells;
    private final double mean;
    private final double contrast;

    private Thumbnail(double[] cells) {
        this.cells = cells;
        double sum = 0;
        for (double cell : cells) {
            sum += cell;
        }
        mean = sum / cells.length;
        double deviation = 0;
        for (double cell : cells) {
            deviation += Math.abs(cell - mean);
        }
        contrast = deviation / cells.length;
    }

    public static Thumbnail of(Image image) {
        double[] sums = new double[COLUMNS * ROWS];
        int[] counts = new int[COLUMNS * ROWS];
        byte[] row = new byte[image.rowBytes()];
        for (int y = 0; y < image.height(); y++) {
            image.readRow(y, row, 0);
            addRow(image, row, (int) ((long) y * ROWS / image.height()) * COLUMNS, sums, counts);
        }
        fillEmpty(sums, counts);
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= counts[i];
        }
        return new Thumbnail(sums);
    }

    private static void addRow(Image image, byte[] row, int first, double[] sums, int[] counts) {
        int channels = image.format().channels();
        // Of BGR and RGB alike green counts half and the outer two a quarter each: near enough to luminance here.
        int green = channels == 1 ? 0 : 1;
        int last = channels == 1 ? 0 : 2;
        int width = image.width();
        for (int x = 0, p = 0; x < width; x++, p += channels) {
            int cell = first + (int) ((long) x * COLUMNS / width);
            sums[cell] += ((row[p] & 0xff) + 2 * (row[p + green] & 0xff) + (row[p + last] & 0xff)) / 4.0;
            counts[cell]++;
        }
    }

    /** A picture of fewer pixels than cells leaves cells empty; each takes over the one before it. */
    private static void fillEmpty(double[] sums, int[] counts) {
        for (int i = 1; i < sums.length; i++) {
            if (counts[i] == 0) {
                int before = i % COLUMNS > 0 ? i - 1 : i - COLUMNS;
                sums[i] = sums[before];
                counts[i] = counts[before];
            }
        }
    }

    /** From 0 for the same scene to 1 for another; two scenes that have nothing to do with each other are at about 0.7. */
    public double difference(Thumbnail other) {
        double apart = 0;
        for (int i = 0; i < cells.length; i++) {
            apart += Math.abs((cells[i] - mean) - (other.cells[i] - other.mean));
        }
        double contrasts = contrast + other.contrast;
        double brightness = Math.max(0, Math.abs(mean - other.mean) - 8 * contrasts - NOISE);
        return Math.min(1, (apart / cells.length + brightness) / (contrasts + NOISE));
    }

    /** The share of the cells, 0 to 1, that show in both pictures what they showed in the other. */
    public double inCommon(Thumbnail other) {
        int same = 0;
        for (int i = 0; i < cells.length; i++) {
            if (Math.abs(cells[i] - other.cells[i]) <= NOISE) {
                same++;
            }
        }
        return (double) same / cells.length;
    }
}
