package io.depth4j.frames;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.Colormaps;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Rgba;
import io.depth4j.Size;
import io.depth4j.frames.RenderOptions.Between;
import io.depth4j.frames.RenderOptions.Top;
import io.depth4j.internal.frames.RowOrder;
import io.depth4j.internal.render.RandomRows;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What pictures promise, whatever the options. */
class FrameRendererLawsTest {

    /** In no map of greys. */
    private static final Rgba NODATA = Rgba.rgb(255, 0, 255);

    private static final RenderOptions GRAY =
            RenderOptions.defaults().withColormap(Colormaps.gray()).withNodata(NODATA);

    @Provide
    Arbitrary<Rescale> rescales() {
        return Arbitraries.of(
                Rescale.none(),
                Rescale.fixed(40, 200),
                Rescale.minMax(),
                Rescale.perRow(),
                Rescale.percentiles(2, 98),
                Rescale.window(1.5, 0, 100),
                Rescale.window(0.75, 5, 95));
    }

    @Provide
    Arbitrary<PictureHeight> heights() {
        return Arbitraries.oneOf(
                Arbitraries.just(new PictureHeight.EveryRow()),
                Arbitraries.integers().between(1, 90).map(PictureHeight.Pixels::new),
                Arbitraries.doubles().between(0.2, 60).map(PictureHeight.PixelsPerUnit::new));
    }

    @Provide
    Arbitrary<RenderOptions> options() {
        return Combinators.combine(
                        rescales(),
                        heights(),
                        Arbitraries.of(Between.class),
                        Arbitraries.of(Top.class),
                        Arbitraries.of(0.5, 1.0, 2.2),
                        Arbitraries.of(0.25, 1.0, Double.POSITIVE_INFINITY))
                .as((rescale, height, between, top, gamma, gap) -> GRAY.withRescale(rescale)
                        .withHeight(height)
                        .withBetween(between)
                        .withTop(top)
                        .withGamma(gamma)
                        .withGap(gap));
    }

    @Property(tries = 400)
    void missingStaysMissingAndNothingElseDoes(
            @ForAll long seed,
            @ForAll("options") RenderOptions options,
            @ForAll @IntRange(min = 2, max = 9) int width,
            @ForAll @DoubleRange(max = 2) double density) {
        Frames rows = RandomRows.of(new Random(seed), 3, density, width);
        byte[] valid = new byte[rows.valid().length];
        int band = new Random(seed).nextInt(width);
        for (int i = 0; i < valid.length; i++) {
            valid[i] = (byte) (i % width == band ? 0 : 1);
        }
        Frames banded = Frames.wrap(rows.unit(), width, rows.depths(), rows.bytes(), valid);

        Image picture = new FrameRenderer(options.withGap(Double.POSITIVE_INFINITY)).render(banded);

        assertThat(picture.format()).isEqualTo(PixelFormat.RGB24);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < width; x++) {
                assertThat(isMissing(picture, x, y)).as("%d %d", x, y).isEqualTo(x == band);
            }
        }
    }

    @Property(tries = 300)
    void constantStaysConstant(
            @ForAll long seed,
            @ForAll("options") RenderOptions options,
            @ForAll @IntRange(max = 255) int value,
            @ForAll @DoubleRange(max = 2) double density) {
        Frames rows = RandomRows.of(new Random(seed), 3, density, 6);
        Arrays.fill(rows.bytes(), (byte) value);

        Image picture = new FrameRenderer(options).render(rows);

        int shown = -1;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                if (!isMissing(picture, x, y)) {
                    shown = shown < 0 ? picture.at(x, y, 0) : shown;
                    assertThat(picture.at(x, y, 0)).isEqualTo(shown);
                }
            }
        }
        if (shown >= 0 && !(options.rescale() instanceof Rescale.Fixed)) {
            assertThat(shown).isZero();
        }
    }

    @Property(tries = 300)
    void orderAndTypeOfRowsDoNotMatter(
            @ForAll long seed, @ForAll("options") RenderOptions options, @ForAll @DoubleRange(max = 2) double density) {
        Random random = new Random(seed);
        Frames rows = RandomRows.of(random, 4, density, 5);
        FrameRenderer renderer = new FrameRenderer(options);
        Image picture = renderer.render(rows);

        assertThat(renderer.render(RandomRows.shuffled(rows, random)).sameAs(picture))
                .isTrue();
        assertThat(renderer.render(RowOrder.sorted(rows)).sameAs(picture)).isTrue();
        assertThat(renderer.render(RandomRows.floats(rows)).sameAs(picture)).isTrue();
    }

    @Property(tries = 200)
    void highestOnTopIsTheSameUpsideDown(
            @ForAll long seed, @ForAll("options") RenderOptions options, @ForAll @DoubleRange(max = 2) double density) {
        Frames rows = RandomRows.of(new Random(seed), 4, density, 5);
        Image lowest = new FrameRenderer(options.withTop(Top.LOWEST)).render(rows);
        Image highest = new FrameRenderer(options.withTop(Top.HIGHEST)).render(rows);
        for (int y = 0; y < lowest.height(); y++) {
            Size row = new Size(lowest.width(), 1);
            assertThat(highest.region(0, lowest.height() - 1 - y, row).sameAs(lowest.region(0, y, row)))
                    .isTrue();
        }
    }

    @Property(tries = 300)
    void pictureOfARangeIsThatPartOfALargerOne(
            @ForAll long seed,
            @ForAll @DoubleRange(max = 3) double density,
            @ForAll @IntRange(max = 5) int power,
            @ForAll Between between,
            @ForAll @IntRange(max = 8) int from,
            @ForAll @IntRange(min = 1, max = 8) int length) {
        int span = 16;
        Frames rows = RandomRows.of(new Random(seed), span, density, 4);
        int scale = 1 << power;
        int to = from + length;
        for (Rescale rescale : new Rescale[] {
            Rescale.none(), Rescale.fixed(3, 90), Rescale.perRow(), Rescale.window(3, 10, 90), Rescale.window(1, 0, 100)
        }) {
            FrameRenderer renderer = new FrameRenderer(GRAY.withRescale(rescale)
                    .withPixelsPerUnit(scale)
                    .withBetween(between)
                    .withGap(0.5));
            Image whole = renderer.render(rows);
            // The row at the very end belongs to the last part.
            Image part = renderer.render(rows, new DepthRange(from, to, to == span));

            assertThat(whole.height()).isEqualTo(span * scale);
            assertThat(part.sameAs(whole.region(0, from * scale, new Size(4, length * scale))))
                    .as("%s", rescale)
                    .isTrue();
        }
    }

    @Property(tries = 300)
    void rescalingKeepsOrder(
            @ForAll long seed,
            @ForAll("rescales") Rescale rescale,
            @ForAll @DoubleRange(min = 0.2, max = 5) double gamma) {
        Random random = new Random(seed);
        Frames rows = RowOrder.sorted(RandomRows.of(random, 3, 1, 12));
        Image picture = new FrameRenderer(GRAY.withRescale(rescale).withGamma(gamma)).render(rows);
        boolean byRow = rescale instanceof Rescale.PerRow || rescale instanceof Rescale.Window;
        for (int i = 0; i < 500; i++) {
            int y = random.nextInt(rows.count());
            int otherY = byRow ? y : random.nextInt(rows.count());
            int x = random.nextInt(12);
            int otherX = random.nextInt(12);
            if (rows.value(y, x) <= rows.value(otherY, otherX)) {
                assertThat(picture.at(x, y, 0)).isLessThanOrEqualTo(picture.at(otherX, otherY, 0));
            }
        }
    }

    @Property(tries = 200)
    void readingFromAStoreGivesThePictureOfItsRows(
            @ForAll long seed,
            @ForAll("options") RenderOptions options,
            @ForAll @DoubleRange(max = 2) double density,
            @ForAll @DoubleRange(max = 3.9) double low,
            @ForAll @DoubleRange(min = 0.01, max = 4) double length) {
        Frames rows = RandomRows.of(new Random(seed), 4, density, 5);
        DepthRange range = DepthRange.closed(low, low + length);
        FrameRenderer renderer = new FrameRenderer(options);
        Image expected;
        try {
            expected = renderer.render(rows, range);
        } catch (NoRowsException none) {
            return;
        }
        // At most so many rows a part that they are read: 64 rows in 4 metres.
        double parts = options.height() instanceof PictureHeight.Pixels pixels
                ? pixels.rows() / length
                : options.height() instanceof PictureHeight.PixelsPerUnit scale ? scale.pixels() : Double.MAX_VALUE;
        if (parts * length >= 20) {
            assertThat(renderer.render(new CountingReader(rows), CountingReader.IMAGE, range)
                            .sameAs(expected))
                    .isTrue();
        }
    }

    private static boolean isMissing(Image picture, int x, int y) {
        return picture.at(x, y, 1) == 0 && picture.at(x, y, 0) == 255;
    }
}
