package io.depth4j.internal.guided;

import io.depth4j.FloatPlane;
import io.depth4j.Image;

/** Of each pixel of a plane, and of the picture beside it, what a linear fit sums up. A missing pixel is zeros. */
final class Moments implements Rows {

    /** Count, value, red, green, blue, value times each color, the six products of two colors, value squared. */
    static final int CHANNELS = 15;

    private final FloatPlane plane;
    private final Colors colors;
    private final float[] rgb;
    private int y;

    /** @param picture as large as the plane */
    Moments(FloatPlane plane, Image picture) {
        this.plane = plane;
        this.colors = new Colors(picture);
        this.rgb = new float[3 * plane.width()];
    }

    @Override
    public void next(double[] row) {
        colors.readRow(y, rgb);
        for (int x = 0, i = 0; x < plane.width(); x++, i += CHANNELS) {
            double value = plane.array()[y * plane.width() + x];
            boolean valid = Double.isFinite(value);
            double one = valid ? 1 : 0;
            double v = valid ? value : 0;
            double r = one * rgb[3 * x];
            double g = one * rgb[3 * x + 1];
            double b = one * rgb[3 * x + 2];
            row[i] = one;
            row[i + 1] = v;
            row[i + 2] = r;
            row[i + 3] = g;
            row[i + 4] = b;
            row[i + 5] = v * r;
            row[i + 6] = v * g;
            row[i + 7] = v * b;
            row[i + 8] = r * r;
            row[i + 9] = r * g;
            row[i + 10] = r * b;
            row[i + 11] = g * g;
            row[i + 12] = g * b;
            row[i + 13] = b * b;
            row[i + 14] = v * v;
        }
        y++;
    }
}
