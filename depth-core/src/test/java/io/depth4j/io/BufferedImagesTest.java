package io.depth4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.depth4j.Image;
import io.depth4j.PixelFormat;
import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BufferedImagesTest {

    private static final byte[] RAMP = new byte[256];

    static {
        for (int i = 0; i < 256; i++) {
            RAMP[i] = (byte) i;
        }
    }

    /** The standard types whose colours {@code getRGB} gives without a conversion between colour spaces. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 13})
    void everyColouredTypeConvertsToWhatJavaSeesInIt(int type) {
        BufferedImage source = Pictures.drawn(37, 21, type);
        Image image = Images.of(source);
        assertThat(image.format())
                .isEqualTo(source.getColorModel().hasAlpha() ? PixelFormat.RGBA32 : PixelFormat.RGB24);
        for (int y = 0; y < 21; y++) {
            for (int x = 0; x < 37; x++) {
                int argb = source.getRGB(x, y);
                for (int c = 0; c < 3; c++) {
                    // Java divides by alpha in float, which now and then falls short of a half.
                    assertThat(image.at(x, y, c))
                            .as("type %d at (%d, %d)", type, x, y)
                            .isCloseTo(argb >> 16 - 8 * c & 255, within(source.isAlphaPremultiplied() ? 1 : 0));
                }
                if (image.format().hasAlpha()) {
                    assertThat(image.at(x, y, 3)).isEqualTo(argb >>> 24);
                }
            }
        }
    }

    @Test
    void graySamplesAreTakenAsTheyStand() {
        BufferedImage gray = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
        gray.getRaster().setDataElements(0, 0, 256, 1, RAMP);
        BufferedImage wide = new BufferedImage(256, 1, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < 256; i++) {
            wide.getRaster().setSample(i, 0, 0, i * 257);
        }
        for (BufferedImage source : new BufferedImage[] {gray, wide}) {
            Image image = Images.of(source);
            assertThat(image.format()).isEqualTo(PixelFormat.GRAY8);
            assertThat(image.array()).containsExactly(RAMP);
        }
        wide.getRaster().setSample(0, 0, 0, 128);
        wide.getRaster().setSample(1, 0, 0, 129);
        assertThat(Images.of(wide).at(0, 0, 0)).isEqualTo(0);
        assertThat(Images.of(wide).at(1, 0, 0)).isEqualTo(1);
    }

    @Test
    void grayWithAlphaKeepsItsGray() {
        ComponentColorModel colors = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY), true, false, 3, DataBuffer.TYPE_BYTE);
        BufferedImage source = new BufferedImage(colors, colors.createCompatibleWritableRaster(2, 1), false, null);
        source.getRaster().setPixel(1, 0, new int[] {100, 7});
        Image image = Images.of(source);
        assertThat(image.array()).containsExactly(0, 0, 0, 0, 100, 100, 100, 7);
    }

    @Test
    void palettesBecomeColoursAndTransparency() {
        byte[] reds = {10, 20};
        byte[] greens = {30, 40};
        byte[] blues = {50, 60};
        BufferedImage source = new BufferedImage(
                3, 1, BufferedImage.TYPE_BYTE_BINARY, new IndexColorModel(1, 2, reds, greens, blues, 1));
        source.getRaster().setSample(1, 0, 0, 1);
        assertThat(Images.of(source).array()).containsExactly(10, 30, 50, -1, 20, 40, 60, 0, 10, 30, 50, -1);
    }

    @Test
    void wrappingSharesTheBytes() {
        BufferedImage bgr = Pictures.drawn(9, 6, BufferedImage.TYPE_3BYTE_BGR);
        Image image = Images.wrap(bgr);
        assertThat(image.format()).isEqualTo(PixelFormat.BGR24);
        bgr.setRGB(4, 3, 0x010203);
        assertThat(new int[] {image.at(4, 3, 0), image.at(4, 3, 1), image.at(4, 3, 2)})
                .containsExactly(3, 2, 1);

        BufferedImage part = bgr.getSubimage(3, 2, 4, 3);
        Image region = Images.wrap(part);
        assertThat(region.sameAs(image.region(3, 2, region.size()))).isTrue();
        assertThat(region.array()).isSameAs(image.array());

        BufferedImage gray = Pictures.drawn(9, 6, BufferedImage.TYPE_BYTE_GRAY);
        assertThat(Images.wrap(gray.getSubimage(1, 1, 5, 5)).sameAs(Images.of(gray.getSubimage(1, 1, 5, 5))))
                .isTrue();
    }

    @Test
    void customRastersInOurOrderAreShared() {
        for (PixelFormat format : new PixelFormat[] {PixelFormat.RGB24, PixelFormat.RGBA32}) {
            int channels = format.channels();
            byte[] pixels = Pictures.noise(6, 4, format, 9).array();
            BufferedImage source = custom(pixels, channels, false);
            Image image = Images.wrap(source);
            assertThat(image.format()).isEqualTo(format);
            assertThat(image.array()).isSameAs(pixels);
            assertThat(Images.of(source).array()).containsExactly(pixels);
        }
    }

    @Test
    void whatIsKeptInAnotherWayIsNotWrapped() {
        BufferedImage[] others = {
            new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB),
            new BufferedImage(2, 2, BufferedImage.TYPE_4BYTE_ABGR),
            new BufferedImage(2, 2, BufferedImage.TYPE_USHORT_GRAY),
            new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_INDEXED),
            new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_BINARY),
            new BufferedImage(2, 2, BufferedImage.TYPE_USHORT_565_RGB),
            custom(new byte[6 * 4 * 4], 4, true)
        };
        for (BufferedImage other : others) {
            assertThatThrownBy(() -> Images.wrap(other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Images.of");
        }
    }

    @Test
    void premultipliedColoursAreDividedByTheirAlpha() {
        BufferedImage source = custom(new byte[6 * 4 * 4], 4, true);
        source.getRaster().setPixel(0, 0, new int[] {50, 100, 0, 100});
        source.getRaster().setPixel(1, 0, new int[] {9, 9, 9, 0});
        Image image = Images.of(source);
        assertThat(java.util.Arrays.copyOf(image.array(), 8)).containsExactly(128, 255, 0, 100, 0, 0, 0, 0);
    }

    @Test
    void copiesForJavaAreOfItsStandardTypes() {
        Map<PixelFormat, Integer> types = Map.of(
                PixelFormat.GRAY8, BufferedImage.TYPE_BYTE_GRAY,
                PixelFormat.RGB24, BufferedImage.TYPE_3BYTE_BGR,
                PixelFormat.BGR24, BufferedImage.TYPE_3BYTE_BGR,
                PixelFormat.RGBA32, BufferedImage.TYPE_4BYTE_ABGR);
        for (PixelFormat format : PixelFormat.values()) {
            Image image = Pictures.noise(13, 7, format, 1);
            BufferedImage copy = Images.toBufferedImage(image);
            assertThat(copy.getType()).isEqualTo(types.get(format));
            Image back = Images.of(copy);
            for (int c = 0; c < format.channels(); c++) {
                int channel = format == PixelFormat.BGR24 ? 2 - c : c;
                assertThat(back.at(12, 6, channel)).isEqualTo(image.at(12, 6, c));
            }
        }
    }

    private static BufferedImage custom(byte[] pixels, int channels, boolean premultiplied) {
        int[] bands = java.util.stream.IntStream.range(0, channels).toArray();
        ComponentColorModel colors = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                channels == 4,
                premultiplied,
                channels == 4 ? 3 : 1,
                DataBuffer.TYPE_BYTE);
        PixelInterleavedSampleModel model =
                new PixelInterleavedSampleModel(DataBuffer.TYPE_BYTE, 6, 4, channels, 6 * channels, bands);
        return new BufferedImage(
                colors,
                Raster.createWritableRaster(model, new DataBufferByte(pixels, pixels.length), new Point()),
                premultiplied,
                null);
    }
}
