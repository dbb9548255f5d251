package io.depth4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.depth4j.Camera;
import io.depth4j.DepthAxis;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.Range;
import io.depth4j.Size;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnalyticSceneTest {

    /** Relative: depths are doubles, rounded once to float. */
    private static final double ROUNDED = 1.0 / (1 << 24);

    private static final Size SIZE = new Size(96, 72);

    static List<AnalyticScene> scenes() {
        return AnalyticScene.all();
    }

    @Test
    void aWallThatFacesTheCameraHasOneDepthAndDistancesThatGrowOutwards() {
        SceneView view = AnalyticScene.plane(3).view(SIZE);
        FloatPlane along = view.depth(DepthAxis.RAY).toPlane();

        assertThat(Range.minMax(view.depth())).isEqualTo(Range.of(3, 3));
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                double expected = Math.sqrt(9 + square(x + 0.5 - 48, view) + square(y + 0.5 - 36, view));
                assertThat((double) along.at(x, y)).isCloseTo(expected, rounded(expected));
            }
        }
    }

    private static double square(double pixels, SceneView view) {
        double metres = 3 * pixels / view.camera().fx();
        return metres * metres;
    }

    @Test
    void aBallIsNearestAtItsFrontAndMissingBeyondItsOutline() {
        Size odd = new Size(97, 73);
        SceneView view = AnalyticScene.sphere(3, 1).view(odd);
        DepthMap depth = view.depth();
        Camera camera = view.camera();

        assertThat(depth.metresAt(48, 36)).isEqualTo(2f);
        for (int y = 0; y < odd.height(); y++) {
            for (int x = 0; x < odd.width(); x++) {
                double u = (x - 48) / camera.fx();
                double v = (y - 36) / camera.fy();
                double a = 1 + u * u + v * v;
                // |z (u, v, 1) − (0, 0, 3)| = 1, the nearer of both solutions.
                double root = 9 - 8 * a;
                if (root < 0) {
                    assertThat(depth.at(x, y)).isNaN();
                } else {
                    double expected = (3 - Math.sqrt(root)) / a;
                    // Near the outline the root is of a difference of nearly equal numbers.
                    assertThat((double) depth.at(x, y)).isCloseTo(expected, within(1e-6));
                }
            }
        }
        assertThat(depth.missing()).isBetween(odd.pixels() / 2, odd.pixels() - 1000);
    }

    @Test
    void aStepIsNearOnTheLeftAndFarOnTheRight() {
        DepthMap depth = AnalyticScene.step(2, 4).view(SIZE).depth();

        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                assertThat(depth.metresAt(x, y)).isEqualTo(x < 48 ? 2f : 4f);
            }
        }
    }

    @Test
    void aRampKeepsItsPlaneInEveryPixelAndHasNothingAboveItsHorizon() {
        for (double degrees : new double[] {0, 10, 30, 60}) {
            SceneView view = AnalyticScene.ramp(1.5, degrees).view(SIZE);
            DepthMap depth = view.depth();
            double slope = Math.tan(Math.toRadians(degrees));
            for (int y = 0; y < SIZE.height(); y++) {
                double v = (y + 0.5 - view.camera().cy()) / view.camera().fy();
                for (int x = 0; x < SIZE.width(); x++) {
                    if (v + slope <= 0) {
                        assertThat(depth.at(x, y)).isNaN();
                    } else {
                        double expected = 1.5 / (v + slope);
                        assertThat((double) depth.metresAt(x, y)).isCloseTo(expected, rounded(expected));
                    }
                }
            }
        }
    }

    @Test
    void theRoomHasItsWallsItsFloorAndABallWhereTheyAreSaidToBe() {
        SceneView view = AnalyticScene.room().view(new Size(160, 120));
        DepthMap depth = view.depth();
        Camera camera = view.camera();

        assertThat(depth.missing()).isZero();
        assertThat(depth.metresAt(80, 50)).isEqualTo(6.5f);
        for (int y = 110; y < 120; y++) {
            double floor = 1.2 * camera.fy() / (y + 0.5 - camera.cy());
            assertThat((double) depth.metresAt(80, y)).isCloseTo(floor, rounded(floor));
        }
        for (int x = 0; x < 15; x++) {
            double wall = 2.2 * camera.fx() / (camera.cx() - (x + 0.5));
            assertThat((double) depth.metresAt(x, 60)).isCloseTo(wall, rounded(wall));
        }
        int x = (int) (camera.cx() + camera.fx() * 0.35 / 2.4);
        int y = (int) (camera.cy() + camera.fy() * 0.9 / 2.4);
        assertThat((double) depth.metresAt(x, y)).isCloseTo(2.1, within(0.05));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void everyDepthIsInMetresWithTheCameraThatSawIt(AnalyticScene scene) {
        DepthMap depth = scene.view(SIZE).depth();

        assertThat(depth.kind()).isEqualTo(DepthKind.METRIC);
        assertThat(depth.axis()).isEqualTo(DepthAxis.Z);
        assertThat(depth.camera()).contains(scene.view(SIZE).camera());
        assertThat(depth.source().model()).isEqualTo("analytic " + scene.name());
        assertThat(Range.minMax(depth).low()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void alongTheRayIsAlongZTimesTheRaysLength(AnalyticScene scene) {
        SceneView view = scene.view(SIZE, new Camera(80, 60, 40, 45, Camera.Origin.GIVEN));
        DepthMap z = view.depth();
        DepthMap ray = view.depth(DepthAxis.RAY);

        assertThat(ray.axis()).isEqualTo(DepthAxis.RAY);
        assertThat(ray.missing()).isEqualTo(z.missing());
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                double length = Math.sqrt(1 + Math.pow((x + 0.5 - 40) / 80, 2) + Math.pow((y + 0.5 - 45) / 60, 2));
                if (!Float.isNaN(z.at(x, y))) {
                    double expected = z.at(x, y) * length;
                    assertThat((double) ray.at(x, y)).isCloseTo(expected, within(3 * ROUNDED * expected));
                }
            }
        }
    }

    /** The middle one of three times three pixels has the centre of the pixel that they make up. */
    @ParameterizedTest
    @MethodSource("scenes")
    void depthIsTheSameAtEverySize(AnalyticScene scene) {
        DepthMap small = scene.view(SIZE).depth();
        DepthMap large =
                scene.view(new Size(3 * SIZE.width(), 3 * SIZE.height())).depth();

        int apart = 0;
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                float one = small.at(x, y);
                float other = large.at(3 * x + 1, 3 * y + 1);
                boolean same = Float.isNaN(one) ? Float.isNaN(other) : Math.abs(one - other) <= 1e-5 * one;
                apart += same ? 0 : 1;
            }
        }
        assertThat(apart).isZero();
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void theSameViewIsTheSamePictureAndDepth(AnalyticScene scene) {
        SceneView view = scene.view(SIZE);
        SceneView again = scene.view(SIZE);

        assertThat(view.picture().sameAs(again.picture())).isTrue();
        assertThat(view.depth().toPlane().sameAs(again.depth().toPlane())).isTrue();
    }

    /** A surface's tangents, from the points of neighbouring pixels, are at right angles to its normal. */
    @ParameterizedTest
    @MethodSource("scenes")
    void normalsAreOfLengthOneTowardsTheCameraAndAcrossTheSurface(AnalyticScene scene) {
        Size size = new Size(320, 240);
        SceneView view = scene.view(size);
        List<FloatPlane> normals = view.normals();
        DepthMap depth = view.depth();
        int across = 0;
        int seen = 0;
        for (int y = 0; y < size.height() - 1; y++) {
            for (int x = 0; x < size.width() - 1; x++) {
                Vec normal = new Vec(
                        normals.get(0).at(x, y),
                        normals.get(1).at(x, y),
                        normals.get(2).at(x, y));
                assertThat(Double.isNaN(normal.x())).isEqualTo(Float.isNaN(depth.at(x, y)));
                if (Double.isNaN(normal.x())) {
                    continue;
                }
                Vec point = point(depth, x, y);
                assertThat(normal.length()).isCloseTo(1, within(1e-6));
                assertThat(normal.dot(point)).isLessThan(0);
                seen++;
                if (isAcross(normal, point(depth, x + 1, y).minus(point))
                        && isAcross(normal, point(depth, x, y + 1).minus(point))) {
                    across++;
                }
            }
        }
        assertThat(across).isGreaterThan(seen * 92 / 100);
    }

    private static boolean isAcross(Vec normal, Vec step) {
        return Math.abs(normal.dot(step)) < 0.05 * step.length();
    }

    private static Vec point(DepthMap depth, int x, int y) {
        Camera camera = depth.camera().orElseThrow();
        return new Vec((x + 0.5 - camera.cx()) / camera.fx(), (y + 0.5 - camera.cy()) / camera.fy(), 1)
                .times(depth.at(x, y));
    }

    /** A pixel is the mean of its light, so that a large picture made smaller is nearly the small picture. */
    @ParameterizedTest
    @MethodSource("scenes")
    void aPictureIsTheLightThatFallsOnEachPixel(AnalyticScene scene) {
        Image small = scene.view(SIZE).picture();
        int times = 4;
        Image large = scene.view(new Size(times * SIZE.width(), times * SIZE.height()))
                .picture();
        double worst = 0;
        double sum = 0;
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < 3 * SIZE.width(); x++) {
                double light = 0;
                for (int row = 0; row < times; row++) {
                    for (int column = 0; column < times; column++) {
                        light += linear(large, times * (x / 3) + column, times * y + row, x % 3);
                    }
                }
                double error = Math.abs(light / (times * times) - linear(small, x / 3, y, x % 3));
                worst = Math.max(worst, error);
                sum += error;
            }
        }
        assertThat(sum / (3 * SIZE.pixels())).isLessThan(0.005);
        assertThat(worst).isLessThan(0.2);
    }

    private static double linear(Image picture, int x, int y, int channel) {
        return Math.pow((picture.array()[picture.offset(y) + 3 * x + channel] & 0xff) / 255.0, 2.2);
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void everyPictureHasTextureAndIsNeitherDarkNorBurnt(AnalyticScene scene) {
        SceneView view = scene.view(SIZE);
        byte[] rgb = view.picture().array();
        FloatPlane depth = view.depth().toPlane();
        int burnt = 0;
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int i = 0; i < depth.array().length; i++) {
            if (!Float.isNaN(depth.array()[i])) {
                int green = rgb[3 * i + 1] & 0xff;
                burnt += green == 255 ? 1 : 0;
                sum += green;
                squares += green * green;
                count++;
            }
        }
        double mean = sum / count;

        assertThat(mean).isBetween(70.0, 180.0);
        assertThat(Math.sqrt(squares / count - mean * mean)).isGreaterThan(12);
        assertThat(burnt).isLessThan(count / 20);
    }

    @Test
    void whatIsNoSceneIsRefused() {
        assertThatThrownBy(() -> AnalyticScene.plane(0)).hasMessageContaining("positive and finite, found 0.0");
        assertThatThrownBy(() -> AnalyticScene.plane(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AnalyticScene.sphere(1, 1)).hasMessageContaining("outside of the ball");
        assertThatThrownBy(() -> AnalyticScene.step(2, 2)).hasMessageContaining("expected more than 2.0, found 2.0");
        assertThatThrownBy(() -> AnalyticScene.ramp(1, 90)).hasMessageContaining("found 90.0");
    }

    private static Offset<Double> rounded(double expected) {
        return within(1.01 * ROUNDED * expected);
    }
}
