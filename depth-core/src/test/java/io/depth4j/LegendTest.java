package io.depth4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.depth4j.Colormap.Interval;
import io.depth4j.Legend.Orientation;
import io.depth4j.internal.draw.Letters;
import io.depth4j.internal.draw.Tick;
import io.depth4j.internal.draw.Ticks;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LegendTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|1|6|[0, 0.2, 0.4, 0.6, 0.8, 1.0]",
                "0.3|9.7|6|[2, 4, 6, 8]",
                "-3.5|12.25|4|[0, 10]",
                "0.15|0.85|2|[0.15, 0.85]",
                "9201.9|9210.3|6|[9202, 9204, 9206, 9208, 9210]",
                "-0.001|0.001|5|[-0.0010, -0.0005, 0, 0.0005, 0.0010]",
                "0|3000000|4|[0, 1e+6, 2e+6, 3e+6]",
                "0|0.00000002|3|[0, 1e-8, 2e-8]",
                "7.25|7.25|6|[7.25]",
                "0|0.3|6|[0, 0.1, 0.2, 0.3]",
                "0.1|0.7|4|[0.2, 0.4, 0.6]",
                "1234567|1234568|3|[1234567, 1234567.5, 1234568]",
                "1700000000|1700003600|3|[1.7e+9, 1.700002e+9]",
                "-3e38|3e38|4|[-2e+38, 0, 2e+38]",
            })
    void marksAreAtRoundValues(double low, double high, int most, String labels) {
        assertThat(Ticks.nice(low, high, most).stream().map(Tick::label).toList())
                .hasToString(labels)
                .isNotEmpty();
    }

    @Property
    void marksLieInTheRangeAndAreNotTooMany(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double one,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double other,
            @ForAll @IntRange(min = 3, max = 20) int most) {
        Assume.that(one != other);
        Range range = Range.of(Math.min(one, other), Math.max(one, other));
        List<Tick> ticks = Ticks.nice(range.low(), range.high(), most);

        assertThat(ticks).hasSizeBetween(2, most).allMatch(tick -> range.contains(tick.value()));
        for (Tick tick : ticks) {
            assertThat(new BigDecimal(tick.label()).doubleValue()).isCloseTo(tick.value(), withinPercentage(0.001));
        }
    }

    @Property
    void neighbouringMarksHaveDifferentLabels(
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double low,
            @ForAll @DoubleRange(min = 1e-3, max = 1e3) @Scale(3) double width,
            @ForAll @IntRange(min = 2, max = 20) int most) {
        assertThat(Ticks.nice(low, low + width, most).stream().map(Tick::label)).doesNotHaveDuplicates();
    }

    @Test
    void emptyRangeHasABarWithoutMarks() {
        Legend legend = Legend.of(Colormaps.viridis(), Range.EMPTY);
        assertThat(LegendPainter.ticks(legend)).isEmpty();
        assertThat(legend.draw().width()).isPositive();
    }

    @Test
    void barShowsEveryEntryFromBottomToTop() {
        Colormap gray = Colormaps.gray();
        Image picture = Legend.of(gray, Range.of(2, 4)).withBar(256, 10).draw();
        int x = 8;
        int top = 0;
        while (picture.at(x, top, 0) == 255) {
            top++;
        }
        // the frame, then the bar from the last entry to the first
        assertThat(picture.at(x, top, 0)).isZero();
        for (int i = 0; i < 256; i++) {
            assertThat(picture.at(x, top + 1 + i, 0)).isEqualTo(255 - i);
        }
        assertThat(picture.at(x, top + 257, 0)).isZero();
        assertThat(picture.at(x, top + 258, 0)).isEqualTo(255);
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void marginIsFreeWhateverIsWritten(Orientation orientation) {
        for (String unit :
                List.of("", "m", "a very long unit, as long as anything °C µm² ☃ that somebody may wish for")) {
            Image picture = Legend.of(Colormaps.viridis(), Range.of(-123456, 0.5))
                    .withUnit(unit)
                    .withOrientation(orientation)
                    .withBar(90, 7)
                    .withZoom(2)
                    .draw();
            int dark = 0;
            for (int y = 0; y < picture.height(); y++) {
                for (int x = 0; x < picture.width(); x++) {
                    boolean margin = x < 8 || y < 8 || x >= picture.width() - 8 || y >= picture.height() - 8;
                    int red = picture.at(x, y, 0);
                    assertThat(margin && red != 255).as("%s %d %d", unit, x, y).isFalse();
                    dark += red == 0 ? 1 : 0;
                }
            }
            assertThat(dark).isGreaterThan(200);
        }
    }

    @Test
    void intervalsAreMarkedAtTheirEnds() {
        List<Interval> intervals = List.of(
                new Interval(Double.NEGATIVE_INFINITY, 1.5, Rgba.BLACK),
                new Interval(1.5, 7, Rgba.WHITE),
                new Interval(8, 90, Rgba.BLACK));
        assertThat(LegendPainter.ticks(Legend.of(Colormap.ofIntervals("three", intervals), Range.of(0, 20))).stream()
                        .map(Tick::label))
                .containsExactly("1.5", "7", "8");
    }

    @Test
    void everyLetterOfTheFontIsDrawnAndOthersAreBoxes() {
        for (char letter = '!'; letter <= '~'; letter++) {
            assertThat(art(letter)).as("%s", letter).contains("#").isNotEqualTo(art('☃'));
        }
        assertThat(art(' ')).doesNotContain("#");
        assertThat(art('7')).isEqualTo("#####\n....#\n...#.\n..#..\n.#...\n.#...\n.#...\n");
        assertThat(art('µ')).isNotEqualTo(art('☃'));
        assertThat(art('☃')).startsWith("#####\n#...#\n");
    }

    @Test
    void nonsenseIsRefused() {
        Legend legend = Legend.of(Colormaps.viridis(), Range.of(0, 1));
        assertThatThrownBy(() -> legend.withBar(1, 20)).hasMessageContaining("length lies in 2..16384, found 1");
        assertThatThrownBy(() -> legend.withMarks(1)).hasMessageContaining("marks");
        assertThatThrownBy(() -> legend.withZoom(0)).hasMessageContaining("zoom");
        assertThatThrownBy(() -> legend.withUnit("m".repeat(1001)))
                .hasMessageContaining("unit's length lies in 0..1000");
    }

    private static String art(char letter) {
        StringBuilder art = new StringBuilder();
        for (int y = 0; y < Letters.HEIGHT; y++) {
            for (int x = 0; x < Letters.WIDTH; x++) {
                art.append(Letters.inked(letter, x, y) ? '#' : '.');
            }
            art.append('\n');
        }
        return art.toString();
    }
}
