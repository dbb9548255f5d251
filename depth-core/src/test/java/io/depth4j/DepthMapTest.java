package io.depth4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ReadOnlyBufferException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DepthMapTest {

    private static final Size SIZE = new Size(2, 2);

    @Property
    void metresComeOnlyFromMetricMaps(@ForAll DepthKind kind) {
        DepthMap map = DepthMap.of(plane(1, 2, 3, 4), kind);
        if (kind == DepthKind.METRIC) {
            assertThat(map.metresAt(1, 1)).isEqualTo(4);
        } else {
            assertThatThrownBy(() -> map.metresAt(1, 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll(kind.name(), kind.meaning(), "Calibration");
        }
    }

    @Example
    void nobodyChangesAMapFromOutside() {
        FloatPlane values = plane(1, 2, 3, 4);
        DepthMap map = DepthMap.of(values, DepthKind.METRIC).withConfidence(values);
        values.set(0, 0, 99);
        map.toPlane().set(0, 0, 98);

        assertThat(map.at(0, 0)).isEqualTo(1);
        assertThat(map.confidence().orElseThrow().get(0)).isEqualTo(1);
        assertThatThrownBy(() -> map.values().put(0, 5)).isInstanceOf(ReadOnlyBufferException.class);
        assertThatThrownBy(() -> map.confidence().orElseThrow().put(0, 5)).isInstanceOf(ReadOnlyBufferException.class);
    }

    @Example
    void addingKnowledgeChangesNoValue() {
        Camera camera = Camera.ofHorizontalFieldOfView(SIZE, 60);
        DepthMap map = DepthMap.of(plane(1, Float.NaN, 3, 4), DepthKind.SCALE_INVARIANT)
                .withAxis(DepthAxis.RAY)
                .withCamera(camera)
                .withSource(DepthSource.unknown().withModel("analytic", "none"));

        assertThat(map.axis()).isEqualTo(DepthAxis.RAY);
        assertThat(map.camera()).contains(camera);
        assertThat(map.source().model()).isEqualTo("analytic");
        assertThat(map.source().provider()).isEqualTo(DepthSource.UNKNOWN);
        assertThat(map.kind()).isEqualTo(DepthKind.SCALE_INVARIANT);
        assertThat(map.missing()).isEqualTo(1);
        assertThat(map.toPlane().sameAs(plane(1, Float.NaN, 3, 4))).isTrue();
    }

    @Example
    void shapesMustAgree() {
        DepthMap map = DepthMap.of(plane(1, 2, 3, 4), DepthKind.METRIC);
        FloatPlane other = FloatPlane.allocate(new Size(4, 1));

        assertThatThrownBy(() -> map.copyTo(other)).hasMessageContainingAll("2×2", "4×1");
        assertThatThrownBy(() -> map.withConfidence(other)).hasMessageContainingAll("2×2", "4×1");
    }

    private static FloatPlane plane(float... values) {
        return FloatPlane.wrap(SIZE, values);
    }
}
