package io.depth4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.depth4j.Colormap.Interval;
import io.depth4j.Colormap.Kind;
import io.depth4j.Colormap.Stop;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColormapTest {

    private static final Rgba RED = Rgba.rgb(255, 0, 0);
    private static final Rgba GREEN = Rgba.rgb(0, 255, 0);
    private static final Rgba BLUE = Rgba.rgb(0, 0, 255);

    /** Entry i is (i, 0, 0). */
    private static final Colormap RAMP = Colormap.of(
                    "ramp",
                    Kind.SEQUENTIAL,
                    IntStream.range(0, 256).mapToObj(i -> Rgba.rgb(i, 0, 0)).toList())
            .withUnder(GREEN)
            .withOver(BLUE)
            .withBad(Rgba.WHITE);

    @Test
    void entriesAreThoseOfMatplotlib() throws IOException {
        List<String> lines;
        try (InputStream in = ColormapTest.class.getResourceAsStream("colormap-indices.csv")) {
            lines = new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        }
        assertThat(lines).hasSizeGreaterThan(500);
        int differing = 0;
        for (String line : lines) {
            String[] cells = line.split(",");
            Range range = Range.of(Double.parseDouble(cells[0]), Double.parseDouble(cells[1]));
            float value = Float.intBitsToFloat(Integer.parseInt(cells[2]));
            int index = Integer.parseInt(cells[3]);
            Rgba found = RAMP.colorOf(value, range);
            assertThat(pixel(RAMP, value, range)).isEqualTo(found);
            if (!found.equals(entry(index))) {
                // matplotlib rounds in other places: where its quotient is an edge but for the rounding, either side is
                // right
                double quotient = (value - range.low()) / (range.high() - range.low()) * 256;
                assertThat(quotient).as(line).isCloseTo(Math.rint(quotient), within(1e-3));
                assertThat(Math.abs(found.red() - index)).as(line).isEqualTo(1);
                differing++;
            }
        }
        assertThat(differing).as("of the 198 values put on edges").isLessThan(10);
    }

    private static Rgba entry(int index) {
        return switch (index) {
            case 256 -> GREEN;
            case 257 -> BLUE;
            case 258 -> Rgba.WHITE;
            default -> Rgba.rgb(index, 0, 0);
        };
    }

    @Property
    void colorsGoUpWithTheValue(
            @ForAll @FloatRange(min = -5, max = 5) float one, @ForAll @FloatRange(min = -5, max = 5) float other) {
        Range range = Range.of(-5, 5);
        int low = RAMP.colorOf(Math.min(one, other), range).red();
        int high = RAMP.colorOf(Math.max(one, other), range).red();

        assertThat(low).isLessThanOrEqualTo(high);
    }

    @Test
    void endsOfTheRangeAreInside() {
        assertThat(RAMP.colorOf(0.1f, Range.of(0.1, 0.7))).isEqualTo(Rgba.BLACK);
        assertThat(RAMP.colorOf(0.7f, Range.of(0.1, 0.7))).isEqualTo(RED);
    }

    @Test
    void rangeWithoutWidthHasTheFirstEntryAtItsOnlyValue() {
        Range range = Range.of(3, 3);

        assertThat(RAMP.colorOf(3, range)).isEqualTo(Rgba.BLACK);
        assertThat(RAMP.colorOf(2, range)).isEqualTo(GREEN);
        assertThat(RAMP.colorOf(4, range)).isEqualTo(BLUE);
    }

    @Test
    void widestRangesDoNotOverflow() {
        Range all = Range.of(-Float.MAX_VALUE, Float.MAX_VALUE);

        assertThat(RAMP.colorOf(-Float.MAX_VALUE, all)).isEqualTo(Rgba.BLACK);
        assertThat(RAMP.colorOf(0, all)).isEqualTo(Rgba.rgb(128, 0, 0));
        assertThat(RAMP.colorOf(Float.MAX_VALUE, all)).isEqualTo(RED);
        assertThat(RAMP.colorOf(1, Range.of(-1e300, 1e300))).isEqualTo(Rgba.rgb(128, 0, 0));
    }

    @Test
    void everyPixelIsBadInAnEmptyRange() {
        for (float value : new float[] {0, Float.NaN, Float.POSITIVE_INFINITY}) {
            assertThat(pixel(RAMP, value, Range.EMPTY)).isEqualTo(Rgba.WHITE);
        }
    }

    @Test
    void missingPixelsAreTransparentBlackUnlessSaidOtherwise() {
        Colormap viridis = Colormaps.viridis();

        assertThat(pixel(viridis, Float.NaN, Range.of(0, 1))).isEqualTo(Rgba.TRANSPARENT);
        assertThat(viridis.under()).isEqualTo(viridis.colors().get(0));
        assertThat(viridis.over()).isEqualTo(viridis.colors().get(255));
    }

    @ParameterizedTest
    @EnumSource(
            value = PixelFormat.class,
            names = {"RGB24", "BGR24", "RGBA32"})
    void everyColourFormatGetsTheSameColoursInItsOwnOrder(PixelFormat format) {
        Colormap map = RAMP.withAlpha(77).withBad(new Rgba(1, 2, 3, 4));
        Size size = new Size(1500, 3);
        float[] values = new float[size.pixels()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 13 == 0 ? Float.NaN : i % 300 - 20;
        }
        Range range = Range.of(0, 255);
        Image heap = Image.allocate(size, format);
        map.colorizeInto(FloatPlane.wrap(size, values), range, heap);
        int stride = size.width() * format.channels() + 5;
        Image direct = Image.wrap(size, format, ByteBuffer.allocateDirect(stride * size.height()), stride);
        map.colorizeInto(DepthMap.of(FloatPlane.wrap(size, values), DepthKind.METRIC), range, direct);

        assertThat(direct.sameAs(heap)).isTrue();
        int red = format == PixelFormat.BGR24 ? 2 : 0;
        for (int i = 0; i < values.length; i++) {
            Rgba expected = map.colorOf(values[i], range);
            int x = i % size.width();
            int y = i / size.width();
            assertThat(heap.at(x, y, red)).isEqualTo(expected.red());
            assertThat(heap.at(x, y, 1)).isEqualTo(expected.green());
            assertThat(heap.at(x, y, 2 - red)).isEqualTo(expected.blue());
            if (format.hasAlpha()) {
                assertThat(heap.at(x, y, 3)).isEqualTo(expected.alpha());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = PixelFormat.class,
            names = {"RGB24", "BGR24", "RGBA32"})
    void grayIsItsOwnIndexAndNothingBesideTheRegionIsWritten(PixelFormat format) {
        Image gray = gray(37, 9);
        byte[] surface = new byte[60 * 20 * format.channels()];
        Arrays.fill(surface, (byte) 99);
        Image whole = Image.wrap(new Size(60, 20), format, surface);
        RAMP.colorizeInto(gray, whole.region(7, 5, gray.size()));

        int red = format == PixelFormat.BGR24 ? 2 : 0;
        for (int y = 0; y < whole.height(); y++) {
            for (int x = 0; x < whole.width(); x++) {
                boolean inside = x >= 7 && x < 44 && y >= 5 && y < 14;
                assertThat(whole.at(x, y, red)).isEqualTo(inside ? gray.at(x - 7, y - 5, 0) : 99);
                assertThat(whole.at(x, y, 2 - red)).isEqualTo(inside ? 0 : 99);
            }
        }
    }

    @Test
    void grayInADirectBufferGivesTheSame() {
        Image gray = gray(37, 9);
        ByteBuffer buffer = ByteBuffer.allocateDirect(gray.size().pixels());
        buffer.put(gray.array()).flip();

        Image direct = Image.wrap(gray.size(), PixelFormat.GRAY8, buffer, 37);
        assertThat(RAMP.colorize(direct).sameAs(RAMP.colorize(gray))).isTrue();
    }

    @Test
    void rowsAreColouredOverTheirOwnRange() {
        Image gray = gray(41, 30);
        Arrays.fill(gray.array(), gray.offset(3), gray.offset(4), (byte) 200);
        Image found = Image.allocate(gray.size(), PixelFormat.RGB24);
        RAMP.colorizeRowsInto(gray, found);
        for (int y = 0; y < gray.height(); y++) {
            float[] row = new float[gray.width()];
            for (int x = 0; x < row.length; x++) {
                row[x] = gray.at(x, y, 0);
            }
            FloatPlane plane = FloatPlane.wrap(new Size(row.length, 1), row);
            Image expected = RAMP.colorize(plane, Range.minMax(plane));

            assertThat(found.region(0, y, expected.size()).sameAs(expected)).isTrue();
        }
        assertThat(found.at(0, 3, 0)).isZero();
    }

    @Test
    void boreholePictureIsColouredRowByRowAsItsMakerDid() throws IOException {
        String data = System.getProperty("depth4j.data", "");
        assumeTrue(!data.isBlank(), "-Ddepth4j.data names no folder");
        Path golden = Path.of(data, "contracts", "golden");
        var grayPicture =
                ImageIO.read(golden.resolve("imaging_gray_9201.9_9210.3.png").toFile());
        var expected =
                ImageIO.read(golden.resolve("imaging_color_9201.9_9210.3.png").toFile());
        Size size = new Size(grayPicture.getWidth(), grayPicture.getHeight());
        Image gray = Image.allocate(size, PixelFormat.GRAY8);
        Image found = Image.allocate(size, PixelFormat.RGB24);
        for (int i = 0; i < size.pixels(); i++) {
            gray.array()[i] = (byte) grayPicture.getRaster().getSample(i % size.width(), i / size.width(), 0);
        }
        Colormaps.named("geological").colorizeRowsInto(gray, found);

        int differing = 0;
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                int rgb = found.at(x, y, 0) << 16 | found.at(x, y, 1) << 8 | found.at(x, y, 2);
                differing += rgb == (expected.getRGB(x, y) & 0xffffff) ? 0 : 1;
            }
        }
        assertThat(differing).isZero();
    }

    @Test
    void reversedTurnsTheColoursAndTheOutsides() {
        Colormap reversed = RAMP.reversed();

        assertThat(reversed.name()).isEqualTo("ramp_r");
        assertThat(reversed.colors().get(3)).isEqualTo(Rgba.rgb(252, 0, 0));
        assertThat(reversed.under()).isEqualTo(BLUE);
        assertThat(reversed.over()).isEqualTo(GREEN);
        assertThat(reversed.reversed()).isEqualTo(RAMP);
    }

    @Test
    void stopsAreJoinedByStraightLinesRoundedToNearest() {
        Colormap map = Colormap.ofStops(
                "mine",
                List.of(
                        new Stop(0, new Rgba(0, 0, 0, 0)),
                        new Stop(0.2, Rgba.rgb(255, 0, 100)),
                        new Stop(0.2, GREEN),
                        new Stop(1, BLUE)));

        assertThat(map.colors().get(0)).isEqualTo(Rgba.TRANSPARENT);
        assertThat(map.colors().get(17)).isEqualTo(new Rgba(85, 0, 33, 85));
        assertThat(map.colors().get(50)).isEqualTo(new Rgba(250, 0, 98, 250));
        assertThat(map.colors().get(51)).isEqualTo(GREEN);
        assertThat(map.colors().get(255)).isEqualTo(BLUE);
    }

    @Test
    void stopsOutOfOrderAreRefused() {
        assertThatThrownBy(() -> Colormap.ofStops("mine", List.of(new Stop(0, RED), new Stop(0.9, BLUE))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 0.0 and 0.9");
        assertThatThrownBy(() -> Colormap.ofStops(
                        "mine", List.of(new Stop(0, RED), new Stop(0.9, BLUE), new Stop(0.8, BLUE), new Stop(1, RED))))
                .hasMessageContaining("found 0.8 after 0.9");
        assertThatThrownBy(() -> Colormap.ofStops("mine", List.of(new Stop(0, RED))))
                .hasMessageContaining("found 1");
    }

    @Test
    void intervalsActOnValuesWhateverTheRange() {
        Colormap map = Colormap.ofIntervals(
                "zones",
                List.of(
                        new Interval(Double.NEGATIVE_INFINITY, 0.5, RED),
                        new Interval(0.5, 2, GREEN),
                        new Interval(3, 10, BLUE)));

        for (Range range : List.of(Range.of(0, 1), Range.of(100, 200), Range.EMPTY)) {
            assertThat(pixel(map, -1e9f, range)).isEqualTo(RED);
            assertThat(pixel(map, 0.5f, range)).isEqualTo(GREEN);
            assertThat(pixel(map, 2, range)).isEqualTo(Rgba.TRANSPARENT);
            assertThat(pixel(map, 9.99f, range)).isEqualTo(BLUE);
            assertThat(pixel(map, 10, range)).isEqualTo(Rgba.TRANSPARENT);
            assertThat(pixel(map, Float.NaN, range)).isEqualTo(Rgba.TRANSPARENT);
        }
        assertThat(pixel(map.withOver(Rgba.WHITE), 10, Range.of(0, 1))).isEqualTo(Rgba.WHITE);
        assertThat(pixel(map.withBad(Rgba.WHITE), 2.5f, Range.of(0, 1))).isEqualTo(Rgba.WHITE);
        assertThat(map.reversed().intervals().get(2)).isEqualTo(new Interval(3, 10, RED));
        assertThat(map.withAlpha(9).intervals().get(1).color()).isEqualTo(GREEN.withAlpha(9));
    }

    @Test
    void intervalsOfGrayAreThoseOfItsBytes() {
        Colormap map = Colormap.ofIntervals("zones", List.of(new Interval(0, 100, RED), new Interval(100, 256, BLUE)));
        Image found = map.colorize(gray(40, 20));
        Image rows = Image.allocate(found.size(), PixelFormat.RGB24);
        map.colorizeRowsInto(gray(40, 20), rows);

        for (int x = 0; x < 40; x++) {
            assertThat(found.at(x, 7, 0)).isEqualTo(gray(40, 20).at(x, 7, 0) < 100 ? 255 : 0);
        }
        assertThat(rows.sameAs(found)).isTrue();
    }

    @Test
    void overlappingIntervalsAreRefused() {
        assertThatThrownBy(
                        () -> Colormap.ofIntervals("zones", List.of(new Interval(0, 2, RED), new Interval(1, 3, BLUE))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do not overlap");
        assertThatThrownBy(() -> new Interval(2, 2, RED)).hasMessageContaining("from 2.0 to 2.0");
    }

    @Test
    void wrongPicturesAreRefusedWithWhatWasExpected() {
        Image gray = gray(4, 4);
        assertThatThrownBy(() -> RAMP.colorizeInto(gray, gray(4, 4))).hasMessageContaining("found GRAY8");
        assertThatThrownBy(() -> RAMP.colorizeInto(gray, Image.allocate(new Size(4, 5), PixelFormat.RGB24)))
                .hasMessageContaining("4×5");
        assertThatThrownBy(() -> RAMP.colorize(Image.allocate(new Size(4, 5), PixelFormat.RGB24)))
                .hasMessageContaining("reads a GRAY8 image, found RGB24");
        assertThatThrownBy(() -> Colormap.of("short", Kind.SEQUENTIAL, List.of(RED)))
                .hasMessageContaining("needs 256 colours, found 1");
    }

    @Test
    void hexOfAColourReadsBack() {
        assertThat(Rgba.parse("#01fF7f")).isEqualTo(Rgba.rgb(1, 255, 127)).hasToString("#01ff7f");
        assertThat(Rgba.parse("#01ff7f09")).isEqualTo(new Rgba(1, 255, 127, 9)).hasToString("#01ff7f09");
        assertThatThrownBy(() -> Rgba.parse("red")).hasMessageContaining("found 'red'");
        assertThatThrownBy(() -> Rgba.rgb(0, 256, 0)).hasMessageContaining("green=256");
    }

    private static Rgba pixel(Colormap map, float value, Range range) {
        float[] values = new float[19];
        Arrays.fill(values, value);
        Size size = new Size(values.length, 1);
        Image image = Image.allocate(size, PixelFormat.RGBA32);
        map.colorizeInto(FloatPlane.wrap(size, values), range, image);
        return new Rgba(image.at(0, 0, 0), image.at(0, 0, 1), image.at(0, 0, 2), image.at(0, 0, 3));
    }

    private static Image gray(int width, int height) {
        Image gray = Image.allocate(new Size(width, height), PixelFormat.GRAY8);
        for (int i = 0; i < gray.array().length; i++) {
            gray.array()[i] = (byte) (i * 73 % 256);
        }
        return gray;
    }
}
