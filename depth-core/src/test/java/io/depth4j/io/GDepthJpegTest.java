package io.depth4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.depth4j.DepthAxis;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.io.GDepth.Format;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GDepthJpegTest {

    private static final int MOST = 0xffff;
    private static final String MAIN = "http://ns.adobe.com/xap/1.0/\0";
    private static final String EXTENSION = "http://ns.adobe.com/xmp/extension/\0";
    private static final Image PHOTO = Pictures.soft(90, 60, PixelFormat.RGB24);

    /** The packets of a file, put together as the specification of XMP says. */
    private record Packets(String main, byte[] extension, int pieces) {

        String value(String name) {
            return find(main, name);
        }

        Raster depth() throws IOException {
            byte[] png = Base64.getDecoder().decode(find(text(extension), "GDepth:Data"));
            return ImageIO.read(new ByteArrayInputStream(png)).getRaster();
        }
    }

    @ParameterizedTest
    @EnumSource
    void depthComesBackWithinHalfAStep(Format format) throws IOException {
        FloatPlane depth = noisy(300, 200);
        Packets packets = packets(written(depth, GDepth.metres(format, 0.5, 80)));

        assertThat(packets.pieces()).isGreaterThan(1);
        assertThat(packets.value("GDepth:Format")).isEqualTo(format.spelling());
        double near = Double.parseDouble(packets.value("GDepth:Near"));
        double far = Double.parseDouble(packets.value("GDepth:Far"));
        Raster raster = packets.depth();
        assertThat(raster.getWidth()).isEqualTo(300);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 300; x++) {
                double stored = raster.getSample(x, y, 0) / (double) MOST;
                double found = format == Format.RANGE_LINEAR
                        ? near + stored * (far - near)
                        : far * near / (far - stored * (far - near));
                double d = depth.at(x, y);
                double step = format == Format.RANGE_LINEAR ? far - near : d * d * (1 / near - 1 / far);
                assertThat(found).isCloseTo(d, within(0.51 * step / MOST));
            }
        }
    }

    @Test
    void theMainPacketNamesTheExtensionAndSaysWhatItHolds() throws Exception {
        GDepth gdepth = GDepth.metres(Format.RANGE_INVERSE, 0.5, 80).withAxis(DepthAxis.RAY);
        Packets packets = packets(written(noisy(300, 200), gdepth));

        byte[] digest = MessageDigest.getInstance("MD5").digest(packets.extension());
        assertThat(packets.value("xmpNote:HasExtendedXMP"))
                .isEqualTo(HexFormat.of().withUpperCase().formatHex(digest));
        assertThat(packets.value("GDepth:Units")).isEqualTo("m");
        assertThat(packets.value("GDepth:MeasureType")).isEqualTo("OpticRay");
        assertThat(packets.value("GDepth:Mime")).isEqualTo("image/png");
        assertThat(packets.value("GDepth:ImageWidth")).isEqualTo("90");
        assertThat(packets.value("GDepth:ImageHeight")).isEqualTo("60");
    }

    @Test
    void depthOfUnknownScaleIsNotSaidToBeMetres() {
        GDepth gdepth = GDepth.metres(Format.RANGE_LINEAR, 1, 2).withUnit(GDepth.Unit.NONE);

        assertThat(packets(written(noisy(5, 4), gdepth)).value("GDepth:Units")).isEqualTo("none");
    }

    @Test
    void thePhotoIsThatOfAPlainJpeg() throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        Images.write(PHOTO, plain, ImageFormat.JPEG);
        byte[] file = written(noisy(300, 200), GDepth.metres(Format.RANGE_INVERSE, 0.5, 80));

        Image read = Images.read(file);
        Image expected = Images.read(plain.toByteArray());
        assertThat(read.array()).isEqualTo(expected.array());
        assertThat(ByteBuffer.wrap(file).getShort(2)).as("JFIF stands first").isEqualTo((short) 0xffe0);
    }

    @Test
    void infiniteDepthIsAtTheFarEndAndNothingFallsOutsideTheRange() throws IOException {
        FloatPlane depth = FloatPlane.wrap(
                new Size(5, 1), new float[] {Float.POSITIVE_INFINITY, 90, 80, 0.5f, Float.NEGATIVE_INFINITY});

        for (Format format : Format.values()) {
            Raster raster =
                    packets(written(depth, GDepth.metres(format, 0.5, 80))).depth();
            assertThat(raster.getSamples(0, 0, 5, 1, 0, (int[]) null)).containsExactly(MOST, MOST, MOST, 0, 0);
        }
    }

    @Test
    void missingPixelsAreRefused() {
        FloatPlane depth = noisy(5, 4);
        depth.set(2, 3, Float.NaN);

        assertThatThrownBy(() -> written(depth, GDepth.metres(Format.RANGE_LINEAR, 1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 of 20");
    }

    @Test
    void nearLiesAboveZeroAndBeforeFar() {
        for (double[] ends : new double[][] {{0, 1}, {-1, 1}, {2, 2}, {3, 2}, {Double.NaN, 2}, {1, 1 / 0.0}}) {
            assertThatThrownBy(() -> GDepth.metres(Format.RANGE_LINEAR, ends[0], ends[1]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static FloatPlane noisy(int width, int height) {
        FloatPlane plane = FloatPlane.allocate(new Size(width, height));
        Random random = new Random(5);
        for (int i = 0; i < plane.array().length; i++) {
            plane.array()[i] = 0.5f + 79.5f * random.nextFloat();
        }
        return plane;
    }

    private static byte[] written(FloatPlane depth, GDepth gdepth) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            GDepthJpeg.write(PHOTO, depth, gdepth, JpegOptions.defaults(), out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static Packets packets(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        String main = "";
        byte[] extension = {};
        int pieces = 0;
        int at = 2;
        while (bytes.getShort(at) != (short) 0xffda) {
            int length = bytes.getShort(at + 2) & 0xffff;
            String content = text(Arrays.copyOfRange(file, at + 4, at + 2 + length));
            if (content.startsWith(MAIN)) {
                main = content.substring(MAIN.length());
            } else if (content.startsWith(EXTENSION)) {
                int head = at + 4 + EXTENSION.length();
                assertThat(content.substring(EXTENSION.length(), EXTENSION.length() + 32))
                        .isEqualTo(find(main, "xmpNote:HasExtendedXMP"));
                int total = bytes.getInt(head + 32);
                extension = pieces == 0 ? new byte[total] : extension;
                assertThat(total).isEqualTo(extension.length);
                System.arraycopy(file, head + 40, extension, bytes.getInt(head + 36), at + 2 + length - head - 40);
                pieces++;
            }
            at += 2 + length;
        }
        return new Packets(main, extension, pieces);
    }

    private static String find(String packet, String name) {
        Matcher matcher = Pattern.compile(name + "=\"([^\"]*)\"").matcher(packet);
        assertThat(matcher.find()).as(name).isTrue();
        return matcher.group(1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
