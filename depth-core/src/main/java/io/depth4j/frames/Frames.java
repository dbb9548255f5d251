package io.depth4j.frames;

import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows of pixels, each taken at a measured depth. Every row has the same width; a pixel may be missing, which is not zero.
 *
 * <p>The shape is fixed. Depths are finite and come in any order, also more than once: a store sorts them.
 */
public final class Frames {

    private final DepthUnit unit;
    private final int width;
    private final double[] depths;
    private final byte @Nullable [] bytes;
    private final byte @Nullable [] valid;
    private final float @Nullable [] floats;

    private Frames(
            DepthUnit unit,
            int width,
            double[] depths,
            byte @Nullable [] bytes,
            byte @Nullable [] valid,
            float @Nullable [] floats) {
        this.unit = Objects.requireNonNull(unit, "unit");
        if (width < 1) {
            throw new IllegalArgumentException("Rows have at least one pixel, found " + width);
        }
        this.width = width;
        this.depths = depths;
        this.bytes = bytes;
        this.valid = valid;
        this.floats = floats;
        requireFinite(depths);
    }

    private static void requireFinite(double[] depths) {
        for (int i = 0; i < depths.length; i++) {
            if (!Double.isFinite(depths[i])) {
                throw new IllegalArgumentException("Depths are finite, found " + depths[i] + " at row " + i);
            }
        }
    }

    private static void requireLength(String what, int found, int width, double[] depths) {
        if (found != (long) width * depths.length) {
            throw new IllegalArgumentException(depths.length + " rows of " + width + " pixels need "
                    + (long) width * depths.length + " " + what + ", found " + found);
        }
    }

    /** Rows of {@link PixelType#UINT8} without missing pixels. Shares the arrays. */
    public static Frames wrap(DepthUnit unit, int width, double[] depths, byte[] pixels) {
        requireLength("pixels", pixels.length, width, depths);
        return new Frames(unit, width, depths, pixels, null, null);
    }

    /**
     * Rows of {@link PixelType#UINT8}. Shares the arrays.
     *
     * @param valid for each pixel 1, or 0 where it is missing
     */
    public static Frames wrap(DepthUnit unit, int width, double[] depths, byte[] pixels, byte[] valid) {
        requireLength("pixels", pixels.length, width, depths);
        requireLength("flags", valid.length, width, depths);
        return new Frames(unit, width, depths, pixels, valid, null);
    }

    /** Rows of {@link PixelType#FLOAT32}; {@code NaN} is missing. Shares the arrays. */
    public static Frames wrap(DepthUnit unit, int width, double[] depths, float[] pixels) {
        requireLength("pixels", pixels.length, width, depths);
        return new Frames(unit, width, depths, null, null, pixels);
    }

    /** No rows. */
    public static Frames empty(DepthUnit unit, int width, PixelType type) {
        return type == PixelType.UINT8
                ? wrap(unit, width, new double[0], new byte[0])
                : wrap(unit, width, new double[0], new float[0]);
    }

    public DepthUnit unit() {
        return unit;
    }

    /** Pixels a row. */
    public int width() {
        return width;
    }

    public PixelType type() {
        return floats == null ? PixelType.UINT8 : PixelType.FLOAT32;
    }

    /** How many rows. */
    public int count() {
        return depths.length;
    }

    public boolean isEmpty() {
        return depths.length == 0;
    }

    public double depth(int row) {
        return depths[row];
    }

    /** The array behind the depths. */
    public double[] depths() {
        return depths;
    }

    /** The array behind the pixels of {@link PixelType#UINT8}, row after row; a missing pixel may have any value in it. */
    public byte[] bytes() {
        if (bytes == null) {
            throw new IllegalStateException("These rows are floats");
        }
        return bytes;
    }

    /** The array behind the pixels of {@link PixelType#FLOAT32}, row after row. */
    public float[] floats() {
        if (floats == null) {
            throw new IllegalStateException("These rows are bytes");
        }
        return floats;
    }

    /** Whether there are flags that may say of a pixel of {@link PixelType#UINT8} that it is missing. */
    public boolean isMasked() {
        return valid != null;
    }

    /** The array behind the flags, 1 for each pixel that is there and 0 for one that is missing. */
    public byte[] valid() {
        if (valid == null) {
            throw new IllegalStateException("These rows have no flags: no pixel is missing, or they are floats");
        }
        return valid;
    }

    public boolean isMissing(int row, int x) {
        int at = index(row, x);
        return floats != null ? Float.isNaN(floats[at]) : valid != null && valid[at] == 0;
    }

    /** A pixel, {@code NaN} if it is missing. */
    public float value(int row, int x) {
        int at = index(row, x);
        if (floats != null) {
            return floats[at];
        }
        return valid != null && valid[at] == 0 ? Float.NaN : bytes()[at] & 0xff;
    }

    private int index(int row, int x) {
        return Objects.checkIndex(row, depths.length) * width + Objects.checkIndex(x, width);
    }

    /** The rows from {@code from} on, before {@code to}. A copy. */
    public Frames rows(int from, int to) {
        Objects.checkFromToIndex(from, to, depths.length);
        double[] some = Arrays.copyOfRange(depths, from, to);
        int first = from * width;
        int last = to * width;
        return new Frames(
                unit,
                width,
                some,
                bytes == null ? null : Arrays.copyOfRange(bytes, first, last),
                valid == null ? null : Arrays.copyOfRange(valid, first, last),
                floats == null ? null : Arrays.copyOfRange(floats, first, last));
    }

    /** The same rows, their depths counted in another unit. Shares the pixels. */
    public Frames to(DepthUnit other) {
        if (other == unit) {
            return this;
        }
        double[] converted =
                Arrays.stream(depths).map(depth -> unit.to(other, depth)).toArray();
        return new Frames(other, width, converted, bytes, valid, floats);
    }

    /** The rows as the plane of a picture, the first one on top; {@code NaN} is missing. A copy. */
    public FloatPlane plane() {
        FloatPlane plane = FloatPlane.allocate(new Size(width, requireRows()));
        float[] values = plane.array();
        if (floats != null) {
            System.arraycopy(floats, 0, values, 0, values.length);
            return plane;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = valid != null && valid[i] == 0 ? Float.NaN : bytes()[i] & 0xff;
        }
        return plane;
    }

    /** Rows of {@link PixelType#UINT8} as a grey picture, the first one on top; missing pixels have whatever is in the array. */
    public Image gray() {
        return Image.wrap(new Size(width, requireRows()), PixelFormat.GRAY8, bytes().clone());
    }

    private int requireRows() {
        if (depths.length == 0) {
            throw new IllegalStateException("A picture has at least one row, found none");
        }
        return depths.length;
    }

    /** Whether the other has the same unit, type, depths, pixels and missing pixels, whatever is kept where pixels are missing. */
    public boolean sameAs(Frames other) {
        return unit == other.unit
                && width == other.width
                && type() == other.type()
                && Arrays.equals(depths, other.depths)
                && samePixels(0, other, 0, count());
    }

    /** Whether {@code rows} rows have the same pixels as those of another of the same width and type. */
    public boolean samePixels(int row, Frames other, int otherRow, int rows) {
        int a = row * width;
        int b = otherRow * width;
        int length = rows * width;
        if (floats != null) {
            return Arrays.equals(floats, a, a + length, other.floats(), b, b + length);
        }
        if (valid == null && other.valid == null) {
            return Arrays.equals(bytes(), a, a + length, other.bytes(), b, b + length);
        }
        for (int i = 0; i < length; i++) {
            boolean missing = valid != null && valid[a + i] == 0;
            boolean otherMissing = other.valid != null && other.valid[b + i] == 0;
            if (missing != otherMissing || !missing && bytes()[a + i] != other.bytes()[b + i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "Frames[" + count() + " rows of " + width + " " + type() + " in " + unit + "]";
    }
}
