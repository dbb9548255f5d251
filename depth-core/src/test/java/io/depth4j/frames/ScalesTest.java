package io.depth4j.frames;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.Colormaps;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Rgba;
import io.depth4j.Size;
import io.depth4j.frames.RenderOptions.Top;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands beside a picture. Pictures here are green, so that ink and paper tell themselves apart from them. */
class ScalesTest {

    private static final Rgba GREEN = Rgba.rgb(0, 200, 0);

    /** From the left edge of the picture to the bar: the picture, two margins and the bar's frame. */
    private static final int BAR = 30 + 4 + 4 + 1;

    /** Nothing but missing pixels, and those are green. */
    private static final RenderOptions OPTIONS = RenderOptions.defaults()
            .withColormap(Colormaps.gray())
            .withNodata(GREEN)
            .withRescale(Rescale.fixed(0, 100));

    private static Frames rows(double... depths) {
        float[] pixels = new float[30 * depths.length];
        Arrays.fill(pixels, Float.NaN);
        return Frames.wrap(DepthUnit.FOOT, 30, depths, pixels);
    }

    private static boolean isGreen(Image page, int x, int y) {
        return page.at(x, y, 0) == 0 && page.at(x, y, 1) == 200;
    }

    /** Where the picture lies in the page. */
    private static int[] corner(Image page) {
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                if (isGreen(page, x, y)) {
                    return new int[] {x, y};
                }
            }
        }
        throw new AssertionError("no picture in the page");
    }

    /** The rows of the picture that have a mark beside them. */
    private static List<Integer> marks(Image page) {
        int[] corner = corner(page);
        List<Integer> marks = new ArrayList<>();
        for (int y = 0; y < page.height(); y++) {
            if (page.at(corner[0] - 2, y, 0) == 0) {
                marks.add(y - corner[1]);
            }
        }
        return marks;
    }

    @ParameterizedTest
    @EnumSource(Top.class)
    void marksStandBesideTheirDepths(Top top) {
        Image page = new FrameRenderer(OPTIONS.withHeight(240)
                        .withTop(top)
                        .withScales(Scales.none().withRuler(true)))
                .render(rows(100, 150));
        // At 100, 110 … 150; what lies on the lower edge is in the last row.
        assertThat(marks(page)).containsExactly(0, 48, 96, 144, 192, 239);
    }

    @Test
    void whereEveryRowHasItsOwnMarksFollowTheRows() {
        double[] depths = new double[200];
        Arrays.setAll(depths, row -> row < 100 ? row : 1000 + 10 * row);
        Image page = new FrameRenderer(OPTIONS.withScales(Scales.none().withRuler(true))).render(rows(depths));
        // At 0, 1000 and 2000: the second lies between the rows of 99 and 2000, half of the way from middle to middle.
        assertThat(marks(page)).containsExactly(0, 99, 100);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void pictureStandsWholeInThePageAndMarginsAreFree(int zoom) {
        for (int height : new int[] {1, 3, 700}) {
            Scales scales = Scales.both().withValueUnit("API").withZoom(zoom);
            Image page = new FrameRenderer(OPTIONS.withHeight(height).withScales(scales)).render(rows(-12.5, 9123.25));
            assertThat(page.format()).isEqualTo(PixelFormat.RGB24);
            int[] corner = corner(page);
            int green = 0;
            int ink = 0;
            for (int y = 0; y < page.height(); y++) {
                for (int x = 0; x < page.width(); x++) {
                    green += isGreen(page, x, y) ? 1 : 0;
                    boolean dark = page.at(x, y, 0) == 0 && !isGreen(page, x, y);
                    ink += dark ? 1 : 0;
                    boolean margin = x < 4 * zoom
                            || y < 4 * zoom
                            || x >= page.width() - 4 * zoom
                            || y >= page.height() - 4 * zoom;
                    assertThat(dark && margin).as("%d %d", x, y).isFalse();
                }
            }
            assertThat(green).isEqualTo(30 * height);
            assertThat(isGreen(page, corner[0] + 29, corner[1] + height - 1)).isTrue();
            assertThat(ink).isGreaterThan(100);
        }
    }

    @Test
    void barBeginsWherePictureDoes() {
        for (String unit : List.of("", "API")) {
            for (boolean ruler : new boolean[] {false, true}) {
                Scales scales = Scales.none().withLegend(true).withRuler(ruler).withValueUnit(unit);
                Image page = new FrameRenderer(OPTIONS.withHeight(300).withScales(scales)).render(rows(0, 1));
                int[] corner = corner(page);
                int bar = corner[0] + BAR;
                assertThat(page.at(bar, corner[1] - 1, 0)).as("frame").isZero();
                assertThat(page.at(bar, corner[1], 0)).as("last colour").isEqualTo(255);
                assertThat(page.at(bar, corner[1] + 255, 0)).as("first colour").isZero();
                assertThat(page.at(bar, corner[1] + 257, 0)).as("paper").isEqualTo(255);
            }
        }
    }

    @Test
    void legendShowsWhereGammaPutsValues() {
        RenderOptions options =
                OPTIONS.withGamma(2).withHeight(300).withScales(Scales.none().withLegend(true));
        Image page = new FrameRenderer(options).render(rows(0, 1));
        int[] corner = corner(page);
        for (int entry = 0; entry < 256; entry++) {
            double share = (entry + 0.5) / 256;
            int expected = (int) (share * share * 256);
            assertThat(page.at(corner[0] + BAR, corner[1] + 255 - entry, 0)).isEqualTo(expected);
        }
    }

    @Test
    void transparentPaperOrPixelsKeepTheirAlpha() {
        Scales clear = Scales.both().withColors(Rgba.WHITE, Rgba.TRANSPARENT);
        Image page = new FrameRenderer(OPTIONS.withScales(clear)).render(rows(1, 2));
        assertThat(page.format()).isEqualTo(PixelFormat.RGBA32);
        assertThat(page.at(0, 0, 3)).isZero();

        Image holes = new FrameRenderer(OPTIONS.withNodata(Rgba.TRANSPARENT)
                        .withHeight(20)
                        .withScales(Scales.none().withRuler(true)))
                .render(rows(1, 2));
        int transparent = 0;
        for (int y = 0; y < holes.height(); y++) {
            for (int x = 0; x < holes.width(); x++) {
                transparent += holes.at(x, y, 3) == 0 ? 1 : 0;
            }
        }
        assertThat(transparent).isEqualTo(30 * 20);
    }

    @Test
    void nothingBesideMeansThePictureAlone() {
        assertThat(new FrameRenderer(OPTIONS.withHeight(9)).render(rows(1, 2)).size())
                .isEqualTo(new Size(30, 9));
    }
}
