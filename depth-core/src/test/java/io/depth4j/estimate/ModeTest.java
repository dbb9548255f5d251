package io.depth4j.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.depth4j.DepthAxis;
import io.depth4j.DepthEstimator;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.FloatPlane;
import io.depth4j.FrameResizers;
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

    /** A step of colour between two pixels of what the network sees. */
    @Test
    void balancedPutsAnEdgeWhereThePictureHasIt() {
        Size large = new Size(96, 48);
        Image picture = Image.allocate(large, PixelFormat.GRAY8);
        FloatPlane truth = FloatPlane.allocate(large);
        for (int i = 0; i < large.pixels(); i++) {
            boolean near = i % 96 < 45;
            picture.array()[i] = (byte) (near ? 200 : 30);
            truth.array()[i] = near ? 1 : 5;
        }
        FloatPlane small = FrameResizers.area().resize(truth, new Size(12, 6));
        GivenEstimator network = new GivenEstimator("small", DepthKind.METRIC, small) {
            @Override
            public Size seen(Size size) {
                return small.size();
            }
        };
        double between = error(FrameResizers.bilinear().resize(small, large), truth);
        try (DepthEstimator balanced = Mode.BALANCED.over(network)) {
            DepthMap map = balanced.estimate(picture);
            assertThat(map.size()).isEqualTo(large);
            assertThat(error(map.toPlane(), truth)).isLessThan(between / 4);
            assertThat(balanced.estimate(picture, EstimateOptions.defaults().withSize(new Size(6, 3)))
                            .size())
                    .isEqualTo(new Size(6, 3));
            assertThat(balanced.seen(large)).isEqualTo(small.size());
        }
    }

    private static double error(FloatPlane found, FloatPlane truth) {
        double sum = 0;
        for (int i = 0; i < truth.size().pixels(); i++) {
            sum += Math.abs(found.array()[i] - truth.array()[i]);
        }
        return sum;
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
