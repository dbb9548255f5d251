package io.depth4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;

class FloatPlaneTest {

    @Example
    void notANumberMeansMissing() {
        FloatPlane plane = FloatPlane.wrap(new Size(3, 1), new float[] {1, Float.NaN, Float.POSITIVE_INFINITY});

        assertThat(plane.isMissing(1, 0)).isTrue();
        assertThat(plane.isMissing(2, 0)).isFalse();
        assertThat(plane.missing()).isEqualTo(1);
    }

    @Example
    void wrappingSharesAndCopyingDoesNot() {
        float[] values = new float[6];
        FloatPlane plane = FloatPlane.wrap(new Size(3, 2), values);
        FloatPlane copy = FloatPlane.copyOf(plane);
        plane.set(2, 1, 5);

        assertThat(values[5]).isEqualTo(5);
        assertThat(copy.at(2, 1)).isZero();
        assertThat(copy.sameAs(plane)).isFalse();
    }

    @Example
    void wrongLengthsAndOutsidePixelsAreRefused() {
        assertThatThrownBy(() -> FloatPlane.wrap(new Size(3, 2), new float[5]))
                .hasMessageContainingAll("3×2", "6", "5");
        FloatPlane plane = FloatPlane.allocate(new Size(3, 2));
        assertThatThrownBy(() -> plane.at(3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> plane.at(0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
