package io.depth4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.depth4j.DepthAxis;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.MalformedInputException;
import io.depth4j.PixelFormat;
import io.depth4j.Range;
import io.depth4j.Size;
import io.depth4j.io.DepthWriteOptions.Misfit;
import io.depth4j.io.GDepthOptions.Spread;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void depthComesBackWithinHalfAStep(Spread spread) throws IOException {
        DepthMap depth = noisy(300, 200);
        Packets packets = packets(written(depth, GDepthOptions.defaults().withSpread(spread)));

        assertThat(packets.pieces()).isGreaterThan(1);
        assertThat(packets.value("GDepth:Format")).isEqualTo(spread == Spread.LINEAR ? "RangeLinear" : "RangeInverse");
        double near = Double.parseDouble(packets.value("GDepth:Near"));
        double far = Double.parseDouble(packets.value("GDepth:Far"));
        Raster raster = packets.depth();
        assertThat(raster.getWidth()).isEqualTo(300);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 300; x++) {
                double stored = raster.getSample(x, y, 0) / (double) MOST;
                double found = spread == Spread.LINEAR
                        ? near + stored * (far - near)
                        : far * near / (far - stored * (far - near));
                double d = depth.at(x, y);
                double step = spread == Spread.LINEAR ? far - near : d * d * (1 / near - 1 / far);
                assertThat(found).isCloseTo(d, within(0.51 * step / MOST));
            }
        }
    }

    @Test
    void theMainPacketNamesTheExtensionAndSaysWhatItHolds() throws Exception {
        Packets packets = packets(written(noisy(300, 200).withAxis(DepthAxis.RAY), GDepthOptions.defaults()));

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
        DepthMap map = DepthMap.wrap(noisy(5, 4).toPlane(), DepthKind.SCALE_INVARIANT);

        assertThat(packets(written(map, GDepthOptions.defaults())).value("GDepth:Units"))
                .isEqualTo("none");
    }

    @ParameterizedTest
    @EnumSource(names = {"AFFINE_INVARIANT", "AFFINE_INVARIANT_INVERSE"})
    void depthWithoutAnOriginAsksForACalibration(DepthKind kind) {
        DepthMap map = DepthMap.wrap(noisy(5, 4).toPlane(), kind);

        assertThatThrownBy(() -> written(map, GDepthOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("apply a Calibration");
    }

    @Test
    void thePhotoIsThatOfAPlainJpeg() throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        Images.write(PHOTO, plain, ImageFormat.JPEG);
        byte[] file = written(noisy(300, 200), GDepthOptions.defaults());

        Image read = Images.read(file);
        Image expected = Images.read(plain.toByteArray());
        assertThat(read.array()).isEqualTo(expected.array());
        assertThat(ByteBuffer.wrap(file).getShort(2)).as("JFIF stands first").isEqualTo((short) 0xffe0);
    }

    @Test
    void allBytesOfTheJpegStayAsTheyAre() throws IOException {
        byte[] jpeg = jpeg(6);
        byte[] file = written(jpeg, noisy(40, 30), GDepthOptions.defaults());

        int added = file.length - jpeg.length;
        int place = Arrays.mismatch(file, jpeg);
        assertThat(Arrays.copyOfRange(file, place + added, file.length))
                .isEqualTo(Arrays.copyOfRange(jpeg, place, jpeg.length));
        assertThat(text(file).indexOf("Exif\0")).isLessThan(text(file).indexOf(MAIN));
    }

    /** Depth stands as the photo's pixels do, by the same turn that makes the photo upright. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void depthIsTurnedAsThePhotoIs(int orientation) throws IOException {
        DepthMap upright = noisy(4, 3);
        Raster raster = packets(written(jpeg(orientation), upright, GDepthOptions.defaults()))
                .depth();
        Image stored = Image.allocate(new Size(raster.getWidth(), raster.getHeight()), PixelFormat.GRAY8);
        for (int y = 0; y < stored.height(); y++) {
            for (int x = 0; x < stored.width(); x++) {
                stored.array()[stored.offset(y) + x] = (byte) (raster.getSample(x, y, 0) >> 8);
            }
        }
        Image turned = Orientation.of(orientation).upright(stored);
        Raster plain = packets(written(upright, GDepthOptions.defaults())).depth();
        assertThat(turned.size()).isEqualTo(upright.size());
        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < 4; x++) {
                assertThat(turned.array()[turned.offset(y) + x] & 0xff).isEqualTo(plain.getSample(x, y, 0) >> 8);
            }
        }
    }

    @Test
    void aJpegThatHasXmpIsRefused() {
        byte[] file = written(noisy(5, 4), GDepthOptions.defaults());

        assertThatThrownBy(() -> written(file, noisy(5, 4), GDepthOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has XMP");
    }

    @Test
    void onlyAWholeJpegTakesDepth() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        Images.write(PHOTO, png, ImageFormat.PNG);
        assertThatThrownBy(() -> written(png.toByteArray(), noisy(5, 4), GDepthOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found PNG");
        byte[] jpeg = jpeg(1);
        for (int length = 0; length < jpeg.length; length++) {
            byte[] cut = Arrays.copyOf(jpeg, length);
            assertThatThrownBy(() -> written(cut, noisy(5, 4), GDepthOptions.defaults()))
                    .isInstanceOf(MalformedInputException.class);
        }
    }

    @Test
    void aThousandDamagedJpegsTakeDepthOrAreRefused() throws IOException {
        List<byte[]> seeds = List.of(jpeg(6), written(noisy(5, 4), GDepthOptions.defaults()));
        Set<String> outcomes = new TreeSet<>();
        for (int number = 0; number < 1_000; number++) {
            byte[] jpeg = Mutations.damaged(seeds, number);
            try {
                packets(written(jpeg, noisy(5, 4), GDepthOptions.defaults()));
                outcomes.add("written");
            } catch (MalformedInputException | IllegalArgumentException refused) {
                assertThat(refused.getMessage()).isNotBlank();
                outcomes.add(refused.getClass().getSimpleName());
            }
        }
        assertThat(outcomes).containsExactly("IllegalArgumentException", "MalformedInputException", "written");
    }

    @Test
    void depthBeyondTheRangeIsRefusedOrClipped() throws IOException {
        DepthMap depth = metres(Float.POSITIVE_INFINITY, 90, 80, 0.5f, Float.NEGATIVE_INFINITY);
        for (Spread spread : Spread.values()) {
            GDepthOptions options = GDepthOptions.defaults().withSpread(spread).withRange(Range.of(0.5, 80));
            assertThatThrownBy(() -> written(depth, options))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Found Infinity at (0, 0); of 5 values 3 do not fit");
            Raster raster =
                    packets(written(depth, options.withMisfit(Misfit.CLIP))).depth();
            assertThat(raster.getSamples(0, 0, 5, 1, 0, (int[]) null)).containsExactly(MOST, MOST, MOST, 0, 0);
        }
    }

    @Test
    void aMapOfOneDepthHasARange() {
        Packets packets = packets(written(metres(3, 3, 3), GDepthOptions.defaults()));

        assertThat(packets.value("GDepth:Near")).isEqualTo("3.0");
        assertThat(packets.value("GDepth:Far")).isEqualTo("6.0");
    }

    @Test
    void realsHaveNoExponent() {
        Packets packets = packets(written(metres(1e-5f, 3e9f), GDepthOptions.defaults()));

        assertThat(packets.value("GDepth:Near")).matches("0\\.0000[0-9]+");
        assertThat(packets.value("GDepth:Far")).isEqualTo("3000000000");
    }

    @Test
    void depthsThatAreNotAboveZeroAreRefused() {
        assertThatThrownBy(() -> written(metres(0, 1), GDepthOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above 0, found 0.0");
    }

    @Test
    void missingPixelsAreRefusedAndNothingIsWritten(@TempDir Path folder) {
        DepthMap depth = metres(1, Float.NaN, 2);
        Path file = folder.resolve("photo.jpg");

        assertThatThrownBy(() -> DepthFiles.writeGDepth(PHOTO, depth, file, GDepthOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 of 3");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void filesAndStreamsTakeTheSameBytes(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("photo.jpg");
        DepthFiles.writeGDepth(PHOTO, noisy(5, 4), file, GDepthOptions.defaults());
        assertThat(file).hasBinaryContent(written(noisy(5, 4), GDepthOptions.defaults()));
        byte[] jpeg = jpeg(3);
        DepthFiles.writeGDepth(jpeg, noisy(5, 4), file, GDepthOptions.defaults());
        assertThat(file).hasBinaryContent(written(jpeg, noisy(5, 4), GDepthOptions.defaults()));
    }

    @Test
    void nearLiesAboveZeroAndBeforeFar() {
        for (double[] ends : new double[][] {{0, 1}, {-1, 1}, {2, 2}, {Double.NaN, Double.NaN}}) {
            Range range = new Range(ends[0], ends[1]);
            assertThatThrownBy(() -> GDepthOptions.defaults().withRange(range))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void readingSaysThatDepthInAJpegIsWrittenOnly() {
        byte[] file = written(noisy(5, 4), GDepthOptions.defaults());

        assertThatThrownBy(() -> DepthFiles.read(file))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("GDepth) is written only")
                .hasMessageContaining("EXR, TIFF");
        assertThatThrownBy(() -> DepthFiles.write(noisy(5, 4), Path.of("photo.jpg")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DepthFiles.writeGDepth");
    }

    private static byte[] jpeg(int orientation) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        Images.write(PHOTO, plain, ImageFormat.JPEG);
        return ExifFile.inJpeg(plain.toByteArray(), ExifFile.notes(ByteOrder.BIG_ENDIAN, orientation, 4));
    }

    private static DepthMap noisy(int width, int height) {
        FloatPlane plane = FloatPlane.allocate(new Size(width, height));
        Random random = new Random(5);
        for (int i = 0; i < plane.array().length; i++) {
            plane.array()[i] = 0.5f + 79.5f * random.nextFloat();
        }
        return DepthMap.wrap(plane, DepthKind.METRIC);
    }

    private static DepthMap metres(float... values) {
        return DepthMap.wrap(FloatPlane.wrap(new Size(values.length, 1), values), DepthKind.METRIC);
    }

    private static byte[] written(DepthMap depth, GDepthOptions options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DepthFiles.writeGDepth(PHOTO, depth, out, options);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static byte[] written(byte[] jpeg, DepthMap depth, GDepthOptions options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DepthFiles.writeGDepth(jpeg, depth, out, options);
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
