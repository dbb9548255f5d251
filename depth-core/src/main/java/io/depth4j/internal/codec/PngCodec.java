package io.depth4j.internal.codec;

import io.depth4j.Image;
import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import io.depth4j.Size;
import java.util.List;
import java.util.Optional;

/**
 * PNG of every colour type, depth and interlacing. Gamma and colour profiles are not applied; 16 bits become the nearest 8;
 * transparency of any kind becomes alpha.
 */
public final class PngCodec implements Codec {

    static final int GRAY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int GRAY_ALPHA = 4;
    private static final int RGB_ALPHA = 6;
    private static final int IHDR_END = 8 + 8 + 13;

    /** Deflate cannot pack tighter than this, so a picture needs at least its size divided by it. */
    private static final int DEFLATE_MOST = 1032;

    /** Two rows of the file fit one array. */
    private static final int MOST_ROW_BYTES = 1 << 29;

    /** First column, first row, column step and row step of the seven passes. */
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private static final int[][] WHOLE = {{0, 0, 1, 1}};

    @Override
    public boolean recognizes(Bytes head) {
        return head.matches(0, PngChunks.SIGNATURE);
    }

    @Override
    public Optional<Header> header(Bytes bytes) {
        if (!bytes.has(0, IHDR_END)) {
            return Optional.empty();
        }
        if (!bytes.matches(8, "\0\0\0\rIHDR")) {
            throw new MalformedInputException("A PNG begins with an IHDR chunk of 13 bytes", 8);
        }
        int bits = bytes.u8(24);
        int channels = channels(bytes.u8(25), bits);
        return Optional.of(new Header(bytes.i32be(16), bytes.i32be(20), channels, bits));
    }

    @Override
    public Exif exif(Bytes file) {
        return PngChunks.find(file, "eXIf")
                .map(chunk -> Exif.parse(file, chunk.start(), chunk.length()))
                .orElse(Exif.NONE);
    }

    @Override
    public int end(Bytes file) {
        return PngChunks.read(file).end();
    }

    @Override
    public Image decode(Bytes file, Header header) {
        PngChunks chunks = PngChunks.read(file);
        Size size = new Size(header.width(), header.height());
        int bitsPerPixel = header.channels() * header.bits();
        int[][] passes = passes(file.u8(28));
        refuseImpossible(size, passes, bitsPerPixel, chunks.data());
        PngPixels pixels = pixels(file, chunks, header.bits());
        Image image = Image.allocate(size, pixels.format());
        try (PngRows rows = new PngRows(file, chunks.data())) {
            if (passes.length == 1 && pixels.storedAsIs()) {
                decodeInPlace(rows, image);
            } else {
                decodePasses(rows, passes, bitsPerPixel, pixels, image);
            }
            rows.finish();
        }
        return image;
    }

    private static void decodeInPlace(PngRows rows, Image image) {
        int channels = image.format().channels();
        for (int y = 0; y < image.height(); y++) {
            int previous = y == 0 ? PngRows.NO_ROW : image.offset(y - 1);
            rows.next(image.array(), image.offset(y), image.rowBytes(), previous, channels);
        }
    }

    private static void decodePasses(PngRows rows, int[][] passes, int bitsPerPixel, PngPixels pixels, Image image) {
        int step = Math.max(1, bitsPerPixel / 8);
        for (int[] pass : passes) {
            int width = steps(image.width(), pass[0], pass[2]);
            int height = steps(image.height(), pass[1], pass[3]);
            if (width == 0 || height == 0) {
                continue;
            }
            int rowBytes = (int) rowBytes(width, bitsPerPixel);
            byte[] pair = new byte[2 * rowBytes];
            for (int y = 0; y < height; y++) {
                int row = (y & 1) * rowBytes;
                rows.next(pair, row, rowBytes, y == 0 ? PngRows.NO_ROW : rowBytes - row, step);
                int dst = image.offset(pass[1] + y * pass[3])
                        + pass[0] * image.format().channels();
                pixels.expand(pair, row, width, image.array(), dst, pass[2]);
            }
        }
    }

    private static PngPixels pixels(Bytes file, PngChunks chunks, int bits) {
        int type = file.u8(25);
        Optional<PngChunks.Chunk> alpha = chunks.transparency();
        return switch (type) {
            case GRAY -> PngPixels.gray(bits, alpha.map(chunk -> file.u16be(chunk.start())));
            case RGB ->
                PngPixels.rgb(bits, alpha.map(chunk -> new int[] {
                    file.u16be(chunk.start()), file.u16be(chunk.start() + 2), file.u16be(chunk.start() + 4)
                }));
            case GRAY_ALPHA -> PngPixels.grayAlpha(bits);
            case RGB_ALPHA -> PngPixels.rgbAlpha(bits);
            default -> PngPixels.palette(bits, palette(file, chunks), alpha.isPresent());
        };
    }

    /** Four bytes an entry: red, green, blue, alpha. */
    private static byte[] palette(Bytes file, PngChunks chunks) {
        PngChunks.Chunk colors = chunks.palette()
                .orElseThrow(() -> new MalformedInputException("The PNG has indexed pixels but no palette (PLTE)"));
        int count = colors.length() / 3;
        if (colors.length() % 3 != 0 || count < 1 || count > 256) {
            throw new MalformedInputException(
                    "A PNG palette holds 1 to 256 colours of 3 bytes, found " + colors.length() + " bytes",
                    colors.start());
        }
        byte[] table = new byte[count * 4];
        for (int i = 0; i < count; i++) {
            System.arraycopy(file.array(), colors.start() + i * 3, table, i * 4, 3);
            table[i * 4 + 3] = (byte) 255;
        }
        chunks.transparency().ifPresent(alpha -> {
            for (int i = 0; i < Math.min(count, alpha.length()); i++) {
                table[i * 4 + 3] = file.array()[alpha.start() + i];
            }
        });
        return table;
    }

    static void refuseImpossible(Size size, int[][] passes, int bitsPerPixel, List<PngChunks.Chunk> data) {
        if (rowBytes(size.width(), bitsPerPixel) > MOST_ROW_BYTES) {
            throw new LimitExceededException("A row of the PNG takes " + rowBytes(size.width(), bitsPerPixel)
                    + " bytes, allowed are " + MOST_ROW_BYTES);
        }
        long needed = 0;
        for (int[] pass : passes) {
            int width = steps(size.width(), pass[0], pass[2]);
            needed += width == 0 ? 0 : (1 + rowBytes(width, bitsPerPixel)) * steps(size.height(), pass[1], pass[3]);
        }
        long packed = data.stream().mapToLong(PngChunks.Chunk::length).sum();
        if (needed > packed * DEFLATE_MOST) {
            throw new MalformedInputException("A PNG of " + size + " unpacks to " + needed + " bytes, which the "
                    + packed + " bytes of its pixels cannot hold");
        }
    }

    static int[][] passes(int interlace) {
        return switch (interlace) {
            case 0 -> WHOLE;
            case 1 -> PASSES;
            default -> throw new MalformedInputException("Unknown PNG interlacing " + interlace, 28);
        };
    }

    static int steps(int length, int first, int step) {
        return length <= first ? 0 : (length - first - 1) / step + 1;
    }

    private static long rowBytes(int width, int bitsPerPixel) {
        return ((long) width * bitsPerPixel + 7) / 8;
    }

    private static int channels(int type, int bits) {
        boolean valid = switch (type) {
            case GRAY -> bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
            case PALETTE -> bits == 1 || bits == 2 || bits == 4 || bits == 8;
            case RGB, GRAY_ALPHA, RGB_ALPHA -> bits == 8 || bits == 16;
            default -> false;
        };
        if (!valid) {
            throw new MalformedInputException("PNG knows no colour type " + type + " of " + bits + " bits", 24);
        }
        return switch (type) {
            case GRAY, PALETTE -> 1;
            case GRAY_ALPHA -> 2;
            case RGB -> 3;
            default -> 4;
        };
    }
}
