package io.depth4j.internal.codec;

import io.depth4j.Image;
import io.depth4j.MalformedInputException;
import io.depth4j.PixelFormat;
import io.depth4j.Size;

/** Palette indices of a BMP, one byte a pixel, in the order of the file. */
final class BmpIndices {

    /** Where the colours stand: {@code count} entries of {@code entryBytes}, blue first. */
    record Palette(int start, int entryBytes, int count) {

        boolean isGray(Bytes file) {
            for (int i = 0; i < count; i++) {
                int at = start + i * entryBytes;
                if (file.u8(at) != file.u8(at + 1) || file.u8(at) != file.u8(at + 2)) {
                    return false;
                }
            }
            return true;
        }
    }

    private BmpIndices() {}

    static byte[] plain(Bytes file, int pixels, Size size, int bits) {
        if (bits != 1 && bits != 2 && bits != 4 && bits != 8) {
            throw new MalformedInputException("BMP of " + bits + " bits a pixel is not read", 28);
        }
        int stride = BmpCodec.stride(file, pixels, size, bits);
        byte[] indices = new byte[size.pixels()];
        int mask = (1 << bits) - 1;
        for (int y = 0, i = 0; y < size.height(); y++) {
            int row = pixels + y * stride;
            for (int x = 0; x < size.width(); x++) {
                int bit = x * bits;
                indices[i++] = (byte) (file.array()[row + (bit >> 3)] >> 8 - bits - (bit & 7) & mask);
            }
        }
        return indices;
    }

    /** Run-length packed pixels; what the runs skip stays index 0, and what would leave the picture is refused. */
    static byte[] runs(Bytes file, int pixels, Size size, int bits) {
        byte[] indices = new byte[size.pixels()];
        int at = pixels;
        int x = 0;
        int y = 0;
        while (true) {
            int count = file.u8(at);
            int value = file.u8(at + 1);
            at += 2;
            if (count > 0) {
                x = put(indices, size, x, y, count, at, value, bits);
                continue;
            }
            switch (value) {
                case 0 -> {
                    x = 0;
                    y++;
                }
                case 1 -> {
                    return indices;
                }
                case 2 -> {
                    x += file.u8(at);
                    y += file.u8(at + 1);
                    at += 2;
                }
                default -> {
                    int bytes = (value * bits + 7) / 8;
                    file.require(at, bytes, "a run of BMP pixels");
                    for (int i = 0; i < value; i++) {
                        int packed = file.u8(at + i * bits / 8);
                        int index = bits == 8 ? packed : packed >> 4 - 4 * (i & 1) & 15;
                        x = put(indices, size, x, y, 1, at, index << 8 - bits, bits);
                    }
                    at += bytes + (bytes & 1);
                }
            }
        }
    }

    /** A run of one index, or with 4 bits of the two in {@code value} in turn. */
    private static int put(byte[] indices, Size size, int x, int y, int count, int at, int value, int bits) {
        if (x + count > size.width() || y >= size.height()) {
            throw new MalformedInputException("A run of BMP pixels leaves the picture of " + size, at);
        }
        for (int i = 0; i < count; i++) {
            indices[y * size.width() + x + i] = (byte) (bits == 8 ? value : value >> 4 - 4 * (i & 1) & 15);
        }
        return x + count;
    }

    /** The picture in {@code GRAY8} where the whole palette is gray, for BMP has no other way to be gray. */
    static Image color(Bytes file, byte[] indices, Size size, Palette palette, boolean topDown) {
        boolean gray = palette.isGray(file);
        Image image = Image.allocate(size, gray ? PixelFormat.GRAY8 : PixelFormat.RGB24);
        byte[] out = image.array();
        for (int y = 0; y < size.height(); y++) {
            int from = (topDown ? y : size.height() - 1 - y) * size.width();
            int at = image.offset(y);
            for (int x = 0; x < size.width(); x++, at += image.format().channels()) {
                int index = indices[from + x] & 0xff;
                if (index >= palette.count) {
                    throw new MalformedInputException("A pixel of the BMP has palette index " + index
                            + ", but the palette holds " + palette.count + " colours");
                }
                int color = palette.start + index * palette.entryBytes;
                out[at] = file.array()[color + 2];
                if (gray) {
                    continue;
                }
                out[at + 1] = file.array()[color + 1];
                out[at + 2] = file.array()[color];
            }
        }
        return image;
    }
}
