package io.depth4j.io;

import io.depth4j.Image;
import io.depth4j.PixelFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes a BMP, bottom up: gray through a palette, colours as they are, alpha by the masks of a version 4 header. */
final class BmpEncoder {

    private static final int FILE_HEADER = 14;
    private static final int INFO = 40;
    private static final int INFO_V4 = 108;
    private static final int GRAYS = 256;
    private static final int MASKS = 3;
    private static final int SRGB = 0x73524742;

    private BmpEncoder() {}

    static void requireFits(Image image) {
        long bytes = headerBytes(image) + (long) stride(image) * image.height();
        if (bytes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "A BMP file has at most " + Integer.MAX_VALUE + " bytes, " + image + " would need " + bytes);
        }
    }

    static void encode(Image image, OutputStream out) throws IOException {
        out.write(header(image));
        byte[] row = new byte[stride(image)];
        int swapped = image.format() == PixelFormat.BGR24 ? 0 : image.format().channels();
        for (int y = image.height() - 1; y >= 0; y--) {
            image.readRow(y, row, 0);
            for (int i = 0; swapped >= 3 && i < image.rowBytes(); i += swapped) {
                byte red = row[i];
                row[i] = row[i + 2];
                row[i + 2] = red;
            }
            out.write(row);
        }
    }

    private static byte[] header(Image image) {
        boolean alpha = image.format().hasAlpha();
        boolean gray = image.format() == PixelFormat.GRAY8;
        int pixels = headerBytes(image);
        int pixelBytes = stride(image) * image.height();
        ByteBuffer header = ByteBuffer.allocate(pixels).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 'B')
                .put((byte) 'M')
                .putInt(pixels + pixelBytes)
                .putInt(0)
                .putInt(pixels);
        header.putInt(alpha ? INFO_V4 : INFO).putInt(image.width()).putInt(image.height());
        header.putShort((short) 1).putShort((short) (8 * image.format().channels()));
        header.putInt(alpha ? MASKS : 0)
                .putInt(pixelBytes)
                .putInt(0)
                .putInt(0)
                .putInt(gray ? GRAYS : 0)
                .putInt(0);
        if (alpha) {
            header.putInt(0xff0000)
                    .putInt(0xff00)
                    .putInt(0xff)
                    .putInt(0xff000000)
                    .putInt(SRGB);
        }
        for (int i = 0; gray && i < GRAYS; i++) {
            header.putInt(i * 0x010101);
        }
        return header.array();
    }

    private static int headerBytes(Image image) {
        return switch (image.format()) {
            case GRAY8 -> FILE_HEADER + INFO + 4 * GRAYS;
            case RGB24, BGR24 -> FILE_HEADER + INFO;
            case RGBA32 -> FILE_HEADER + INFO_V4;
        };
    }

    /** Rows are padded to a multiple of four bytes. */
    private static int stride(Image image) {
        return (int) (((long) image.rowBytes() + 3) / 4 * 4);
    }
}
