package io.depth4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;

class CalibrationTest {

    @Property
    void disparityBecomesTheMetresItWasMadeFrom(
            @ForAll @FloatRange(min = 0.1f, max = 100) float metres,
            @ForAll @DoubleRange(min = 0.01, max = 10) double scale,
            @ForAll @DoubleRange(min = 0, max = 1) double shift) {
        float disparity = (float) ((1 / (double) metres - shift) / scale);
        DepthMap map = DepthMap.of(plane(disparity), DepthKind.AFFINE_INVARIANT_INVERSE);
        DepthMap calibrated =
                Calibration.of(DepthKind.AFFINE_INVARIANT_INVERSE, scale, shift).apply(map);

        double step = Math.ulp(disparity) * scale;
        assertThat((double) calibrated.metresAt(0, 0)).isCloseTo(metres, within(metres * (1e-5 + 2 * step * metres)));
    }

    @Property
    void depthBecomesMetresByItsLine(
            @ForAll @FloatRange(min = 0.1f, max = 100) float value,
            @ForAll @DoubleRange(min = 0.01, max = 10) double scale,
            @ForAll @DoubleRange(min = 0, max = 5) double shift) {
        DepthMap map = DepthMap.of(plane(value), DepthKind.AFFINE_INVARIANT);

        assertThat(Calibration.of(DepthKind.AFFINE_INVARIANT, scale, shift)
                        .apply(map)
                        .metresAt(0, 0))
                .isEqualTo((float) (scale * value + shift));
    }

    @Example
    void whatCannotBeADistanceBecomesMissing() {
        DepthMap map = DepthMap.of(plane(-1, 0, Float.NaN, 2), DepthKind.AFFINE_INVARIANT_INVERSE);
        DepthMap metres =
                Calibration.of(DepthKind.AFFINE_INVARIANT_INVERSE, 1, 0).apply(map);

        assertThat(metres.missing()).isEqualTo(3);
        assertThat(metres.metresAt(3, 0)).isEqualTo(0.5f);
    }

    @Example
    void theMapTellsHowItWasCalibrated() {
        DepthMap map = DepthMap.of(plane(2), DepthKind.SCALE_INVARIANT);
        DepthMap metres =
                new Calibration(DepthKind.SCALE_INVARIANT, 3, 0, OptionalDouble.of(0.1), "door height").apply(map);

        assertThat(metres.kind()).isEqualTo(DepthKind.METRIC);
        assertThat(metres.source().alignment()).contains("door height", "3.0");
    }

    @Example
    void aCalibrationForOneKindRefusesAnother() {
        DepthMap map = DepthMap.of(plane(2), DepthKind.AFFINE_INVARIANT_INVERSE);

        assertThatThrownBy(() -> Calibration.of(DepthKind.SCALE_INVARIANT, 1, 0).apply(map))
                .hasMessageContainingAll("SCALE_INVARIANT", "AFFINE_INVARIANT_INVERSE");
    }

    @Example
    void impossibleNumbersAreRefused() {
        assertThatThrownBy(() -> Calibration.of(DepthKind.AFFINE_INVARIANT, 0, 0))
                .hasMessageContaining("0.0");
        assertThatThrownBy(() -> Calibration.of(DepthKind.AFFINE_INVARIANT, Double.NaN, 0))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> Calibration.of(DepthKind.METRIC, 1, 0.5)).hasMessageContainingAll("METRIC", "0.5");
        assertThatThrownBy(() -> new Calibration(DepthKind.METRIC, 1, 0, OptionalDouble.of(-1), "x"))
                .hasMessageContaining("-1.0");
    }

    private static FloatPlane plane(float... values) {
        return FloatPlane.wrap(new Size(values.length, 1), values);
    }
}
