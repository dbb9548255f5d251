package io.depth4j.internal.codec;

import io.depth4j.Image;
import io.depth4j.MalformedInputException;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.util.Optional;

/**
 * BMP of 1, 2, 4, 8, 16, 24 and 32 bits a pixel, run-length packed or by bit masks, bottom up or top down. Alpha is read where
 * the header gives it a mask; the fourth byte of a plain 32-bit pixel is not alpha.
 */
public final class BmpCodec implements Codec {

    private static final int INFO = 14;
    private static final int OLD_INFO_BYTES = 12;
    private static final int MASKS_END = 56;

    private static final int PLAIN = 0;
    private static final int RUNS_8 = 1;
    private static final int RUNS_4 = 2;
    private static final int MASKS = 3;
    private static final int MASKS_WITH_ALPHA = 6;

    @Override
    public boolean recognizes(Bytes head) {
        return head.matches(0, "BM") && (!head.has(INFO, 4) || isInfoSize(head.i32le(INFO)));
    }

    @Override
    public Optional<Header> header(Bytes bytes) {
        if (!bytes.has(0, INFO + 4) || !bytes.has(INFO, bytes.i32le(INFO))) {
            return Optional.empty();
        }
        boolean old = bytes.i32le(INFO) == OLD_INFO_BYTES;
        int width = old ? bytes.u16le(INFO + 4) : bytes.i32le(INFO + 4);
        int height = old ? bytes.u16le(INFO + 6) : Math.abs(bytes.i32le(INFO + 8));
        int bits = bytes.u16le(INFO + (old ? 10 : 14));
        return Optional.of(
                new Header(width, height, bits <= 8 ? 1 : bits == 32 ? 4 : 3, bits <= 8 ? bits : bits == 16 ? 5 : 8));
    }

    @Override
    public Image decode(Bytes file, Header header) {
        int infoBytes = file.i32le(INFO);
        boolean old = infoBytes == OLD_INFO_BYTES;
        boolean topDown = !old && file.i32le(INFO + 8) < 0;
        int bits = file.u16le(INFO + (old ? 10 : 14));
        int packing = old ? PLAIN : file.i32le(INFO + 16);
        int pixels = pixelOffset(file);
        Size size = new Size(header.width(), header.height());

        if (bits <= 8) {
            byte[] indices = packing == PLAIN
                    ? BmpIndices.plain(file, pixels, size, bits)
                    : BmpIndices.runs(file, pixels, size, runBits(packing, bits));
            int declared = old ? 0 : file.i32le(INFO + 32);
            return BmpIndices.color(file, indices, size, palette(infoBytes, declared, bits, pixels), topDown);
        }
        BmpMasks masks = masks(file, infoBytes, bits, packing);
        return direct(file, pixels, size, bits, masks, topDown);
    }

    private static Image direct(Bytes file, int pixels, Size size, int bits, BmpMasks masks, boolean topDown) {
        int stride = stride(file, pixels, size, bits);
        Image image = Image.allocate(size, masks.alpha() == 0 ? PixelFormat.RGB24 : PixelFormat.RGBA32);
        for (int y = 0; y < size.height(); y++) {
            int row = pixels + (topDown ? y : size.height() - 1 - y) * stride;
            masks.expand(file.array(), row, bits / 8, image, y);
        }
        return image;
    }

    private static BmpMasks masks(Bytes file, int infoBytes, int bits, int packing) {
        boolean byMasks = (packing == MASKS || packing == MASKS_WITH_ALPHA) && (bits == 16 || bits == 32);
        if (byMasks) {
            int at = INFO + 40;
            boolean alpha = packing == MASKS_WITH_ALPHA || infoBytes >= MASKS_END;
            return new BmpMasks(
                    file.i32le(at), file.i32le(at + 4), file.i32le(at + 8), alpha ? file.i32le(at + 12) : 0);
        }
        if (packing != PLAIN || bits != 16 && bits != 24 && bits != 32) {
            throw new MalformedInputException(
                    "BMP of " + bits + " bits a pixel and packing " + packing + " is not read", INFO + 14);
        }
        return bits == 16 ? BmpMasks.RGB555 : BmpMasks.RGB888;
    }

    private static BmpIndices.Palette palette(int infoBytes, int declared, int bits, int pixels) {
        int entry = infoBytes == OLD_INFO_BYTES ? 3 : 4;
        int at = INFO + infoBytes;
        int most = Math.min(1 << bits, (pixels - at) / entry);
        int count = declared > 0 && declared < most ? declared : most;
        if (count < 1) {
            throw new MalformedInputException("The BMP has indexed pixels but no palette", at);
        }
        return new BmpIndices.Palette(at, entry, count);
    }

    private static int runBits(int packing, int bits) {
        if (packing == RUNS_8 && bits == 8 || packing == RUNS_4 && bits == 4) {
            return bits;
        }
        throw new MalformedInputException(
                "BMP of " + bits + " bits a pixel and packing " + packing + " is not read", INFO + 14);
    }

    private static int pixelOffset(Bytes file) {
        int offset = file.i32le(10);
        if (offset < INFO + OLD_INFO_BYTES || offset > file.length()) {
            throw new MalformedInputException(
                    "The pixels of the BMP are said to begin at byte " + (offset & 0xffffffffL) + " of "
                            + file.length(),
                    10);
        }
        return offset;
    }

    /** Bytes from row to row, all of which the file has been found to hold. */
    static int stride(Bytes file, int pixels, Size size, int bits) {
        long stride = ((long) size.width() * bits + 31) / 32 * 4;
        // The padding of the last row may be missing, as some writers leave it out.
        long needed = stride * (size.height() - 1) + ((long) size.width() * bits + 7) / 8;
        file.require(pixels, needed, "the pixels of the BMP");
        return (int) stride;
    }

    private static boolean isInfoSize(int bytes) {
        return bytes == OLD_INFO_BYTES
                || bytes == 40
                || bytes == 52
                || bytes == 56
                || bytes == 64
                || bytes == 108
                || bytes == 124;
    }
}
