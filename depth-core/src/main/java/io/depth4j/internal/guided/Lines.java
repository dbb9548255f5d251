package io.depth4j.internal.guided;

/**
 * Of each window the line {@code value = r·red + g·green + b·blue + base} that fits best, slopes kept small by a penalty.
 *
 * <p>Slopes count as far as colours explain the values. Texture on a wall explains nothing, but with few pixels it always seems
 * to explain a little, and what stands on the wall would be seen in its depth.
 */
final class Lines implements Rows {

    /** Three slopes, the base, and 1 where there is a line. */
    static final int CHANNELS = 5;

    private final Rows sums;
    private final double[] moments;
    private final double epsilon;

    /** @param sums of moments over windows */
    Lines(Rows sums, int width, double epsilon) {
        this.sums = sums;
        this.moments = new double[Moments.CHANNELS * width];
        this.epsilon = epsilon;
    }

    @Override
    public void next(double[] row) {
        sums.next(moments);
        for (int i = 0, o = 0; i < moments.length; i += Moments.CHANNELS, o += CHANNELS) {
            fit(i, row, o);
        }
    }

    private void fit(int i, double[] row, int o) {
        double count = moments[i];
        if (!(count > 0.5)) {
            for (int c = 0; c < CHANNELS; c++) {
                row[o + c] = 0;
            }
            return;
        }
        double v = moments[i + 1] / count;
        double r = moments[i + 2] / count;
        double g = moments[i + 3] / count;
        double b = moments[i + 4] / count;
        double vr = moments[i + 5] / count - v * r;
        double vg = moments[i + 6] / count - v * g;
        double vb = moments[i + 7] / count - v * b;
        double rr = moments[i + 8] / count - r * r + epsilon;
        double rg = moments[i + 9] / count - r * g;
        double rb = moments[i + 10] / count - r * b;
        double gg = moments[i + 11] / count - g * g + epsilon;
        double gb = moments[i + 12] / count - g * b;
        double bb = moments[i + 13] / count - b * b + epsilon;
        // The inverse of the symmetric matrix by its cofactors; the penalty keeps it regular.
        double c0 = gg * bb - gb * gb;
        double c1 = gb * rb - rg * bb;
        double c2 = rg * gb - gg * rb;
        double c4 = rr * bb - rb * rb;
        double c5 = rg * rb - rr * gb;
        double c8 = rr * gg - rg * rg;
        double determinant = rr * c0 + rg * c1 + rb * c2;
        double red = (c0 * vr + c1 * vg + c2 * vb) / determinant;
        double green = (c1 * vr + c4 * vg + c5 * vb) / determinant;
        double blue = (c2 * vr + c5 * vg + c8 * vb) / determinant;
        // Without a penalty worth the name, colours that are alike tell nothing.
        if (!Double.isFinite(red + green + blue)) {
            red = 0;
            green = 0;
            blue = 0;
        }
        double trust = trust(count, red * vr + green * vg + blue * vb, moments[i + 14] / count - v * v);
        red *= trust;
        green *= trust;
        blue *= trust;
        row[o] = red;
        row[o + 1] = green;
        row[o + 2] = blue;
        row[o + 3] = v - red * r - green * g - blue * b;
        row[o + 4] = 1;
    }

    /** The share of the variance that colours explain, corrected for how few pixels three slopes were fitted to, squared. */
    private static double trust(double count, double explained, double total) {
        double unexplained = total > 0 ? Math.max(0, 1 - explained / total) : 1;
        double share = Math.max(0, 1 - unexplained * (count - 1) / Math.max(1, count - 4));
        return share * share;
    }
}
