package io.depth4j;

/** How the bytes of one pixel are laid out: unsigned, interleaved, one byte a channel. */
public enum PixelFormat {
    /** One byte of brightness. */
    GRAY8(1),
    /** Red, green, blue. */
    RGB24(3),
    /** Blue, green, red: what OpenCV and {@code BufferedImage.TYPE_3BYTE_BGR} hold. */
    BGR24(3),
    /** Red, green, blue, alpha; the colours are not multiplied by alpha. */
    RGBA32(4);

    private final int channels;

    PixelFormat(int channels) {
        this.channels = channels;
    }

    /** Bytes a pixel, which is also the number of channels. */
    public int channels() {
        return channels;
    }

    /** Whether the last channel is alpha. */
    public boolean hasAlpha() {
        return this == RGBA32;
    }
}
