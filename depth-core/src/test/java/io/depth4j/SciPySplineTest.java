package io.depth4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class SciPySplineTest {

    private static final FrameResizer SPLINE = FrameResizers.scipySpline3();

    @Test
    void rowsOfFloatsGiveTheBytesOfScipy() throws IOException {
        List<String[]> cases = goldens("row");
        assertThat(cases).hasSize(9);
        for (String[] c : cases) {
            String[] numbers = c[2].split(",");
            float[] input = new float[numbers.length];
            for (int i = 0; i < input.length; i++) {
                input[i] = Float.parseFloat(numbers[i]);
            }
            FloatPlane out = SPLINE.resize(FloatPlane.wrap(new Size(200, 1), input), new Size(150, 1));
            assertThat(bytesOf(out)).as(c[1]).isEqualTo(c[3]);
        }
    }

    @Test
    void rowsOfBytesOfAnySizeAreThoseOfScipy() throws IOException {
        List<String[]> cases = goldens("noise");
        assertThat(cases).hasSize(2200);
        for (String[] c : cases) {
            assertThat(resizedRowCrc(c, noise(number(c, 3), number(c, 1))))
                    .as(Arrays.toString(c))
                    .isEqualTo(c[4]);
        }
    }

    @Test
    void stepsAndSinglePixelsAreThoseOfScipy() throws IOException {
        for (String[] c : goldens("step")) {
            assertThat(resizedRowCrc(c, row(number(c, 1), x -> x < number(c, 3) ? 0 : 255)))
                    .as(Arrays.toString(c))
                    .isEqualTo(c[4]);
        }
        for (String[] c : goldens("pulse")) {
            assertThat(resizedRowCrc(c, row(number(c, 1), x -> x == number(c, 3) ? 255 : 0)))
                    .as(Arrays.toString(c))
                    .isEqualTo(c[4]);
        }
    }

    @Test
    void flatRowsKeepEachOfTheirValues() {
        Image flat = Image.allocate(new Size(200, 256), PixelFormat.GRAY8);
        for (int y = 0; y < 256; y++) {
            Arrays.fill(flat.array(), flat.offset(y), flat.offset(y) + 200, (byte) y);
        }
        for (int width : new int[] {1, 37, 150, 333}) {
            Image out = SPLINE.resize(flat, new Size(width, 256));
            for (int i = 0; i < width * 256; i++) {
                assertThat(out.array()[i] & 0xff).isEqualTo(i / width);
            }
        }
    }

    @Test
    void picturesAreThoseOfScipyEachChannelAlone() throws IOException {
        List<String[]> cases = goldens("rgb");
        assertThat(cases).hasSize(5);
        for (String[] c : cases) {
            Size from = new Size(number(c, 1), number(c, 2));
            Size to = new Size(number(c, 3), number(c, 4));
            Image src = Image.wrap(from, PixelFormat.RGB24, noise(number(c, 5), from.pixels() * 3));
            Image out = SPLINE.resize(src, to);
            assertThat(crc(out.array())).as(Arrays.toString(c)).isEqualTo(c[6]);

            Image direct =
                    Image.wrap(to, PixelFormat.RGB24, ByteBuffer.allocateDirect(to.pixels() * 6), to.width() * 6);
            SPLINE.resizeInto(inTheMiddleOfADirectBuffer(src), direct);
            assertThat(direct.sameAs(out)).isTrue();
        }
    }

    @Test
    void planesAreThoseOfScipyUpAndDownFromOnePixel() throws IOException {
        List<String[]> cases = goldens("floats");
        assertThat(cases).hasSize(8);
        for (String[] c : cases) {
            Size from = new Size(number(c, 1), number(c, 2));
            byte[] noise = noise(number(c, 5), from.pixels());
            FloatPlane src = FloatPlane.allocate(from);
            for (int i = 0; i < noise.length; i++) {
                src.array()[i] = (noise[i] & 0xff) / 4f - 20;
            }
            FloatPlane out = SPLINE.resize(src, new Size(number(c, 3), number(c, 4)));
            String[] expected = c[6].split(",");
            for (int i = 0; i < expected.length; i++) {
                assertThat(out.array()[i])
                        .as(Arrays.toString(c))
                        .isCloseTo(Float.parseFloat(expected[i]), within(1e-5f));
            }
        }
    }

    @Test
    void aHoleStaysWhereItIsAndReachesNoOtherPixel() {
        float[] values = floats(200, x -> 3 * x);
        values[0] = Float.NaN;
        Arrays.fill(values, 90, 95, Float.NaN);
        values[97] = Float.NaN;
        FloatPlane out = SPLINE.resize(FloatPlane.wrap(new Size(200, 1), values), new Size(150, 1));
        for (int i = 0; i < 150; i++) {
            int nearest = (int) Math.floor(i * (199 / 149.0) + 0.5);
            assertThat(out.isMissing(i, 0)).as("output %d", i).isEqualTo(Float.isNaN(values[nearest]));
            boolean farFromHoles = nearest > 20 && nearest < 70 || nearest > 120 && nearest < 180;
            if (farFromHoles) {
                assertThat(out.at(i, 0)).isCloseTo(i * (597 / 149f), within(1e-3f));
            }
        }
    }

    @Test
    void pixelsBesideAHoleAreThoseOfTheSegmentAlone() {
        float[] values = floats(40, x -> x * 37 % 101);
        values[20] = Float.NaN;
        FloatPlane out = SPLINE.resize(FloatPlane.wrap(new Size(40, 1), values), new Size(79, 1));
        FloatPlane left = FloatPlane.wrap(new Size(20, 1), Arrays.copyOf(values, 20));
        FloatPlane alone = SPLINE.resize(left, new Size(39, 1));
        for (int i = 0; i < 39; i++) {
            assertThat(out.at(i, 0)).isCloseTo(alone.at(i, 0), within(1e-5f));
        }
    }

    @Test
    void holesOfAPlaneStayWhereTheNearestPixelIsOne() {
        FloatPlane src = FloatPlane.allocate(new Size(23, 19));
        Arrays.fill(src.array(), 7.5f);
        for (int i = 0; i < src.array().length; i += 5) {
            src.array()[i] = Float.NaN;
        }
        Size to = new Size(31, 12);
        FloatPlane out = SPLINE.resize(src, to);
        for (int y = 0; y < to.height(); y++) {
            for (int x = 0; x < to.width(); x++) {
                int nearestX = (int) Math.floor(x * (22 / 30.0) + 0.5);
                int nearestY = (int) Math.floor(y * (18 / 11.0) + 0.5);
                if (src.isMissing(nearestX, nearestY)) {
                    assertThat(out.isMissing(x, y)).isTrue();
                } else {
                    assertThat(out.at(x, y)).isCloseTo(7.5f, within(1e-5f));
                }
            }
        }
    }

    @Test
    void aPoisonedRowIsMissingAndAnEmptyOneZero() {
        FloatPlane src = FloatPlane.allocate(new Size(200, 4));
        Arrays.fill(src.array(), 50);
        src.set(199, 0, Float.NaN);
        src.set(3, 1, Float.NaN);
        Arrays.fill(src.array(), 400, 600, Float.NaN);
        FloatPlane out = FrameResizers.scipySpline3(MissingPixels.POISON_ROW).resize(src, new Size(150, 4));
        for (int x = 0; x < 150; x++) {
            assertThat(out.isMissing(x, 0)).isTrue();
            assertThat(out.isMissing(x, 1)).isTrue();
            assertThat(out.at(x, 2)).isZero();
            assertThat(out.at(x, 3)).isEqualTo(50);
        }
    }

    @Test
    void anInfinitePixelIsAHoleAndPoisonsARow() {
        for (float infinity : new float[] {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            for (int at : new int[] {0, 3, 150, 199}) {
                float[] values = floats(200, x -> x);
                values[at] = infinity;
                FloatPlane src = FloatPlane.wrap(new Size(200, 1), values);
                FloatPlane holed = FloatPlane.copyOf(src);
                holed.set(at, 0, Float.NaN);

                assertThat(SPLINE.resize(src, new Size(150, 1)).sameAs(SPLINE.resize(holed, new Size(150, 1))))
                        .isTrue();
                assertThat(FrameResizers.scipySpline3(MissingPixels.POISON_ROW)
                                .resize(src, new Size(150, 1))
                                .missing())
                        .isEqualTo(150);
            }
        }
    }

    @Test
    void sharedPixelsAreRefused() {
        Image parent = Image.allocate(new Size(20, 10), PixelFormat.RGB24);
        Image left = parent.region(0, 0, new Size(10, 10));
        assertThatThrownBy(() -> SPLINE.resizeInto(left, parent.region(9, 0, new Size(10, 5))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("share");
        float[] values = new float[20];
        FloatPlane wide = FloatPlane.wrap(new Size(20, 1), values);
        assertThatThrownBy(() -> SPLINE.resizeInto(wide, FloatPlane.wrap(new Size(4, 5), values)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("share");
    }

    @Test
    void anEmptyRowStaysMissingWhereHolesAreKept() {
        FloatPlane src = FloatPlane.allocate(new Size(9, 2));
        Arrays.fill(src.array(), 0, 9, Float.NaN);
        FloatPlane out = SPLINE.resize(src, new Size(14, 2));
        assertThat(out.missing()).isEqualTo(14);
        assertThat(out.at(13, 1)).isZero();
    }

    @Test
    void itsOwnSizeIsACopy() {
        FloatPlane plane = FloatPlane.wrap(new Size(3, 1), new float[] {1, Float.NaN, -3});
        assertThat(SPLINE.resize(plane, plane.size()).sameAs(plane)).isTrue();
        Image image = Image.wrap(new Size(5, 4), PixelFormat.RGBA32, noise(3, 80));
        assertThat(SPLINE.resize(image, image.size()).sameAs(image)).isTrue();
    }

    @Test
    void aPreparedResizerNamesTheSizesItExpectedAndFound() {
        FrameResizer prepared = SPLINE.prepare(new Size(200, 1), new Size(150, 1));
        assertThatThrownBy(() -> prepared.resize(FloatPlane.allocate(new Size(199, 1)), new Size(150, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("This resizer is prepared for 200×1 to 150×1, found 199×1 to 150×1");
        assertThatThrownBy(() -> SPLINE.resizeInto(
                        Image.allocate(new Size(2, 2), PixelFormat.GRAY8),
                        Image.allocate(new Size(3, 2), PixelFormat.RGB24)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GRAY8")
                .hasMessageContaining("RGB24");
    }

    private static Image inTheMiddleOfADirectBuffer(Image src) {
        Size around = new Size(src.width() + 3, src.height() + 2);
        int stride = around.width() * src.format().channels() + 5;
        Image wide = Image.wrap(around, src.format(), ByteBuffer.allocateDirect(stride * around.height()), stride);
        Image inside = wide.region(2, 1, src.size());
        byte[] row = new byte[src.rowBytes()];
        for (int y = 0; y < src.height(); y++) {
            src.readRow(y, row, 0);
            inside.writeRow(y, row, 0);
        }
        return inside;
    }

    private static String resizedRowCrc(String[] c, byte[] row) {
        Image src = Image.wrap(new Size(row.length, 1), PixelFormat.GRAY8, row);
        return crc(SPLINE.resize(src, new Size(number(c, 2), 1)).array());
    }

    private static String bytesOf(FloatPlane row) {
        StringBuilder text = new StringBuilder();
        for (float value : row.array()) {
            text.append(text.length() == 0 ? "" : ",").append((int) Math.max(0, Math.min(255, value)));
        }
        return text.toString();
    }

    private static byte[] row(int width, IntUnaryOperator values) {
        byte[] row = new byte[width];
        for (int x = 0; x < width; x++) {
            row[x] = (byte) values.applyAsInt(x);
        }
        return row;
    }

    private static float[] floats(int width, IntUnaryOperator values) {
        float[] row = new float[width];
        for (int x = 0; x < width; x++) {
            row[x] = values.applyAsInt(x);
        }
        return row;
    }

    /** The generator of the script that made the goldens. */
    private static byte[] noise(int seed, int count) {
        byte[] noise = new byte[count];
        int x = seed;
        for (int i = 0; i < count; i++) {
            x = x * 1664525 + 1013904223;
            noise[i] = (byte) (x >>> 24);
        }
        return noise;
    }

    private static String crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return String.format("%08x", crc.getValue());
    }

    private static int number(String[] c, int field) {
        return Integer.parseInt(c[field]);
    }

    private static List<String[]> goldens(String kind) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SciPySplineTest.class.getResourceAsStream("scipy-spline3.txt")),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> line.split(" "))
                    .filter(c -> c[0].equals(kind))
                    .toList();
        }
    }
}
