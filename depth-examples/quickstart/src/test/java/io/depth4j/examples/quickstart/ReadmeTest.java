package io.depth4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.FloatPlane;
import io.depth4j.Range;
import io.depth4j.Size;
import org.junit.jupiter.api.Test;

/** The regions that README shows. */
class ReadmeTest {

    @Test
    void missingPixelsStayOutOfTheRange() {
        // region: range
        FloatPlane plane = FloatPlane.wrap(new Size(3, 1), new float[] {1, Float.NaN, 3});
        Range range = Range.minMax(plane); // 1 to 3: what is missing does not count
        // endregion

        assertThat(range.low()).isEqualTo(1);
        assertThat(range.high()).isEqualTo(3);
    }
}
