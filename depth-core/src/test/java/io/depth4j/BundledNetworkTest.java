package io.depth4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.spi.Availability;
import io.depth4j.spi.DepthBackend;
import io.depth4j.testkit.AnalyticScene;
import java.io.IOException;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The network that comes with the library. */
class BundledNetworkTest {

    private static DepthBackend engine(String name) {
        return ServiceLoader.load(DepthBackend.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(backend -> backend.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itTellsWhatItIs() {
        try (DepthEstimator estimator = DepthEstimators.bundled()) {
            ModelInfo info = estimator.model();
            assertThat(info.backend()).isEqualTo("java");
            assertThat(info.kind()).isEqualTo(DepthKind.AFFINE_INVARIANT_INVERSE);
            assertThat(info.licence()).isEqualTo("Apache-2.0");
            assertThat(info.sha256()).hasSize(64);
        }
    }

    @ParameterizedTest
    @CsvSource({"640, 480", "97, 301", "1, 1", "1920, 1080"})
    void bothEnginesTellTheSame(int width, int height) throws IOException {
        assertThat(engine("onnx").probe()).isInstanceOf(Availability.Ready.class);
        Image picture = AnalyticScene.room().view(new Size(width, height)).picture();
        try (DepthEstimator ours = DepthEstimators.bundled();
                DepthEstimator theirs =
                        DepthEstimators.builder().backend(engine("onnx")).open()) {
            DepthMap map = ours.estimate(picture);
            DepthMap expected = theirs.estimate(picture);
            Range range = Range.minMax(expected);
            assertThat(map.size()).isEqualTo(picture.size());
            assertThat(map.missing()).isZero();
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    assertThat(Math.abs(map.at(x, y) - expected.at(x, y)))
                            .isLessThanOrEqualTo(1e-4f * (float) (range.high() - range.low() + 1));
                }
            }
        }
    }
}
