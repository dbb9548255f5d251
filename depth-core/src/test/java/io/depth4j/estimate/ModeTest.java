package io.depth4j.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.depth4j.DepthAxis;
import io.depth4j.DepthEstimator;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModeTest {

    private static final Size SIZE = new Size(31, 20);

    /** Sees green as depth, and all too far on its right. */
    private static FloatPlane leaning(Image image) {
        FloatPlane plane = FloatPlane.allocate(image.size());
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                plane.set(x, y, truth(image, x, y) + (x - 15));
            }
        }
        return plane;
    }

    private static float truth(Image image, int x, int y) {
        return 100 + image.at(x, y, image.format() == PixelFormat.GRAY8 ? 0 : 1);
    }

    private static Image picture(PixelFormat format) {
        Image image = Image.allocate(SIZE, format);
        new SplittableRandom(3).nextBytes(image.array());
        return image;
    }

    @ParameterizedTest
    @EnumSource(PixelFormat.class)
    void qualityTakesBackWhatTheNetworkFavoursOnOneSide(PixelFormat format) {
        Image picture = picture(format);
        try (DepthEstimator estimator =
                Mode.QUALITY.over(new GivenEstimator("leaning", DepthKind.METRIC, DepthAxis.Z, ModeTest::leaning))) {
            DepthMap map = estimator.estimate(picture);
            FloatPlane into = FloatPlane.allocate(SIZE);
            estimator.estimateInto(picture, into);

            for (int y = 0; y < SIZE.height(); y++) {
                for (int x = 0; x < SIZE.width(); x++) {
                    assertThat(map.metresAt(x, y)).isCloseTo(truth(picture, x, y), within(1e-4F));
                }
            }
            assertThat(into.sameAs(map.toPlane())).isTrue();
            assertThat(estimator.estimateAll(List.of(picture, picture)))
                    .hasSize(2)
                    .allMatch(each -> each.toPlane().sameAs(into));
            assertThat(map.source().alignment()).isEqualTo("mean with the mirror image: kept");
        }
    }

    @Test
    void fastIsTheEstimatorItself() {
        GivenEstimator estimator = new GivenEstimator("it", DepthKind.METRIC, FloatPlane.allocate(SIZE));

        assertThat(Mode.FAST.over(estimator)).isSameAs(estimator);
    }

    @Test
    void closingClosesTheEstimator() {
        GivenEstimator estimator = new GivenEstimator("it", DepthKind.METRIC, FloatPlane.allocate(SIZE));
        DepthEstimator quality = Mode.QUALITY.over(estimator);

        assertThat(quality.model()).isEqualTo(estimator.model());
        quality.close();

        assertThat(estimator.isClosed()).isTrue();
        assertThatThrownBy(() -> quality.estimate(picture(PixelFormat.RGB24)))
                .isInstanceOf(IllegalStateException.class);
    }
}
