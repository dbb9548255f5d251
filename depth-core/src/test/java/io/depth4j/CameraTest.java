package io.depth4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class CameraTest {

    @Property
    void theFieldOfViewReachesBothEdges(@ForAll @DoubleRange(min = 5, max = 170) double degrees) {
        Camera camera = Camera.ofHorizontalFieldOfView(new Size(640, 480), degrees);
        double half = Math.toDegrees(Math.atan(camera.cx() / camera.fx()));

        assertThat(2 * half).isCloseTo(degrees, within(1e-9));
        assertThat(camera.origin()).isEqualTo(Camera.Origin.FIELD_OF_VIEW);
    }

    @Example
    void resizingKeepsTheRays() {
        Camera camera = new Camera(500, 510, 300, 250, Camera.Origin.GIVEN);
        Camera half = camera.resized(new Size(640, 480), new Size(320, 120));

        assertThat(half).isEqualTo(new Camera(250, 127.5, 150, 62.5, Camera.Origin.GIVEN));
    }

    @Example
    void impossibleCamerasAreRefused() {
        assertThatThrownBy(() -> new Camera(0, 1, 0, 0, Camera.Origin.GIVEN)).hasMessageContaining("fx=0.0");
        assertThatThrownBy(() -> new Camera(1, 1, Double.NaN, 0, Camera.Origin.GIVEN))
                .hasMessageContaining("cx=NaN");
        assertThatThrownBy(() -> Camera.ofHorizontalFieldOfView(new Size(2, 2), 180))
                .hasMessageContaining("180");
    }
}
