package io.depth4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.depth4j.Camera;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.Range;
import io.depth4j.Size;
import org.junit.jupiter.api.Test;

class AnalyticRoomTest {

    private static final AnalyticRoom ROOM = AnalyticRoom.render(new Size(160, 120));

    @Test
    void everyPixelHasADepthInMetresInsideTheRoom() {
        DepthMap depth = ROOM.depth();

        assertThat(depth.kind()).isEqualTo(DepthKind.METRIC);
        assertThat(depth.missing()).isZero();
        assertThat(Range.minMax(depth).low()).isBetween(1.0, 2.5);
        assertThat(Range.minMax(depth).high()).isCloseTo(6.5, within(1e-5));
    }

    @Test
    void theFloorLiesWhereTheCameraSaysItDoes() {
        DepthMap depth = ROOM.depth();
        Camera camera = depth.camera().orElseThrow();
        for (int y = 110; y < 120; y++) {
            double expected = 1.2 * camera.fy() / (y + 0.5 - camera.cy());
            assertThat((double) depth.metresAt(80, y)).isCloseTo(expected, within(1e-5));
        }
    }

    @Test
    void aBallIsNearestAtItsFrontAndHidesWhatIsBehind() {
        DepthMap depth = ROOM.depth();
        Camera camera = depth.camera().orElseThrow();
        int x = (int) (camera.cx() + camera.fx() * 0.35 / 2.4);
        int y = (int) (camera.cy() + camera.fy() * 0.9 / 2.4);

        assertThat((double) depth.metresAt(x, y)).isCloseTo(2.1, within(0.05));
    }
}
