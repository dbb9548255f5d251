package io.depth4j.frames;

import java.util.Arrays;

/**
 * Room for rows that is used again and again: what {@link FrameReader#readInto} fills. It grows with the largest range that was
 * read. One thread uses it.
 */
public final class FrameBuffer {

    private DepthUnit unit = DepthUnit.METRE;
    private PixelType type = PixelType.UINT8;
    private int width = 1;
    private int count;
    private boolean masked;
    private double[] depths = new double[0];
    private byte[] bytes = new byte[0];
    private byte[] valid = new byte[0];
    private float[] floats = new float[0];

    /** An empty one. */
    public FrameBuffer() {}

    /** Makes room for rows, whose depths, pixels and flags the caller then writes to the arrays. */
    public void prepare(DepthUnit newUnit, int newWidth, PixelType newType, boolean isMasked, int rows) {
        int pixels = Math.multiplyExact(rows, newWidth);
        unit = newUnit;
        width = newWidth;
        type = newType;
        masked = isMasked && newType == PixelType.UINT8;
        count = rows;
        if (depths.length < rows) {
            depths = new double[roomFor(rows)];
        }
        if (newType == PixelType.UINT8) {
            bytes = bytes.length < pixels ? new byte[roomFor(pixels)] : bytes;
        } else {
            floats = floats.length < pixels ? new float[roomFor(pixels)] : floats;
        }
        if (masked && valid.length < pixels) {
            valid = new byte[roomFor(pixels)];
        }
    }

    /** A little more, so that ranges of about the same size share the room. */
    private static int roomFor(int wanted) {
        return (int) Math.min(Integer.MAX_VALUE - 8L, wanted + (wanted >> 3) + 16L);
    }

    /** Room for the same kind of rows, with those that are there, the first ones kept. */
    public void resize(int rows) {
        int pixels = Math.multiplyExact(rows, width);
        if (depths.length < rows) {
            depths = Arrays.copyOf(depths, roomFor(rows));
        }
        if (type == PixelType.UINT8 && bytes.length < pixels) {
            bytes = Arrays.copyOf(bytes, roomFor(pixels));
        }
        if (type == PixelType.FLOAT32 && floats.length < pixels) {
            floats = Arrays.copyOf(floats, roomFor(pixels));
        }
        if (masked && valid.length < pixels) {
            valid = Arrays.copyOf(valid, roomFor(pixels));
        }
        count = rows;
    }

    public DepthUnit unit() {
        return unit;
    }

    public PixelType type() {
        return type;
    }

    /** Pixels a row. */
    public int width() {
        return width;
    }

    /** How many rows are in it. */
    public int count() {
        return count;
    }

    /** Whether {@link #valid()} says which pixels are missing. */
    public boolean isMasked() {
        return masked;
    }

    /** The depths, one a row; the array may be longer. */
    public double[] depths() {
        return depths;
    }

    /** The pixels of {@link PixelType#UINT8}; the array may be longer. */
    public byte[] bytes() {
        return bytes;
    }

    /** 1 for each pixel of {@link PixelType#UINT8} that is there, 0 for one that is missing; the array may be longer. */
    public byte[] valid() {
        return valid;
    }

    /** The pixels of {@link PixelType#FLOAT32}; the array may be longer. */
    public float[] floats() {
        return floats;
    }

    /** A copy of what is in it. */
    public Frames frames() {
        int pixels = count * width;
        double[] rows = Arrays.copyOf(depths, count);
        if (type == PixelType.FLOAT32) {
            return Frames.wrap(unit, width, rows, Arrays.copyOf(floats, pixels));
        }
        byte[] copy = Arrays.copyOf(bytes, pixels);
        return masked
                ? Frames.wrap(unit, width, rows, copy, Arrays.copyOf(valid, pixels))
                : Frames.wrap(unit, width, rows, copy);
    }
}
