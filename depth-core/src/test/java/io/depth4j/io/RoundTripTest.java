package io.depth4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripTest {

    private static final int[][] SIZES = {{1, 1}, {1, 7}, {7, 1}, {3, 2}, {17, 13}, {150, 200}, {333, 5}, {64, 64}};

    @ParameterizedTest
    @EnumSource(PixelFormat.class)
    void pngAndBmpGiveBackEveryPixel(PixelFormat format) {
        for (int[] size : SIZES) {
            Image image = Pictures.noise(size[0], size[1], format, 7);
            for (WriteOptions options : new WriteOptions[] {PngOptions.defaults(), BmpOptions.defaults()}) {
                Image back = Images.read(Pictures.written(image, options));
                assertThat(back.sameAs(inReadOrder(image)))
                        .as("%s %s", image, options)
                        .isTrue();
            }
        }
    }

    @Test
    void jpegGivesBackNearlyThePixels() {
        for (PixelFormat format : new PixelFormat[] {PixelFormat.GRAY8, PixelFormat.RGB24, PixelFormat.BGR24}) {
            Image image = Pictures.soft(97, 61, format);
            Image back = Images.read(Pictures.written(image, new JpegOptions(0.95)));
            assertThat(largestDifference(back, inReadOrder(image)))
                    .as("%s", format)
                    .isLessThan(12);
        }
    }

    @Test
    void qualityTradesBytes() {
        Image image = Pictures.noise(64, 64, PixelFormat.RGB24, 1);
        assertThat(Pictures.written(image, new JpegOptions(0.3)))
                .hasSizeLessThan(Pictures.written(image, new JpegOptions(0.9)).length / 2);
    }

    @ParameterizedTest
    @EnumSource(PixelFormat.class)
    void picturesInDirectStridedBuffersAreWrittenLikePackedOnes(PixelFormat format) {
        Image packed = Pictures.noise(19, 11, format, 3);
        Image strided = Image.wrap(
                packed.size(), format, ByteBuffer.allocateDirect((packed.rowBytes() + 9) * 11), packed.rowBytes() + 9);
        for (int y = 0; y < packed.height(); y++) {
            strided.writeRow(y, packed.array(), packed.offset(y));
        }
        assertThat(Pictures.written(strided, PngOptions.defaults()))
                .isEqualTo(Pictures.written(packed, PngOptions.defaults()));
        assertThat(Pictures.written(strided, BmpOptions.defaults()))
                .isEqualTo(Pictures.written(packed, BmpOptions.defaults()));
        if (!format.hasAlpha()) {
            assertThat(Pictures.written(strided, JpegOptions.defaults()))
                    .isEqualTo(Pictures.written(packed, JpegOptions.defaults()));
        }
        Image region = packed.region(3, 2, new Size(5, 4));
        assertThat(Images.read(Pictures.written(region, PngOptions.defaults())).sameAs(inReadOrder(region)))
                .isTrue();
    }

    @Test
    void aFolderThatIsNotThereIsNamed(@TempDir Path folder) {
        Path file = folder.resolve("nowhere").resolve("picture.png");
        assertThatThrownBy(() -> Images.write(Pictures.soft(4, 3, PixelFormat.GRAY8), file))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("no such folder");
    }

    @Test
    void aFilesEndingChoosesTheFormatToWriteAndItsContentTheFormatToRead(@TempDir Path folder) throws IOException {
        Image image = Pictures.soft(30, 20, PixelFormat.RGB24);
        Path file = folder.resolve("picture.BMP");
        Images.write(image, file);
        assertThat(Images.readMetadata(file).format()).isEqualTo(ImageFormat.BMP);

        Path misnamed = folder.resolve("picture.jpg");
        Images.write(image, misnamed, PngOptions.defaults());
        assertThat(Images.readMetadata(misnamed).format()).isEqualTo(ImageFormat.PNG);
        assertThat(Images.read(misnamed).sameAs(image)).isTrue();
    }

    @Test
    void whatImageIoWritesIsReadAsImageIoReadsIt() throws IOException {
        for (String format : new String[] {"png", "bmp", "tiff", "jpeg"}) {
            for (int type : new int[] {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_GRAY}) {
                byte[] file = Pictures.byImageIo(Pictures.drawn(41, 23, type), format);
                BufferedImage expected = ImageIO.read(new ByteArrayInputStream(file));
                assertThat(Images.read(file).sameAs(Images.of(expected)))
                        .as("%s of type %d", format, type)
                        .isTrue();
            }
        }
    }

    private static Image inReadOrder(Image image) {
        if (image.format() != PixelFormat.BGR24) {
            return image;
        }
        Image swapped = Image.allocate(image.size(), PixelFormat.RGB24);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                for (int c = 0; c < 3; c++) {
                    swapped.array()[swapped.offset(y) + 3 * x + c] = (byte) image.at(x, y, 2 - c);
                }
            }
        }
        return swapped;
    }

    static int largestDifference(Image a, Image b) {
        assertThat(a.size()).isEqualTo(b.size());
        assertThat(a.format()).isEqualTo(b.format());
        int largest = 0;
        for (int y = 0; y < a.height(); y++) {
            for (int x = 0; x < a.width(); x++) {
                for (int c = 0; c < a.format().channels(); c++) {
                    largest = Math.max(largest, Math.abs(a.at(x, y, c) - b.at(x, y, c)));
                }
            }
        }
        return largest;
    }
}
