package io.depth4j.internal.codec;

import io.depth4j.MalformedInputException;
import io.depth4j.Size;
import java.util.Optional;

/** Gray PNG of 16 bits, its samples as they stand. */
public final class PngGray16 {

    private static final int TYPE_AT = 25;
    private static final int INTERLACE_AT = 28;
    private static final int BITS = 16;
    private static final int BYTES = 2;

    private PngGray16() {}

    public static void requireGray16(Bytes file, Header header) {
        if (file.u8(TYPE_AT) != PngCodec.GRAY || header.bits() != BITS) {
            throw new MalformedInputException("Depth in a PNG is one channel of 16 bits without alpha, found "
                    + header.channels() + " of " + header.bits());
        }
    }

    /** All samples, row after row. */
    public static short[] decode(Bytes file, Size size) {
        PngChunks chunks = PngChunks.read(file);
        int[][] passes = PngCodec.passes(file.u8(INTERLACE_AT));
        PngCodec.refuseImpossible(size, passes, BITS, chunks.data());
        short[] samples = new short[size.pixels()];
        try (PngRows rows = new PngRows(file, chunks.data())) {
            for (int[] pass : passes) {
                decodePass(rows, pass, size, samples);
            }
            rows.finish();
        }
        return samples;
    }

    /** What the first text chunk of this keyword says; it must be as it was written. */
    public static Optional<String> text(Bytes file, String keyword) {
        String begin = keyword + "\0";
        return PngChunks.all(file, "tEXt").stream()
                .filter(chunk -> file.matches(chunk.start(), begin))
                .findFirst()
                .map(chunk -> {
                    PngChunks.check(file, chunk);
                    return file.latin(chunk.start() + begin.length(), Math.max(0, chunk.length() - begin.length()));
                });
    }

    private static void decodePass(PngRows rows, int[] pass, Size size, short[] samples) {
        int width = PngCodec.steps(size.width(), pass[0], pass[2]);
        int height = PngCodec.steps(size.height(), pass[1], pass[3]);
        if (width == 0) {
            return;
        }
        int rowBytes = width * BYTES;
        byte[] pair = new byte[2 * rowBytes];
        for (int y = 0; y < height; y++) {
            int row = (y & 1) * rowBytes;
            rows.next(pair, row, rowBytes, y == 0 ? PngRows.NO_ROW : rowBytes - row, BYTES);
            int dst = (pass[1] + y * pass[3]) * size.width() + pass[0];
            for (int x = 0; x < width; x++) {
                int high = pair[row + BYTES * x] << 8;
                samples[dst + x * pass[2]] = (short) (high | pair[row + BYTES * x + 1] & 0xff);
            }
        }
    }
}
