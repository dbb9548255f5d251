package io.depth4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SizeTest {

    @Property
    void sidesBelowOneAreRefusedWithBothSidesNamed(@ForAll @IntRange(min = Integer.MIN_VALUE, max = 0) int bad) {
        assertThatThrownBy(() -> new Size(bad, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(bad + "×7");
        assertThatThrownBy(() -> new Size(7, bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7×" + bad);
    }

    @Property
    void pixelsNeverOverflow(
            @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int width,
            @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int height) {
        if ((long) width * height <= Integer.MAX_VALUE) {
            assertThat(new Size(width, height).pixels()).isEqualTo(width * height);
        } else {
            assertThatThrownBy(() -> new Size(width, height)).hasMessageContaining("at most " + Integer.MAX_VALUE);
        }
    }

    @Example
    void transposedTwiceIsTheSame() {
        assertThat(new Size(3, 5).transposed()).isEqualTo(new Size(5, 3));
        assertThat(new Size(3, 5).transposed().transposed()).isEqualTo(new Size(3, 5));
    }
}
