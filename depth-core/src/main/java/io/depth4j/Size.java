package io.depth4j;

/**
 * A width and a height in pixels, both positive, whose product fits an {@code int}.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record Size(int width, int height) {

    public Size {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "A size needs a width and a height of at least 1, found " + width + "×" + height);
        }
        if ((long) width * height > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("A size holds at most " + Integer.MAX_VALUE + " pixels, found " + width
                    + "×" + height + " = " + (long) width * height);
        }
    }

    /** The number of pixels. */
    public int pixels() {
        return width * height;
    }

    /** This size with width and height exchanged. */
    public Size transposed() {
        return new Size(height, width);
    }

    @Override
    public String toString() {
        return width + "×" + height;
    }
}
