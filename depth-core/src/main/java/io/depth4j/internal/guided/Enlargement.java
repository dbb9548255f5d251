package io.depth4j.internal.guided;

import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.Size;

/** Lines of the small plane's size, between which those of a picture's pixels are interpolated and applied. */
final class Enlargement {

    /** Three slopes, the base, and whether the small plane has a value here. */
    private static final int CHANNELS = 5;

    private final FloatPlane small;
    private final Colors smallColors;
    private final Rows sums;
    private final double[] scratch;
    private final float[] smallRgb;
    private float[] upper;
    private float[] lower;
    private int read;

    /** @param sums of lines over windows, each with the number of its lines */
    Enlargement(FloatPlane small, Image smallGuide, Rows sums) {
        this.small = small;
        this.smallColors = new Colors(smallGuide);
        this.sums = sums;
        this.scratch = new double[Lines.CHANNELS * small.width()];
        this.smallRgb = new float[3 * small.width()];
        this.upper = new float[CHANNELS * small.width()];
        this.lower = new float[CHANNELS * small.width()];
    }

    void fill(Image guide, FloatPlane dst) {
        Size size = dst.size();
        Colors colors = new Colors(guide);
        float[] rgb = new float[3 * size.width()];
        float[] row = new float[CHANNELS * small.width()];
        Between across = new Between(small.width(), size.width());
        Between down = new Between(small.height(), size.height());
        for (int y = 0; y < size.height(); y++) {
            bringUp(down.first[y]);
            float share = down.share[y];
            for (int i = 0; i < row.length; i++) {
                row[i] = upper[i] + share * (lower[i] - upper[i]);
            }
            colors.readRow(y, rgb);
            writeRow(row, across, rgb, dst.array(), y * size.width());
        }
    }

    /** Until {@code upper} is this row of the small plane and {@code lower} the one below, if there is one. */
    private void bringUp(int first) {
        while (read < Math.min(first + 2, small.height())) {
            float[] free = upper;
            upper = lower;
            lower = free;
            readRow();
            if (read == 1) {
                System.arraycopy(lower, 0, upper, 0, lower.length);
            }
        }
    }

    private void readRow() {
        sums.next(scratch);
        smallColors.readRow(read, smallRgb);
        for (int x = 0, i = 0; x < small.width(); x++, i += CHANNELS) {
            double lines = scratch[i + 4];
            double red = lines > 0 ? scratch[i] / lines : 0;
            double green = lines > 0 ? scratch[i + 1] / lines : 0;
            double blue = lines > 0 ? scratch[i + 2] / lines : 0;
            float own = small.array()[read * small.width() + x];
            boolean there = Float.isFinite(own);
            lower[i] = (float) red;
            lower[i + 1] = (float) green;
            lower[i + 2] = (float) blue;
            if (there) {
                lower[i + 3] = (float)
                        (own - red * smallRgb[3 * x] - green * smallRgb[3 * x + 1] - blue * smallRgb[3 * x + 2]);
            } else {
                lower[i + 3] = lines > 0 ? (float) (scratch[i + 3] / lines) : 0;
            }
            lower[i + 4] = there ? 1 : 0;
        }
        read++;
    }

    private static void writeRow(float[] row, Between across, float[] rgb, float[] dst, int start) {
        for (int x = 0; x < across.first.length; x++) {
            int i = across.first[x] * CHANNELS;
            int j = Math.min(i + CHANNELS, row.length - CHANNELS);
            float share = across.share[x];
            float there = row[i + 4] + share * (row[j + 4] - row[i + 4]);
            float red = row[i] + share * (row[j] - row[i]);
            float green = row[i + 1] + share * (row[j + 1] - row[i + 1]);
            float blue = row[i + 2] + share * (row[j + 2] - row[i + 2]);
            float base = row[i + 3] + share * (row[j + 3] - row[i + 3]);
            dst[start + x] =
                    there < 0.5f ? Float.NaN : red * rgb[3 * x] + green * rgb[3 * x + 1] + blue * rgb[3 * x + 2] + base;
        }
    }
}
