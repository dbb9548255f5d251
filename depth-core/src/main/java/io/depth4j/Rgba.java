package io.depth4j;

import java.util.HexFormat;

/**
 * A colour of 8-bit channels in sRGB, not multiplied by its alpha.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 * @param alpha 0 (transparent) to 255 (opaque)
 */
public record Rgba(int red, int green, int blue, int alpha) {

    public static final Rgba TRANSPARENT = new Rgba(0, 0, 0, 0);
    public static final Rgba BLACK = rgb(0, 0, 0);
    public static final Rgba WHITE = rgb(255, 255, 255);

    public Rgba {
        if (((red | green | blue | alpha) & ~255) != 0) {
            throw new IllegalArgumentException("Channels of a colour lie between 0 and 255, found red=" + red
                    + ", green=" + green + ", blue=" + blue + ", alpha=" + alpha);
        }
    }

    /** An opaque colour. */
    public static Rgba rgb(int red, int green, int blue) {
        return new Rgba(red, green, blue, 255);
    }

    /** The colour of {@code #rrggbb} or {@code #rrggbbaa}. */
    public static Rgba parse(String hex) {
        if (!hex.matches("#([0-9a-fA-F]{6}|[0-9a-fA-F]{8})")) {
            throw new IllegalArgumentException("A colour is written #rrggbb or #rrggbbaa, found '" + hex + "'");
        }
        byte[] channels = HexFormat.of().parseHex(hex, 1, hex.length());
        int alpha = channels.length == 4 ? channels[3] & 255 : 255;
        return new Rgba(channels[0] & 255, channels[1] & 255, channels[2] & 255, alpha);
    }

    public Rgba withAlpha(int newAlpha) {
        return new Rgba(red, green, blue, newAlpha);
    }

    /** {@code #rrggbb}, or {@code #rrggbbaa} if it is not opaque; what {@link #parse} reads. */
    @Override
    public String toString() {
        int color = red << 24 | green << 16 | blue << 8 | alpha;
        String hex = HexFormat.of().toHexDigits(color);
        return "#" + (alpha == 255 ? hex.substring(0, 6) : hex);
    }

    /** The bytes as they lie in an {@link PixelFormat#RGBA32} image, the first one lowest. */
    int packed() {
        return red | green << 8 | blue << 16 | alpha << 24;
    }

    static Rgba ofPacked(int packed) {
        return new Rgba(packed & 255, packed >> 8 & 255, packed >> 16 & 255, packed >>> 24);
    }
}
