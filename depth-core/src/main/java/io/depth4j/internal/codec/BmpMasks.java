package io.depth4j.internal.codec;

import io.depth4j.Image;

/** Which bits of a pixel hold which colour; a mask of 0 holds none. */
record BmpMasks(int red, int green, int blue, int alpha) {

    static final BmpMasks RGB555 = new BmpMasks(0x7c00, 0x03e0, 0x001f, 0);
    static final BmpMasks RGB888 = new BmpMasks(0xff0000, 0x00ff00, 0x0000ff, 0);

    /** Writes row {@code y} of {@code dst} from little-endian pixels. */
    void expand(byte[] file, int start, int pixelBytes, Image dst, int y) {
        byte[] out = dst.array();
        int channels = dst.format().channels();
        int at = dst.offset(y);
        for (int x = 0; x < dst.width(); x++) {
            int pixel = 0;
            for (int b = pixelBytes - 1; b >= 0; b--) {
                pixel = pixel << 8 | file[start + x * pixelBytes + b] & 0xff;
            }
            out[at] = (byte) channel(pixel, red);
            out[at + 1] = (byte) channel(pixel, green);
            out[at + 2] = (byte) channel(pixel, blue);
            if (channels == 4) {
                out[at + 3] = (byte) channel(pixel, alpha);
            }
            at += channels;
        }
    }

    /** The masked bits as the nearest of 0 to 255. */
    private static int channel(int pixel, int mask) {
        if (mask == 0) {
            return 0;
        }
        int shift = Integer.numberOfTrailingZeros(mask);
        long most = Integer.toUnsignedLong(mask >>> shift);
        long value = Integer.toUnsignedLong((pixel & mask) >>> shift);
        return most == 255 ? (int) value : (int) ((value * 255 + most / 2) / most);
    }
}
