package io.depth4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.Image;
import io.depth4j.MalformedInputException;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** BMP, TIFF, GIF and WebP. */
class OtherFormatsTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_USHORT_555_RGB,
                BufferedImage.TYPE_USHORT_565_RGB,
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_3BYTE_BGR
            })
    void bmpOfEveryDepthIsReadAsImageIoReadsIt(int type) throws IOException {
        for (int width : new int[] {1, 7, 8, 33}) {
            byte[] file = Pictures.byImageIo(Pictures.drawn(width, 11, type), "bmp");
            Image theirs = Images.of(ImageIO.read(new ByteArrayInputStream(file)));
            assertThat(sameColors(Images.read(file), theirs))
                    .as("width %d", width)
                    .isTrue();
        }
    }

    @Test
    void runLengthPackedBmpIsReadAsImageIoReadsIt() throws IOException {
        byte[] ramp = new byte[256];
        byte[] back = new byte[256];
        for (int i = 0; i < 256; i++) {
            ramp[i] = (byte) i;
            back[i] = (byte) (255 - i);
        }
        IndexColorModel palette = new IndexColorModel(8, 256, ramp, ramp, back);
        BufferedImage picture = new BufferedImage(37, 13, BufferedImage.TYPE_BYTE_INDEXED, palette);
        for (int i = 0; i < 37 * 13; i++) {
            picture.getRaster().setSample(i % 37, i / 37, 0, i / 37 % 3 == 0 ? 3 : i * i / 50 % 256);
        }
        byte[] file = written(picture, "bmp", "BI_RLE8");
        assertThat(sameColors(Images.read(file), Images.of(ImageIO.read(new ByteArrayInputStream(file)))))
                .isTrue();
    }

    @Test
    void runsOfFourBitsAreUnpackedWithTheirSkips() {
        int[] runs = {
            5,
            0x12,
            0,
            0, // five pixels of 1 and 2 in turn, end of row
            0,
            5,
            0x34,
            0x56,
            0x70,
            0,
            0,
            0, // five pixels as listed, padded; end of row
            0,
            2,
            1,
            0,
            3,
            0x8a,
            0,
            1 // one right; three pixels; end
        };
        ByteBuffer file = ByteBuffer.allocate(118 + runs.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'B').put((byte) 'M').putInt(file.capacity()).putInt(0).putInt(118);
        file.putInt(40)
                .putInt(5)
                .putInt(3)
                .putShort((short) 1)
                .putShort((short) 4)
                .putInt(2);
        file.position(54);
        for (int i = 0; i < 16; i++) {
            file.putInt(i);
        }
        for (int value : runs) {
            file.put((byte) value);
        }
        Image image = Images.read(file.array());
        int[][] bottomUp = {{1, 2, 1, 2, 1}, {3, 4, 5, 6, 7}, {0, 8, 10, 8, 0}};
        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < 5; x++) {
                assertThat(image.at(x, 2 - y, 2)).as("(%d, %d)", x, y).isEqualTo(bottomUp[y][x]);
            }
        }
    }

    @Test
    void aBmpTopDownIsNotTurned() {
        Image image = Pictures.noise(5, 4, PixelFormat.RGBA32, 3);
        byte[] file = Pictures.written(image, BmpOptions.defaults());
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(22, -4);
        Image flipped = Images.read(file);
        for (int y = 0; y < 4; y++) {
            for (int c = 0; c < 4; c++) {
                assertThat(flipped.at(2, y, c)).isEqualTo(image.at(2, 3 - y, c));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "LZW", "PackBits", "ZLib", "Deflate", "CCITT T.6"})
    void tiffOfEveryPackingIsReadAsImageIoReadsIt(String packing) throws IOException {
        int[] types = packing.startsWith("CCITT")
                ? new int[] {BufferedImage.TYPE_BYTE_BINARY}
                : new int[] {
                    BufferedImage.TYPE_BYTE_GRAY,
                    BufferedImage.TYPE_3BYTE_BGR,
                    BufferedImage.TYPE_USHORT_GRAY,
                    BufferedImage.TYPE_4BYTE_ABGR,
                    BufferedImage.TYPE_BYTE_INDEXED
                };
        for (int type : types) {
            byte[] file = written(Pictures.drawn(45, 33, type), "tiff", packing);
            assertThat(Images.read(file).sameAs(Images.of(ImageIO.read(new ByteArrayInputStream(file)))))
                    .as("%s of type %d", packing, type)
                    .isTrue();
        }
    }

    @Test
    void aTiffIsRefusedForWhatItsDirectoryClaims() {
        byte[] file = Pictures.byImageIo(Pictures.drawn(9, 4, BufferedImage.TYPE_3BYTE_BGR), "tiff");
        assertThatThrownBy(() -> Images.read(changed(file, 0x0111, 1 << 30)))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("strip or tile 0");
        assertThatThrownBy(() -> Images.read(changed(file, 0x0103, 7)))
                .isInstanceOf(MalformedInputException.class)
                .hasMessage("TIFF of compression 7 is not read");
        assertThatThrownBy(() -> Images.read(changed(file, 0x0117, 10)))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("needs 108 bytes of pixels");
    }

    @Test
    void aGifIsReadAsItsFirstFrameOnItsCanvas() throws IOException {
        byte[] file = Pictures.byImageIo(Pictures.drawn(40, 30, BufferedImage.TYPE_BYTE_INDEXED), "gif");
        Image whole = Images.read(file);
        assertThat(sameColors(whole, Images.of(ImageIO.read(new ByteArrayInputStream(file)))))
                .isTrue();

        byte[] larger = file.clone();
        ByteBuffer.wrap(larger)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(6, (short) 50)
                .putShort(8, (short) 31);
        Image canvas = Images.read(larger);
        assertThat(canvas.size()).isEqualTo(new Size(50, 31));
        assertThat(canvas.format()).isEqualTo(PixelFormat.RGBA32);
        assertThat(canvas.at(39, 29, 3)).isEqualTo(255);
        assertThat(canvas.at(45, 5, 3)).isZero();
        assertThat(canvas.at(12, 17, 1)).isEqualTo(whole.at(12, 17, 1));

        byte[] smaller = file.clone();
        smaller[6] = 39;
        assertThatThrownBy(() -> Images.read(smaller))
                .hasMessageContaining("does not lie on the GIF's canvas of 39×30");
    }

    @Test
    void gifsOfManySizesGiveBackEveryPixel() {
        for (int width : new int[] {1, 2, 17, 300}) {
            for (int height : new int[] {1, 3, 5, 9, 130}) {
                BufferedImage picture = noisyGif(width, height);
                byte[] file = Pictures.byImageIo(picture, "gif");
                assertThat(sameColors(Images.read(file), Images.of(picture)))
                        .as("%d×%d", width, height)
                        .isTrue();
            }
        }
    }

    @Test
    void webpIsReadWhereOpenCvIsPresent() {
        OpenCv.assumePresent();
        for (PixelFormat format : new PixelFormat[] {PixelFormat.RGB24, PixelFormat.RGBA32}) {
            Image image = Pictures.soft(61, 37, format);
            byte[] lossless = OpenCv.encode(image, ".webp", 64, 101);
            assertThat(Images.read(lossless).sameAs(image)).isTrue();
            byte[] lossy = OpenCv.encode(image, ".webp", 64, 90);
            assertThat(RoundTripTest.largestDifference(Images.read(lossy), image))
                    .isLessThan(16);
            ImageMetadata metadata = Images.readMetadata(lossy);
            assertThat(metadata.format()).isEqualTo(ImageFormat.WEBP);
            assertThat(metadata.width()).isEqualTo(61);
            assertThat(metadata.channels()).isEqualTo(format.channels());
            for (int length = 0; length < lossy.length; length++) {
                byte[] cut = Arrays.copyOf(lossy, length);
                assertThatThrownBy(() -> Images.read(cut)).isInstanceOf(MalformedInputException.class);
            }
        }
    }

    private static BufferedImage noisyGif(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED);
        java.util.Random random = new java.util.Random(width);
        for (int i = 0; i < width * height; i++) {
            picture.getRaster().setSample(i % width, i / width, 0, random.nextInt(200));
        }
        return picture;
    }

    private static byte[] changed(byte[] tiff, int tag, int value) {
        ByteBuffer file =
                ByteBuffer.wrap(tiff.clone()).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int at = file.getInt(4);
        for (int i = 0; i < file.getShort(at); i++) {
            int entry = at + 2 + 12 * i;
            if ((file.getShort(entry) & 0xffff) == tag) {
                if (file.getShort(entry + 2) == 3) {
                    file.putShort(entry + 8, (short) value);
                } else {
                    file.putInt(entry + 8, value);
                }
            }
        }
        return file.array();
    }

    private static byte[] written(BufferedImage picture, String format, String packing) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (!packing.equals("none")) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionType(packing);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** Equal in colour and opacity, whether either says so with fewer channels. */
    static boolean sameColors(Image a, Image b) {
        if (!a.size().equals(b.size())) {
            return false;
        }
        for (int y = 0; y < a.height(); y++) {
            for (int x = 0; x < a.width(); x++) {
                for (int c = 0; c < 4; c++) {
                    if (channel(a, x, y, c) != channel(b, x, y, c)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static int channel(Image image, int x, int y, int c) {
        return switch (image.format()) {
            case GRAY8 -> c == 3 ? 255 : image.at(x, y, 0);
            case RGB24, BGR24 -> c == 3 ? 255 : image.at(x, y, c);
            case RGBA32 -> image.at(x, y, c);
        };
    }
}
