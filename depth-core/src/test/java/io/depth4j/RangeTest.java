package io.depth4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class RangeTest {

    @Property
    void minMaxIsTheTightestRangeOfTheFiniteValues(@ForAll @net.jqwik.api.constraints.Size(min = 1) float[] values) {
        Range range = Range.minMax(plane(values));
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            if (Float.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (low > high) {
            assertThat(range.isEmpty()).isTrue();
        } else {
            assertThat(range.low() == low && range.high() == high).isTrue();
        }
    }

    @Property
    void missingPixelsNeverChangeARange(
            @ForAll @net.jqwik.api.constraints.Size(min = 1, max = 60) float[] values,
            @ForAll @DoubleRange(max = 50) double low,
            @ForAll @DoubleRange(min = 50, max = 100) double high) {
        float[] holed = new float[values.length * 2 + 1];
        java.util.Arrays.fill(holed, Float.NaN);
        for (int i = 0; i < values.length; i++) {
            holed[2 * i + 1] = values[i];
        }
        assertThat(Range.minMax(plane(holed))).isEqualTo(Range.minMax(plane(values)));
        assertThat(Range.percentiles(plane(holed), low, high)).isEqualTo(Range.percentiles(plane(values), low, high));
    }

    @Property
    void percentilesNestInsideMinMax(
            @ForAll @net.jqwik.api.constraints.Size(min = 1, max = 60) float[] values,
            @ForAll @DoubleRange(max = 50) double low,
            @ForAll @DoubleRange(min = 50, max = 100) double high) {
        Range inner = Range.percentiles(plane(values), low, high);
        Range outer = Range.minMax(plane(values));

        assertThat(inner.isEmpty()).isEqualTo(outer.isEmpty());
        assertThat(outer.union(inner)).isEqualTo(outer);
        assertThat(Range.percentiles(plane(values), 0, 100)).isEqualTo(outer);
    }

    @Example
    void percentilesInterpolateBetweenRanks() {
        FloatPlane plane = plane(new float[] {4, Float.NaN, 1, 3, 2, 0});

        assertThat(Range.percentiles(plane, 10, 87.5)).isEqualTo(Range.of(0.4, 3.5));
    }

    @Example
    void aPlaneWithoutAFiniteValueHasTheEmptyRange() {
        Range range = Range.minMax(plane(new float[] {Float.NaN, Float.POSITIVE_INFINITY}));

        assertThat(range).isEqualTo(Range.EMPTY);
        assertThat(range.contains(0)).isFalse();
        assertThat(range.union(Range.of(1, 2))).isEqualTo(Range.of(1, 2));
        assertThat(Range.of(1, 2).union(range)).isEqualTo(Range.of(1, 2));
    }

    @Example
    void neighboursShareTheUnion() {
        assertThat(Range.of(1, 4).union(Range.of(3, 9))).isEqualTo(Range.of(1, 9));
    }

    @Example
    void endsMustBeFiniteAndInOrder() {
        assertThatThrownBy(() -> Range.of(2, 1)).hasMessageContainingAll("low=2.0", "high=1.0");
        assertThatThrownBy(() -> Range.of(0, Double.POSITIVE_INFINITY)).hasMessageContaining("Infinity");
        assertThatThrownBy(() -> Range.of(Double.NaN, 1)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Range.percentiles(plane(new float[1]), 98, 2)).hasMessageContainingAll("98", "2");
        assertThatThrownBy(() -> Range.percentiles(plane(new float[1]), -1, 2)).hasMessageContaining("-1");
    }

    private static FloatPlane plane(float[] values) {
        return FloatPlane.wrap(new Size(values.length, 1), values);
    }
}
