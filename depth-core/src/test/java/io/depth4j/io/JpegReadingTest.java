package io.depth4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.depth4j.Image;
import io.depth4j.MalformedInputException;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegReadingTest {

    private static final int SIDE = 16;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pixelsAreThoseThatImageIoReads(boolean progressive) throws IOException {
        for (int type : new int[] {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_GRAY}) {
            byte[] file = jpeg(new IIOImage(Pictures.drawn(83, 57, type), null, null), progressive);
            assertThat(Images.read(file).sameAs(Images.of(ImageIO.read(new ByteArrayInputStream(file)))))
                    .isTrue();
        }
    }

    /** Four inks: plain as stored; with Adobe's marker 255 means no ink; with its transform the inks come as luma and chroma. */
    @Test
    void inksBecomeRgbWithAdobesInversionUndone() throws IOException {
        int[][] stored = {
            {255, 255, 255, 255}, {0, 0, 0, 0}, {200, 100, 50, 180}, {10, 250, 90, 255}, {128, 128, 128, 128}
        };
        for (int[] inks : stored) {
            byte[] plain = flat(inks);
            byte[] adobe = adobe(plain, 0);
            byte[] ycck = adobe(plain, 2);
            int[] inverted = Arrays.stream(inks).map(ink -> 255 - ink).toArray();
            assertColor(plain, rgb(inks));
            assertColor(adobe, rgb(inverted));
            int[] color = ycc(inks);
            assertColor(ycck, rgb(new int[] {color[0], color[1], color[2], 255 - inks[3]}));
        }
    }

    @Test
    void inksAreReadAsOpenCvReadsThem() throws IOException {
        OpenCv.assumePresent();
        for (int[] inks : new int[][] {{200, 100, 50, 180}, {10, 250, 90, 255}, {30, 60, 90, 120}}) {
            byte[] file = adobe(flat(inks), 2);
            assertThat(RoundTripTest.largestDifference(Images.read(file), OpenCv.decodeUpright(file)))
                    .isLessThanOrEqualTo(3);
        }
    }

    @Test
    void threeComponentsWithoutAnyMarkAreRgbOnlyWhenTheirNamesSaySo() throws IOException {
        byte[] marked = jpeg(new IIOImage(Pictures.drawn(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR), null, null), false);
        byte[] bare = without(marked, 0xe0);
        assertThat(Images.read(bare).sameAs(Images.read(marked))).isTrue();

        byte[] named = bare.clone();
        int frame = indexOf(named, 0xc0);
        int scan = indexOf(named, 0xda);
        for (int i = 0; i < 3; i++) {
            named[frame + 10 + 3 * i] = (byte) "RGB".charAt(i);
            named[scan + 5 + 2 * i] = (byte) "RGB".charAt(i);
        }
        Image ycc = Images.read(marked);
        Image rgb = Images.read(named);
        assertThat(rgb.sameAs(ycc)).isFalse();
        int luma = (299 * ycc.at(8, 8, 0) + 587 * ycc.at(8, 8, 1) + 114 * ycc.at(8, 8, 2)) / 1000;
        assertThat(rgb.at(8, 8, 0)).isCloseTo(luma, within(3));
    }

    @Test
    void aTruncatedJpegIsNeverReadInPart() throws IOException {
        for (boolean progressive : new boolean[] {false, true}) {
            byte[] file =
                    jpeg(new IIOImage(Pictures.drawn(83, 57, BufferedImage.TYPE_3BYTE_BGR), null, null), progressive);
            for (int length = 0; length < file.length; length++) {
                byte[] cut = Arrays.copyOf(file, length);
                assertThatThrownBy(() -> Images.read(cut), "cut to %d of %d bytes", length, file.length)
                        .isInstanceOf(MalformedInputException.class);
                if (!progressive && length > indexOf(file, 0xda) + 14) {
                    byte[] closed = Arrays.copyOf(file, length + 2);
                    closed[length] = (byte) 0xff;
                    closed[length + 1] = (byte) 0xd9;
                    if (length < file.length - 2 && file[length - 1] != (byte) 0xff) {
                        assertThatThrownBy(
                                        () -> Images.read(closed), "closed after %d of %d bytes", length, file.length)
                                .isInstanceOf(MalformedInputException.class);
                    }
                }
            }
        }
    }

    @Test
    void whatIsMissingIsSaid() throws IOException {
        byte[] file = jpeg(new IIOImage(Pictures.drawn(40, 30, BufferedImage.TYPE_3BYTE_BGR), null, null), false);
        assertThatThrownBy(() -> Images.read(Arrays.copyOf(file, file.length - 2)))
                .hasMessage(
                        "The JPEG is truncated: it ends without its end marker (at byte " + (file.length - 2) + ")");
    }

    @Test
    void aJpegOfCountlessScansIsRefused() throws IOException {
        byte[] file = jpeg(new IIOImage(Pictures.drawn(8, 8, BufferedImage.TYPE_BYTE_GRAY), null, null), true);
        int scan = indexOf(file, 0xda);
        byte[] one = Arrays.copyOfRange(file, scan, scan + 12);
        byte[] many = file;
        for (int i = 0; i < 120; i++) {
            many = ExifFile.inserted(many, scan, one);
        }
        byte[] bomb = many;
        assertThatThrownBy(() -> Images.read(bomb)).hasMessageStartingWith("The JPEG has more than 100 scans");
    }

    @Test
    void moreThanAPictureMayFollowButNoArchive() throws IOException {
        byte[] file = jpeg(new IIOImage(Pictures.drawn(20, 10, BufferedImage.TYPE_3BYTE_BGR), null, null), false);
        byte[] motion = ExifFile.inserted(
                file, file.length, "\0\0\0\u0018ftypmp42 and so on".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Images.read(motion).size()).isEqualTo(new Size(20, 10));
        byte[] twoPictures = ExifFile.inserted(file, file.length, file);
        assertThat(Images.read(twoPictures).size()).isEqualTo(new Size(20, 10));
    }

    private static void assertColor(byte[] file, int[] expected) {
        Image image = Images.read(file);
        assertThat(image.format()).isEqualTo(PixelFormat.RGB24);
        for (int c = 0; c < 3; c++) {
            assertThat(image.at(7, 9, c)).isCloseTo(expected[c], within(2));
        }
    }

    private static int[] rgb(int[] inks) {
        return Arrays.stream(inks)
                .limit(3)
                .map(ink -> Math.round((255 - ink) * (255 - inks[3]) / 255f))
                .toArray();
    }

    private static int[] ycc(int[] stored) {
        double y = stored[0];
        double cb = stored[1] - 128;
        double cr = stored[2] - 128;
        double[] color = {y + 1.402 * cr, y - 0.344136 * cb - 0.714136 * cr, y + 1.772 * cb};
        return Arrays.stream(color)
                .mapToInt(value -> (int) Math.round(Math.max(0, Math.min(255, value))))
                .toArray();
    }

    /** A JPEG of four components, all of one value each, without any marker of its colours. */
    private static byte[] flat(int[] components) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(0, SIDE, SIDE, 4, null);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                raster.setPixel(x, y, components);
            }
        }
        return jpeg(new IIOImage(raster, null, null), false);
    }

    private static byte[] adobe(byte[] jpeg, int transform) {
        byte[] segment = {(byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform
        };
        return ExifFile.inserted(without(jpeg, 0xee), 2, segment);
    }

    private static byte[] without(byte[] jpeg, int marker) {
        int at = indexOf(jpeg, marker);
        if (at < 0) {
            return jpeg;
        }
        int length = 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, at);
        out.write(jpeg, at + length, jpeg.length - at - length);
        return out.toByteArray();
    }

    /** Where the first segment with this marker, before the pixels, begins; negative if there is none. */
    static int indexOf(byte[] jpeg, int marker) {
        int at = 2;
        while (at < jpeg.length && jpeg[at + 1] != (byte) marker) {
            if (jpeg[at + 1] == (byte) 0xda) {
                return -1;
            }
            at += 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
        }
        return at;
    }

    static byte[] jpeg(IIOImage picture, boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(1);
            param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(stream);
            writer.write(null, picture, param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
