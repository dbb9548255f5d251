package io.depth4j.internal.draw;

/**
 * Paints rectangles and text into packed pixels of four bytes. A colour lies in an {@code int} as in memory, its first byte
 * lowest.
 */
public final class Canvas {

    private final byte[] pixels;
    private final int width;
    private final int height;

    /** Over the packed pixels of a picture of this size, which it shares. */
    public Canvas(byte[] pixels, int width, int height) {
        if (pixels.length != 4L * width * height) {
            throw new IllegalArgumentException("A canvas of " + width + "×" + height + " pixels needs "
                    + 4L * width * height + " bytes, found " + pixels.length);
        }
        this.pixels = pixels;
        this.width = width;
        this.height = height;
    }

    /** Paints a rectangle, as far as it lies inside. */
    public void fill(int x, int y, int columns, int rows, int color) {
        int left = Math.max(0, x);
        int right = Math.min(width, x + columns);
        for (int row = Math.max(0, y); row < Math.min(height, y + rows); row++) {
            int at = 4 * (row * width + left);
            for (int column = left; column < right; column++, at += 4) {
                pixels[at] = (byte) color;
                pixels[at + 1] = (byte) (color >> 8);
                pixels[at + 2] = (byte) (color >> 16);
                pixels[at + 3] = (byte) (color >> 24);
            }
        }
    }

    /**
     * Writes {@link Letters}.
     *
     * @param x of the left edge of the first letter
     * @param y of the upper edge
     * @param dot pixels that one pixel of the letters takes
     */
    public void text(String text, int x, int y, int dot, int color) {
        for (int i = 0; i < text.length(); i++) {
            for (int column = 0; column < Letters.WIDTH; column++) {
                for (int row = 0; row < Letters.HEIGHT; row++) {
                    if (Letters.inked(text.charAt(i), column, row)) {
                        int left = x + (i * Letters.ADVANCE + column) * dot;
                        fill(left, y + row * dot, dot, dot, color);
                    }
                }
            }
        }
    }
}
