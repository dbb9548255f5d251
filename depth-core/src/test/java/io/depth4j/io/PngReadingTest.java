package io.depth4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.Image;
import io.depth4j.MalformedInputException;
import io.depth4j.PixelFormat;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngReadingTest {

    private static final int[][] SIZES = {{1, 1}, {2, 3}, {9, 5}, {17, 8}, {33, 19}};

    @ParameterizedTest
    @CsvSource({
        "0, 1", "0, 2", "0, 4", "0, 8", "0, 16", "2, 8", "2, 16", "3, 1", "3, 2", "3, 4", "3, 8", "4, 8", "4, 16",
        "6, 8", "6, 16"
    })
    void everyColourTypeAndDepthIsReadAsStoredInterlacedOrNot(int type, int bits) {
        for (boolean interlaced : new boolean[] {false, true}) {
            for (boolean keyed : type == 4 || type == 6 ? new boolean[] {false} : new boolean[] {false, true}) {
                for (int[] size : SIZES) {
                    check(size[0], size[1], type, bits, interlaced, keyed);
                }
            }
        }
    }

    private static void check(int width, int height, int type, int bits, boolean interlaced, boolean keyed) {
        int[][][] samples = samples(width, height, PngFile.CHANNELS[type], bits);
        PngFile file = new PngFile().header(width, height, bits, type, interlaced);
        byte[] palette = new byte[3 << bits];
        new Random(5).nextBytes(palette);
        byte[] alphas = {0, 77};
        int[] key = samples[height / 2][width / 2];
        if (type == 3) {
            file.chunk("PLTE", palette);
        }
        if (keyed) {
            file.chunk("tRNS", type == 3 ? alphas : wide(key));
        }
        byte[] bytes = file.pixels(width, height, bits, type, interlaced, (x, y, c) -> samples[y][x][c])
                .end();

        Image image = Images.read(bytes);

        boolean alpha = keyed || type == 4 || type == 6;
        assertThat(image.format())
                .isEqualTo(alpha ? PixelFormat.RGBA32 : type == 0 ? PixelFormat.GRAY8 : PixelFormat.RGB24);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int[] expected = expected(samples[y][x], type, bits, palette, alphas, keyed, key);
                for (int c = 0; c < image.format().channels(); c++) {
                    assertThat(image.at(x, y, c))
                            .as("type %d, %d bits, %d×%d, (%d, %d) %d", type, bits, width, height, x, y, c)
                            .isEqualTo(expected[image.format() == PixelFormat.GRAY8 ? 0 : c]);
                }
            }
        }
    }

    /** Red, green, blue, alpha. */
    private static int[] expected(
            int[] pixel, int type, int bits, byte[] palette, byte[] alphas, boolean keyed, int[] key) {
        if (type == 3) {
            int i = pixel[0];
            int alpha = keyed && i < alphas.length ? alphas[i] : 255;
            return new int[] {palette[3 * i] & 0xff, palette[3 * i + 1] & 0xff, palette[3 * i + 2] & 0xff, alpha};
        }
        int[] narrow = Arrays.stream(pixel)
                .map(sample -> (int) Math.round(sample * 255.0 / ((1 << bits) - 1)))
                .toArray();
        int alpha = keyed && Arrays.equals(pixel, key) ? 0 : 255;
        return switch (type) {
            case 0 -> new int[] {narrow[0], narrow[0], narrow[0], alpha};
            case 4 -> new int[] {narrow[0], narrow[0], narrow[0], narrow[1]};
            case 2 -> new int[] {narrow[0], narrow[1], narrow[2], alpha};
            default -> narrow;
        };
    }

    private static int[][][] samples(int width, int height, int channels, int bits) {
        Random random = new Random(width * 31L + height);
        int[][][] samples = new int[height][width][channels];
        for (int[][] row : samples) {
            for (int[] pixel : row) {
                Arrays.setAll(pixel, c -> random.nextInt(1 << bits));
            }
        }
        return samples;
    }

    private static byte[] wide(int[] key) {
        byte[] bytes = new byte[2 * key.length];
        for (int i = 0; i < key.length; i++) {
            bytes[2 * i] = (byte) (key[i] >> 8);
            bytes[2 * i + 1] = (byte) key[i];
        }
        return bytes;
    }

    @Test
    void everyFilterIsUndone() {
        for (PixelFormat format : PixelFormat.values()) {
            Image image = Pictures.soft(57, 31, format);
            for (PngOptions.Filter filter : PngOptions.Filter.values()) {
                byte[] file = Pictures.written(image, PngOptions.defaults().withFilter(filter));
                assertThat(Images.of(Images.toBufferedImage(image)).sameAs(Images.read(file)))
                        .as("%s %s", format, filter)
                        .isTrue();
            }
        }
    }

    @Test
    void pixelsInManyChunksAreReadLikePixelsInOne() {
        byte[] whole = PngFile.deflated(new byte[] {0, 1, 2, 3, 0, 4, 5, 6});
        PngFile file = new PngFile().header(3, 2, 8, 0, false);
        for (byte part : whole) {
            file.chunk("IDAT", new byte[] {part}).chunk("IDAT", new byte[0]);
        }
        assertThat(Images.read(file.end()).array()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void whatIsWrongIsSaidAndWhere() {
        byte[] row = PngFile.deflated(new byte[] {0, 9});
        PngFile good = new PngFile().header(1, 1, 8, 0, false).chunk("IDAT", row);
        assertThat(Images.read(good.end()).at(0, 0, 0)).isEqualTo(9);

        byte[] corrupt = good.bytes();
        corrupt[45] ^= 1;
        refused(corrupt, "PNG chunk IDAT has checksum .* stored is .* \\(at byte 33\\)");
        refused(new PngFile().header(1, 1, 3, 0, false).end(), "PNG knows no colour type 0 of 3 bits.*");
        refused(new PngFile().header(0, 1, 8, 0, false).end(), "The PNG claims a picture of 0×1 pixels.*");
        refused(new PngFile().header(1, 1, 8, 0, false).end(), "The PNG has no pixels \\(IDAT\\).*");
        refused(new PngFile().header(1, 1, 8, 3, false).chunk("IDAT", row).end(), ".*no palette \\(PLTE\\)");
        refused(
                new PngFile()
                        .header(1, 1, 8, 3, false)
                        .chunk("PLTE", new byte[3])
                        .chunk("IDAT", row)
                        .end(),
                "A pixel of the PNG has palette index 9, but the palette holds 1 colours");
        refused(
                new PngFile()
                        .header(1, 1, 8, 0, false)
                        .chunk("IDAT", PngFile.deflated(new byte[] {7, 9}))
                        .end(),
                "Unknown PNG row filter 7.*");
        refused(new PngFile().header(2, 9, 8, 0, false).chunk("IDAT", row).end(), "The pixels of the PNG end early.*");
        refused(new PngFile().header(1, 1, 8, 0, false).chunk("CgBI", row).end(), "Unknown critical PNG chunk CgBI.*");
        refused(
                new PngFile().header(9000, 9000, 8, 6, false).chunk("IDAT", row).end(),
                "A PNG of 9000×9000 unpacks to 324009000 bytes, which the 10 bytes of its pixels cannot hold");
    }

    private static void refused(byte[] file, String message) {
        assertThatThrownBy(() -> Images.read(file))
                .isInstanceOf(MalformedInputException.class)
                .message()
                .matches(message);
    }

    @Test
    void whatIsHiddenInNotesIsNeverUnpacked() {
        byte[] bomb = PngFile.deflated(new byte[50_000_000]);
        byte[] note = new byte[6 + bomb.length];
        note[0] = 'a';
        System.arraycopy(bomb, 0, note, 3, bomb.length);
        byte[] file = new PngFile()
                .header(1, 1, 8, 0, false)
                .chunk("zTXt", note)
                .chunk("iCCP", note)
                .chunk("iTXt", note)
                .chunk("IDAT", PngFile.deflated(new byte[] {0, 9}))
                .end();
        Images.read(file);
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Images.read(file);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1 << 20);
    }
}
