package io.depth4j.io;

import io.depth4j.Image;
import io.depth4j.Size;

/** How a stored picture is to be turned to stand upright: the eight values of EXIF, in the order of their numbers. */
public enum Orientation {
    /** Upright as stored. */
    UPRIGHT(false, false, false),
    /** Left and right exchanged. */
    MIRRORED(false, true, false),
    /** Upside down. */
    HALF_TURN(false, true, true),
    /** Top and bottom exchanged. */
    FLIPPED(false, false, true),
    /** Mirrored at the diagonal from the upper left. */
    TRANSPOSED(true, false, false),
    /** A quarter turn clockwise makes it upright. */
    QUARTER_TURN(true, true, false),
    /** Mirrored at the diagonal from the upper right. */
    TRANSVERSED(true, true, true),
    /** A quarter turn counterclockwise makes it upright. */
    THREE_QUARTER_TURN(true, false, true);

    private static final int TILE = 32;

    private final boolean transposes;
    private final boolean mirrors;
    private final boolean flips;

    /** First transposed, then mirrored left to right, then flipped top to bottom. */
    Orientation(boolean transposes, boolean mirrors, boolean flips) {
        this.transposes = transposes;
        this.mirrors = mirrors;
        this.flips = flips;
    }

    static Orientation of(int exif) {
        return values()[exif - 1];
    }

    /** Whether columns become rows. */
    boolean transposes() {
        return transposes;
    }

    /** The size of the upright picture. */
    public Size upright(Size stored) {
        return transposes ? stored.transposed() : stored;
    }

    /** The picture made upright: a new one, or {@code stored} itself if it stands upright already. */
    public Image upright(Image stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        Image source = stored.packed();
        Image dst = Image.allocate(upright(stored.size()), stored.format());
        int pixel = stored.format().channels();
        int alongX = (mirrors ? -1 : 1) * (transposes ? source.rowStride() : pixel);
        int alongY = (flips ? -1 : 1) * (transposes ? pixel : source.rowStride());
        int start = (mirrors ? -alongX * (dst.width() - 1) : 0) + (flips ? -alongY * (dst.height() - 1) : 0);
        // Tiles keep the rows that a column walks over in the cache.
        for (int top = 0; top < dst.height(); top += TILE) {
            int bottom = Math.min(top + TILE, dst.height());
            for (int left = 0; left < dst.width(); left += TILE) {
                int right = Math.min(left + TILE, dst.width());
                for (int y = top; y < bottom; y++) {
                    int from = start + y * alongY + left * alongX;
                    int to = dst.offset(y) + left * pixel;
                    copy(source.array(), from, alongX, dst.array(), to, right - left, pixel);
                }
            }
        }
        return dst;
    }

    /** Where the pixel {@code (x, y)} of an upright picture stands among those of the stored one. */
    int storedIndex(Size upright, int x, int y) {
        int along = mirrors ? upright.width() - 1 - x : x;
        int down = flips ? upright.height() - 1 - y : y;
        return transposes ? along * upright.height() + down : down * upright.width() + along;
    }

    private static void copy(byte[] src, int from, int step, byte[] dst, int to, int count, int pixel) {
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < pixel; c++) {
                dst[to + i * pixel + c] = src[from + i * step + c];
            }
        }
    }
}
