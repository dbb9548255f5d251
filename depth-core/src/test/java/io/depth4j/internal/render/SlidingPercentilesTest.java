package io.depth4j.internal.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.FloatPlane;
import io.depth4j.Range;
import io.depth4j.Size;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SlidingPercentilesTest {

    @Property
    void eachWindowHasThePercentilesOfAPlane(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 120) int length,
            @ForAll @IntRange(min = 1, max = 30) int window,
            @ForAll @IntRange(min = 1, max = 300) int levels,
            @ForAll @DoubleRange(max = 100) double percent) {
        Random random = new Random(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextInt(4) == 0 ? Float.NaN : (random.nextInt(levels) - levels / 2) * 0.37f;
        }
        SlidingPercentiles sliding = new SlidingPercentiles(values);
        sliding.add(0, Math.min(window, length));
        for (int from = 0; from + window < length; from++) {
            float[] inside = Arrays.copyOfRange(values, from, from + window);
            FloatPlane plane = FloatPlane.wrap(new Size(window, 1), inside);
            Double expected = Range.percentiles(plane, percent, percent).low();
            assertThat(sliding.percentile(percent)).isEqualTo(expected);
            sliding.add(from + window, from + window + 1);
            sliding.remove(from, from + 1);
        }
    }

    @Test
    void whatIsNotFiniteCountsForNothing() {
        float[] values = {Float.NaN, Float.POSITIVE_INFINITY, -0f, 0f, Float.NEGATIVE_INFINITY};
        SlidingPercentiles sliding = new SlidingPercentiles(values);
        sliding.add(0, 2);
        assertThat(sliding.percentile(50)).isNaN();
        sliding.add(2, 5);
        assertThat(sliding.percentile(0)).isZero();
        assertThat(sliding.percentile(100)).isZero();
    }
}
