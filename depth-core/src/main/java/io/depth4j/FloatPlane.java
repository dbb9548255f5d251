package io.depth4j;

import java.util.Arrays;
import java.util.Objects;

/**
 * One channel of floats, row after row in one array; {@code NaN} means that the pixel is missing.
 *
 * <p>What resizers, CSV rows and networks speak. The shape is fixed, the values are not.
 */
public final class FloatPlane {

    private final Size size;
    private final float[] values;

    private FloatPlane(Size size, float[] values) {
        this.size = size;
        this.values = values;
    }

    /** A plane of zeros. */
    public static FloatPlane allocate(Size size) {
        return new FloatPlane(size, new float[size.pixels()]);
    }

    /** A plane over {@code values}, which holds exactly one float a pixel. Shares the array. */
    public static FloatPlane wrap(Size size, float[] values) {
        if (values.length != size.pixels()) {
            throw new IllegalArgumentException(
                    "A plane of " + size + " needs " + size.pixels() + " values, found " + values.length);
        }
        return new FloatPlane(size, values);
    }

    /** A copy with an array of its own. */
    public static FloatPlane copyOf(FloatPlane plane) {
        return new FloatPlane(plane.size, plane.values.clone());
    }

    public Size size() {
        return size;
    }

    public int width() {
        return size.width();
    }

    public int height() {
        return size.height();
    }

    /** The array behind the plane; the pixel {@code (x, y)} is at {@code y * width + x}. */
    public float[] array() {
        return values;
    }

    public float at(int x, int y) {
        return values[index(x, y)];
    }

    public void set(int x, int y, float value) {
        values[index(x, y)] = value;
    }

    /** Whether the pixel is missing. */
    public boolean isMissing(int x, int y) {
        return Float.isNaN(at(x, y));
    }

    /** How many pixels are missing. */
    public int missing() {
        int missing = 0;
        for (float value : values) {
            if (Float.isNaN(value)) {
                missing++;
            }
        }
        return missing;
    }

    /** Whether the other plane has the same size and, bit for bit, the same values (every {@code NaN} equals every other). */
    public boolean sameAs(FloatPlane other) {
        return size.equals(other.size) && Arrays.equals(values, other.values);
    }

    @Override
    public String toString() {
        return "FloatPlane[" + size + "]";
    }

    private int index(int x, int y) {
        return Objects.checkIndex(y, height()) * width() + Objects.checkIndex(x, width());
    }
}
