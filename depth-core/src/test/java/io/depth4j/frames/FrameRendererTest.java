package io.depth4j.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.depth4j.Colormap;
import io.depth4j.Colormaps;
import io.depth4j.FloatPlane;
import io.depth4j.FrameResizers;
import io.depth4j.Image;
import io.depth4j.LimitExceededException;
import io.depth4j.PixelFormat;
import io.depth4j.Range;
import io.depth4j.Rgba;
import io.depth4j.Size;
import io.depth4j.frames.RenderOptions.Between;
import io.depth4j.internal.frames.RowOrder;
import io.depth4j.internal.render.RandomRows;
import io.depth4j.io.Images;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameRendererTest {

    private static final RenderOptions GRAY = RenderOptions.defaults()
            .withColormap(Colormaps.gray())
            .withRescale(Rescale.none())
            .withNodata(Rgba.rgb(255, 0, 0));

    private static Frames rows(double[] depths, int... pixels) {
        byte[] bytes = new byte[pixels.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) pixels[i];
        }
        return Frames.wrap(DepthUnit.METRE, pixels.length / depths.length, depths, bytes);
    }

    /** The red channel of a column; -1 where it is nodata. */
    private static List<Integer> column(Image picture, int x) {
        return IntStream.range(0, picture.height())
                .map(y -> picture.at(x, y, 0) == 255 && picture.at(x, y, 1) == 0 ? -1 : picture.at(x, y, 0))
                .boxed()
                .toList();
    }

    @Test
    void samplePictureIsReproduced() throws IOException {
        String data = System.getProperty("depth4j.data", "");
        assumeTrue(!data.isBlank(), "-Ddepth4j.data names no folder with sample pictures");
        Path golden = Path.of(data, "contracts", "golden");
        Image gray = Images.read(golden.resolve("imaging_gray_9201.9_9210.3.png"));
        Image expected = Images.read(golden.resolve("imaging_color_9201.9_9210.3.png"));
        assertThat(gray.size()).isEqualTo(new Size(150, 85)).isEqualTo(expected.size());
        assertThat(gray.format()).isEqualTo(PixelFormat.GRAY8);
        double[] depths = new double[85];
        Arrays.setAll(depths, row -> 9201.9 + row * 0.1);
        Frames rows = Frames.wrap(DepthUnit.METRE, 150, depths, gray.packed().array());

        Image found = new FrameRenderer(RenderOptions.defaults()
                        .withRescale(Rescale.perRow())
                        .withColormap(Colormaps.named("geological"))
                        .withNodata(Rgba.WHITE))
                .render(rows);

        int differing = 0;
        for (int y = 0; y < 85; y++) {
            for (int x = 0; x < 150; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    differing += found.at(x, y, channel) == expected.at(x, y, channel) ? 0 : 1;
                }
            }
        }
        assertThat(differing).isZero();
    }

    @Test
    void rowsOfBytesAreStretchedAsIntegersSay() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            int low = random.nextInt(256);
            int high = low + random.nextInt(256 - low);
            int value = low + random.nextInt(high - low + 1);
            int index = high == low ? 0 : Math.min(255, (value - low) * 256 / (high - low));
            Image picture = new FrameRenderer(GRAY.withRescale(Rescale.perRow()))
                    .render(rows(new double[] {1}, low, value, high));
            assertThat(picture.at(1, 0, 0)).as("%d in %d..%d", value, low, high).isEqualTo(index);
        }
    }

    @Test
    void withoutRescalingAByteIsTheNumberOfItsColour() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        Colormap map = Colormaps.named("heatlog");
        Image picture = new FrameRenderer(GRAY.withColormap(map))
                .render(Frames.wrap(DepthUnit.METRE, 256, new double[] {3}, all));
        assertThat(picture.sameAs(map.colorize(Image.wrap(new Size(256, 1), PixelFormat.GRAY8, all))))
                .isTrue();
    }

    @Test
    void globalRangesAreThoseOfRange() {
        Frames rows = RandomRows.floats(RandomRows.of(new Random(3), 4, 1, 9));
        FloatPlane plane = RowOrder.sorted(rows).plane();
        Colormap map = Colormaps.viridis().withBad(Rgba.WHITE);
        RenderOptions options = RenderOptions.defaults().withNodata(Rgba.WHITE);

        assertThat(new FrameRenderer(options).render(rows).sameAs(map.colorize(plane, Range.minMax(plane))))
                .isTrue();
        assertThat(new FrameRenderer(options.withRescale(Rescale.percentiles(10, 80)))
                        .render(rows)
                        .sameAs(map.colorize(plane, Range.percentiles(plane, 10, 80))))
                .isTrue();
        assertThat(new FrameRenderer(options.withRescale(Rescale.fixed(17.5, 90)))
                        .render(rows)
                        .sameAs(map.colorize(plane, Range.of(17.5, 90))))
                .isTrue();
    }

    @Test
    void windowSeesWhatIsNearAlone() {
        // A faint pattern beside a strong one, ten metres apart.
        Frames rows = rows(new double[] {0, 1, 10, 11}, 100, 101, 101, 100, 0, 255, 255, 0);
        assertThat(column(new FrameRenderer(GRAY.withRescale(Rescale.minMax())).render(rows), 0))
                .containsExactly(100, 101, 0, 255);
        assertThat(column(new FrameRenderer(GRAY.withRescale(Rescale.window(2, 0, 100))).render(rows), 0))
                .containsExactly(0, 255, 0, 255);
    }

    @Test
    void windowSeesRowsBeyondTheRange() {
        Frames rows = rows(new double[] {0, 1, 2, 3}, 0, 100, 200, 0);
        FrameRenderer renderer = new FrameRenderer(GRAY.withRescale(Rescale.window(2, 0, 100)));
        DepthRange one = DepthRange.closed(1, 1);
        assertThat(column(renderer.render(rows, one), 0)).containsExactly(128);
        assertThat(column(renderer.render(new CountingReader(rows), CountingReader.IMAGE, one), 0))
                .containsExactly(128);
    }

    @Test
    void gammaBendsWhatLiesBetweenTheEnds() {
        Frames rows = rows(new double[] {1}, 0, 64, 128, 255);
        RenderOptions options = GRAY.withRescale(Rescale.fixed(0, 256));
        assertThat(new FrameRenderer(options.withGamma(0.5)).render(rows).at(1, 0, 0))
                .isEqualTo(128);
        assertThat(new FrameRenderer(options.withGamma(2)).render(rows).at(2, 0, 0))
                .isEqualTo(64);
        assertThat(new FrameRenderer(options.withGamma(2)).render(rows).at(0, 0, 0))
                .isZero();
        assertThat(new FrameRenderer(options.withGamma(2)).render(rows).at(3, 0, 0))
                .isEqualTo(254);
    }

    @Test
    void valuesBeyondAFixedRangeHaveTheColoursForThat() {
        Colormap map = Colormaps.gray().withUnder(Rgba.rgb(0, 0, 9)).withOver(Rgba.rgb(0, 9, 0));
        for (double gamma : new double[] {1, 2}) {
            Image picture = new FrameRenderer(
                            GRAY.withColormap(map).withGamma(gamma).withRescale(Rescale.fixed(10, 20)))
                    .render(Frames.wrap(
                            DepthUnit.METRE, 4, new double[] {0}, new float[] {9, 21, Float.POSITIVE_INFINITY, 10}));
            assertThat(picture.at(0, 0, 2)).isEqualTo(9);
            assertThat(picture.at(1, 0, 1)).isEqualTo(9);
            assertThat(picture.at(2, 0, 1)).isEqualTo(9);
            assertThat(picture.at(3, 0, 0)).isZero();
        }
    }

    @Test
    void mapOfIntervalsSeesValuesAsTheyAre() {
        Colormap map = Colormap.ofIntervals(
                "two",
                List.of(
                        new Colormap.Interval(0, 50, Rgba.rgb(1, 0, 0)),
                        new Colormap.Interval(50, 256, Rgba.rgb(2, 0, 0))));
        for (Rescale rescale : List.of(Rescale.perRow(), Rescale.window(1, 0, 100), Rescale.fixed(7, 9))) {
            Image picture = new FrameRenderer(
                            GRAY.withColormap(map).withRescale(rescale).withGamma(3))
                    .render(rows(new double[] {1}, 49, 50, 200));
            assertThat(List.of(picture.at(0, 0, 0), picture.at(1, 0, 0), picture.at(2, 0, 0)))
                    .containsExactly(1, 2, 2);
        }
    }

    @Test
    void missingPixelsAreTransparentUnlessTheyHaveAColour() {
        Frames rows = Frames.wrap(DepthUnit.METRE, 2, new double[] {1}, new byte[] {0, 7}, new byte[] {0, 1});
        Image clear = new FrameRenderer(RenderOptions.defaults()).render(rows);
        assertThat(clear.format()).isEqualTo(PixelFormat.RGBA32);
        assertThat(clear.at(0, 0, 3)).isZero();
        assertThat(clear.at(1, 0, 3)).isEqualTo(255);

        Image red = new FrameRenderer(GRAY).render(rows);
        assertThat(red.format()).isEqualTo(PixelFormat.RGB24);
        assertThat(column(red, 0)).containsExactly(-1);
        assertThat(column(red, 1)).containsExactly(7);
    }

    @Test
    void gapIsShownAsAGap() {
        Frames rows = rows(new double[] {0, 1, 2, 8, 9, 10}, 10, 20, 30, 40, 50, 60);
        assertThat(column(new FrameRenderer(GRAY.withHeight(10)).render(rows), 0))
                .containsExactly(10, 20, 30, -1, -1, -1, -1, -1, 40, 55);
        assertThat(column(new FrameRenderer(GRAY.withHeight(10).withGap(6)).render(rows), 0))
                .containsExactly(10, 20, 30, 30, 30, 40, 40, 40, 40, 55);
        assertThat(column(
                        new FrameRenderer(GRAY.withHeight(5)
                                        .withBetween(Between.LINEAR)
                                        .withGap(6))
                                .render(rows),
                        0))
                .containsExactly(15, 30, 35, 38, 50);
    }

    @Test
    void ofSeveralRowsOfOneDepthTheLastOneCounts() {
        Frames rows = rows(new double[] {2, 1, 2, 1}, 1, 2, 3, 4);
        assertThat(column(new FrameRenderer(GRAY).render(rows), 0)).containsExactly(4, 3);
    }

    @Test
    void asManyPixelsAsEvenRowsAreThoseRows() {
        int count = 977;
        double[] depths = new double[count];
        Arrays.setAll(depths, row -> 1234.5 + row * 0.1524);
        byte[] pixels = new byte[count];
        new Random(1).nextBytes(pixels);
        Frames rows = Frames.wrap(DepthUnit.METRE, 1, depths, pixels);
        assertThat(new FrameRenderer(GRAY.withHeight(count)).render(rows).sameAs(new FrameRenderer(GRAY).render(rows)))
                .isTrue();
    }

    @Test
    void rowsGetTheirWidthByAResizerAlone() {
        Frames rows = RandomRows.of(new Random(9), 3, 1, 40);
        for (int width : new int[] {1, 17, 80}) {
            Image picture = new FrameRenderer(GRAY.withWidth(width, FrameResizers.bilinear())).render(rows);
            Frames sorted = RowOrder.sorted(rows);
            assertThat(picture.size()).isEqualTo(new Size(width, sorted.count()));
            for (int row = 0; row < sorted.count(); row++) {
                Image alone = new FrameRenderer(GRAY.withWidth(width, FrameResizers.bilinear()))
                        .render(sorted.rows(row, row + 1));
                assertThat(picture.region(0, row, new Size(width, 1)).sameAs(alone))
                        .isTrue();
            }
        }
    }

    @Test
    void aMillionRowsAreSeenFromAfar() {
        int count = 1_000_000;
        double[] depths = new double[count];
        Arrays.setAll(depths, row -> 500 + row * 0.0025);
        byte[] pixels = new byte[count];
        for (int row = 0; row < count; row++) {
            pixels[row] = (byte) (row / 4000);
        }
        Frames rows = Frames.wrap(DepthUnit.FOOT, 1, depths, pixels);
        CountingReader reader = new CountingReader(rows);
        FrameRenderer renderer = new FrameRenderer(GRAY.withHeight(1000));

        Image picture = renderer.render(reader, CountingReader.IMAGE, DepthRange.all());

        assertThat(reader.handedOut()).isZero();
        assertThat(picture.sameAs(renderer.render(rows))).isTrue();
        assertThat(column(picture, 0))
                .startsWith(0, 0, 0, 0, 1, 1)
                .endsWith(249, 249)
                .doesNotContain(-1);
    }

    @Test
    void denseRowsAreNotAllReadForTheSakeOfOneFarAway() {
        int count = 200_000;
        double[] depths = new double[count + 1];
        Arrays.setAll(depths, row -> row / 2000.0);
        depths[count] = 1e6;
        byte[] pixels = new byte[count + 1];
        Arrays.fill(pixels, (byte) 50);
        CountingReader reader = new CountingReader(Frames.wrap(DepthUnit.METRE, 1, depths, pixels));
        Image picture =
                new FrameRenderer(GRAY.withHeight(200)).render(reader, CountingReader.IMAGE, DepthRange.closed(0, 99));
        assertThat(column(picture, 0)).containsOnly(50);
        assertThat(reader.handedOut()).isLessThan(20_000);
    }

    @Test
    void sparseRowsAreReadThoughThereAreManyElsewhere() {
        int count = 200_000;
        double[] depths = new double[count];
        Arrays.setAll(depths, row -> row < 1000 ? row : 1000 + row / 2000.0);
        byte[] pixels = new byte[count];
        for (int row = 0; row < count; row++) {
            pixels[row] = (byte) (row % 200);
        }
        CountingReader reader = new CountingReader(Frames.wrap(DepthUnit.METRE, 1, depths, pixels));
        Image picture = new FrameRenderer(GRAY.withHeight(1000))
                .render(reader, CountingReader.IMAGE, DepthRange.closed(100, 200));
        assertThat(column(picture, 0)).startsWith(100, 100, 100, 100, 100, 101).doesNotContain(-1);
    }

    @Test
    void nextRowsAreFoundHoweverFarAway() {
        Random random = new Random(8);
        double[] depths =
                random.doubles(40).map(share -> Math.pow(10, 9 * share) - 5e8).toArray();
        byte[] pixels = new byte[40];
        random.nextBytes(pixels);
        Frames rows = Frames.wrap(DepthUnit.METRE, 1, depths, pixels);
        CountingReader reader = new CountingReader(rows);
        double[] sorted = Arrays.stream(depths).sorted().toArray();
        for (int i = 1; i < 40; i++) {
            double width = sorted[i] - sorted[i - 1];
            DepthRange between = DepthRange.closed(sorted[i - 1] + 0.3 * width, sorted[i] - 0.2 * width);
            FrameRenderer renderer = new FrameRenderer(
                    GRAY.withHeight(7).withBetween(Between.LINEAR).withGap(Double.POSITIVE_INFINITY));
            assertThat(renderer.render(reader, CountingReader.IMAGE, between).sameAs(renderer.render(rows, between)))
                    .isTrue();
        }
    }

    @Test
    void rangeBetweenTwoRowsShowsThem() {
        Frames rows = rows(new double[] {0, 1, 1.5, 99}, 10, 20, 40, 50);
        DepthRange range = DepthRange.halfOpen(1.1, 1.3);
        RenderOptions options = GRAY.withHeight(2).withBetween(Between.LINEAR);
        assertThat(column(new FrameRenderer(options).render(rows, range), 0)).containsExactly(26, 30);
        CountingReader reader = new CountingReader(rows);
        FrameRenderer renderer = new FrameRenderer(options);
        assertThat(column(renderer.render(reader, CountingReader.IMAGE, range), 0))
                .containsExactly(26, 30);
        DepthRange gap = DepthRange.closed(30, 60);
        assertThat(column(renderer.render(reader, CountingReader.IMAGE, gap), 0))
                .containsExactly(-1, -1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 1e-300, -5e8, 1e300})
    void oneRowOfOnePixelFillsAnyPicture(double depth) {
        Frames rows = rows(new double[] {depth}, 77);
        for (Rescale rescale : List.of(Rescale.none(), Rescale.window(3, 2, 98))) {
            int expected = rescale.equals(Rescale.none()) ? 77 : 0;
            RenderOptions options = GRAY.withRescale(rescale);
            assertThat(column(new FrameRenderer(options).render(rows), 0)).containsExactly(expected);
            assertThat(column(new FrameRenderer(options.withPixelsPerUnit(9)).render(rows), 0))
                    .containsExactly(expected);
            Image picture =
                    new FrameRenderer(options.withHeight(5).withWidth(3).withScales(Scales.both())).render(rows);
            assertThat(picture.height()).isGreaterThan(5);
            assertThat(column(new FrameRenderer(options.withHeight(5).withWidth(3)).render(rows), 2))
                    .containsOnly(expected)
                    .hasSize(5);
        }
    }

    @Test
    void depthsMayBeAsFarApartAsDoublesGo() {
        Frames rows = rows(new double[] {Double.MAX_VALUE, -Double.MAX_VALUE, 3}, 1, 2, 3);
        Image picture = new FrameRenderer(GRAY.withHeight(3).withScales(Scales.both())).render(rows);
        assertThat(picture.height()).isGreaterThan(3);
        assertThat(column(new FrameRenderer(GRAY.withHeight(3)).render(rows), 0))
                .containsExactly(2, 3, 1);
    }

    @Test
    void whatIsMissingAltogetherIsNodata() {
        Frames rows = Frames.wrap(
                DepthUnit.METRE, 2, new double[] {1, 2}, new float[] {Float.NaN, Float.NaN, Float.NaN, Float.NaN});
        for (Rescale rescale : List.of(
                Rescale.minMax(),
                Rescale.perRow(),
                Rescale.percentiles(2, 98),
                Rescale.window(3, 2, 98),
                Rescale.fixed(1, 2))) {
            Image picture =
                    new FrameRenderer(GRAY.withRescale(rescale).withGamma(2).withHeight(3)).render(rows);
            assertThat(column(picture, 1)).containsExactly(-1, -1, -1);
        }
    }

    @Test
    void rangeWithoutRowsIsRefused() {
        Frames rows = rows(new double[] {5, 7}, 1, 2);
        CountingReader reader = new CountingReader(rows);
        FrameRenderer every = new FrameRenderer(GRAY);
        FrameRenderer even = new FrameRenderer(GRAY.withHeight(3));
        assertThatThrownBy(() -> every.render(Frames.empty(DepthUnit.METRE, 2, PixelType.UINT8)))
                .isInstanceOf(NoRowsException.class)
                .hasMessageContaining("none at all");
        for (DepthRange range : List.of(
                DepthRange.closed(8, 9),
                DepthRange.halfOpen(1, 5),
                DepthRange.halfOpen(6, 6),
                DepthRange.closed(0, 4))) {
            for (FrameRenderer renderer : List.of(every, even)) {
                assertThatThrownBy(() -> renderer.render(rows, range))
                        .isInstanceOf(NoRowsException.class)
                        .hasMessage("There are no rows in " + range + "; they run from 5.0 to 7.0");
                assertThatThrownBy(() -> renderer.render(reader, CountingReader.IMAGE, range))
                        .isInstanceOf(NoRowsException.class)
                        .hasMessage("There are no rows in " + range + "; they run from 5.0 to 7.0");
            }
        }
        assertThatThrownBy(() -> every.render(rows, DepthRange.closed(5.5, 6))).isInstanceOf(NoRowsException.class);
        assertThat(column(even.render(rows, DepthRange.closed(5.5, 6)), 0)).hasSize(3);
        assertThatThrownBy(() -> even.render(reader, 8, DepthRange.all()))
                .isInstanceOf(NoSuchImageException.class)
                .hasMessageContaining("no image 8");
    }

    @Test
    void pictureThatIsTooLargeIsRefusedBeforeItIsMade() {
        Frames rows = rows(new double[] {0, 1e9}, 1, 2, 3, 4);
        FrameRenderer perUnit = new FrameRenderer(GRAY.withPixelsPerUnit(1000));
        assertThatThrownBy(() -> perUnit.render(rows))
                .isInstanceOf(LimitExceededException.class)
                .hasMessage("A picture may have at most 67108864 pixels, found 2×1000000000000");
        FrameRenderer wide = new FrameRenderer(GRAY.withWidth(100).withMaxPixels(199));
        assertThatThrownBy(() -> wide.render(rows))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("at most 199 pixels, found 100×2");
        FrameRenderer windows = new FrameRenderer(
                GRAY.withHeight(10).withRescale(Rescale.window(1e8, 2, 98)).withMaxPixels(500));
        assertThatThrownBy(() -> windows.render(rows, DepthRange.closed(5e8, 5e8 + 10)))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("and 100000000 rows for its windows");

        double[] depths = new double[20_000];
        Arrays.setAll(depths, row -> row);
        CountingReader reader = new CountingReader(rows(depths, new int[20_000]));
        FrameRenderer few = new FrameRenderer(GRAY.withMaxPixels(5000));
        assertThatThrownBy(() -> few.render(reader, CountingReader.IMAGE, DepthRange.all()))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("at most 5000 pixels, 5000 rows of 1, found more rows in [-Infinity, Infinity]");
        assertThat(reader.handedOut()).isLessThan(10_000);
        DepthRange some = DepthRange.halfOpen(100, 5100);
        assertThat(few.render(reader, CountingReader.IMAGE, some).height()).isEqualTo(5000);
    }

    @Test
    void nonsenseIsRefused() {
        RenderOptions options = RenderOptions.defaults();
        assertThatThrownBy(() -> options.withHeight(0)).hasMessageContaining("at least one row, found 0");
        assertThatThrownBy(() -> options.withWidth(0)).hasMessageContaining("at least one column, found 0");
        assertThatThrownBy(() -> options.withPixelsPerUnit(Double.NaN)).hasMessageContaining("found NaN");
        assertThatThrownBy(() -> options.withGamma(0)).hasMessageContaining("found 0.0");
        assertThatThrownBy(() -> options.withGap(-1)).hasMessageContaining("found -1.0");
        assertThatThrownBy(() -> new DepthGap.Steps(0.5)).hasMessageContaining("found 0.5");
        assertThatThrownBy(() -> options.withMaxPixels(0)).hasMessageContaining("found 0");
        assertThatThrownBy(() -> Rescale.percentiles(60, 40)).hasMessageContaining("found 60.0 and 40.0");
        assertThatThrownBy(() -> Rescale.window(0, 0, 100)).hasMessageContaining("found 0.0");
        assertThatThrownBy(() -> new Rescale.Fixed(Range.EMPTY)).hasMessageContaining("not empty");
        assertThatThrownBy(() -> Scales.both().withZoom(0)).hasMessageContaining("found 0");
    }
}
