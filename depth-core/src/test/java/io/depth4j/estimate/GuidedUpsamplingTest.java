package io.depth4j.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.depth4j.Camera;
import io.depth4j.DepthAxis;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.DepthSource;
import io.depth4j.FloatPlane;
import io.depth4j.FrameResizers;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuidedUpsamplingTest {

    private static final System.Logger LOG = System.getLogger("guided");
    private static final Size SIZE = new Size(960, 720);
    private static final Size EIGHTH = new Size(120, 90);

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.2, 0.35})
    void depthNearEdgesIsAtLeastAQuarterBetterThanBetweenNeighbours(double texture) {
        LayeredScene scene = new LayeredScene(texture);
        FloatPlane truth = scene.truth(SIZE);
        FloatPlane sharp = FrameResizers.area().resize(truth, EIGHTH);
        FloatPlane soft = FrameResizers.bilinear().resize(FrameResizers.area().resize(truth, new Size(80, 60)), EIGHTH);

        double ofSharp = edgeErrorOverPlain(scene, sharp, truth);
        double ofSoft = edgeErrorOverPlain(scene, soft, truth);

        LOG.log(System.Logger.Level.INFO, "texture {0}: sharp {1}, soft {2}", texture, ofSharp, ofSoft);
        assertThat(ofSharp).isLessThan(0.5);
        assertThat(ofSoft).isLessThan(0.75);
    }

    private static double edgeErrorOverPlain(LayeredScene scene, FloatPlane small, FloatPlane truth) {
        FloatPlane plain = FrameResizers.bilinear().resize(small, SIZE);
        FloatPlane guided = guided(small, scene.picture(SIZE));
        return scene.edgeError(guided, truth, 8) / scene.edgeError(plain, truth, 8);
    }

    private static FloatPlane guided(FloatPlane small, Image guide) {
        FloatPlane dst = FloatPlane.allocate(guide.size());
        GuidedUpsampling.defaults().applyInto(small, guide, dst);
        return dst;
    }

    @Test
    void textureOnASurfaceIsHardlySeenInItsDepth() {
        LayeredScene scene = new LayeredScene(0.35);
        FloatPlane ramp = FloatPlane.allocate(EIGHTH);
        for (int i = 0; i < ramp.array().length; i++) {
            ramp.array()[i] = i % EIGHTH.width() * 0.01f;
        }

        FloatPlane guided = guided(ramp, scene.picture(SIZE));

        FloatPlane plain = FrameResizers.bilinear().resize(ramp, SIZE);
        double worst = 0;
        for (int i = 0; i < plain.array().length; i++) {
            worst += Math.abs(plain.array()[i] - guided.array()[i]);
        }
        assertThat(worst / plain.array().length).isLessThan(0.002);
    }

    @ParameterizedTest
    @EnumSource(PixelFormat.class)
    void withoutContrastInThePictureTheResultLiesBetweenNeighbours(PixelFormat format) {
        FloatPlane small = noise(new Size(13, 7), 3);
        Size size = new Size(101, 60);

        FloatPlane guided = guided(small, Image.allocate(size, format));

        assertClose(guided, FrameResizers.bilinear().resize(small, size), 1e-5);
    }

    @Test
    void anEdgeOfColorsThatAreEquallyBrightIsFollowed() {
        Size size = new Size(64, 64);
        FloatPlane truth = FloatPlane.allocate(size);
        Image rgb = Image.allocate(size, PixelFormat.RGB24);
        Image bgr = Image.allocate(size, PixelFormat.BGR24);
        Image rgba = Image.allocate(size, PixelFormat.RGBA32);
        for (int y = 0, i = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++, i++) {
                boolean near = x < 28;
                truth.array()[i] = near ? 1 : 5;
                byte red = (byte) (near ? 200 : 100);
                byte blue = (byte) (near ? 100 : 200);
                rgb.array()[3 * i] = red;
                rgb.array()[3 * i + 2] = blue;
                bgr.array()[3 * i] = blue;
                bgr.array()[3 * i + 2] = red;
                rgba.array()[4 * i] = red;
                rgba.array()[4 * i + 2] = blue;
            }
        }
        FloatPlane small = FrameResizers.area().resize(truth, new Size(8, 8));

        FloatPlane guided = guided(small, rgb);

        assertClose(guided, truth, 0.05);
        assertThat(guided(small, bgr).sameAs(guided)).isTrue();
        assertThat(guided(small, rgba).sameAs(guided)).isTrue();
    }

    @Test
    void whereTheMapIsMissingItStaysMissingAndNowhereElse() {
        LayeredScene scene = new LayeredScene(0.2);
        Size size = new Size(240, 180);
        Image guide = scene.picture(size);
        FloatPlane small = FrameResizers.area().resize(scene.truth(size), new Size(30, 22));
        FloatPlane holes = FloatPlane.copyOf(small);
        for (int y = 5; y < 11; y++) {
            for (int x = 8; x < 17; x++) {
                holes.set(x, y, y == 6 ? Float.POSITIVE_INFINITY : Float.NaN);
            }
        }
        holes.set(0, 21, Float.NaN);

        FloatPlane guided = guided(holes, guide);

        FloatPlane plain = FrameResizers.bilinear().resize(holes, size);
        for (int i = 0; i < plain.array().length; i++) {
            assertThat(Float.isNaN(guided.array()[i])).isEqualTo(Float.isNaN(plain.array()[i]));
        }
        FloatPlane whole = guided(small, guide);
        for (int y = 0; y < size.height(); y++) {
            assertThat(guided.at(200, y)).isEqualTo(whole.at(200, y));
        }
    }

    @Test
    void aMapWithoutAValueGivesOneWithoutAValue() {
        FloatPlane none = FloatPlane.wrap(new Size(2, 2), new float[] {Float.NaN, Float.NaN, Float.NaN, Float.NaN});

        assertThat(guided(none, new LayeredScene(0).picture(new Size(20, 20))).missing())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 1",
        "1, 1, 9, 5",
        "1, 7, 3, 50",
        "6, 1, 47, 2",
        "2, 2, 3, 3",
        "3, 3, 2, 2",
        "40, 30, 40, 30",
        "17, 1, 300, 1"
    })
    void everySizeStaysWithinWhatTheSmallMapHolds(int smallWidth, int smallHeight, int width, int height) {
        FloatPlane small = noise(new Size(smallWidth, smallHeight), 5);
        Image guide = new LayeredScene(0.3).picture(new Size(width, height));
        for (int radius : new int[] {1, 2, 50}) {
            FloatPlane dst = FloatPlane.allocate(guide.size());

            new GuidedUpsampling(radius, 1e-4).applyInto(small, guide, dst);

            assertThat(dst.missing()).isZero();
            for (float value : dst.array()) {
                assertThat(value).isBetween(-1f, 2f);
            }
        }
    }

    @Test
    void scaleAndShiftOfTheMapAreThoseOfTheResult() {
        LayeredScene scene = new LayeredScene(0.2);
        Size size = new Size(240, 180);
        Image guide = scene.picture(size);
        FloatPlane small = FrameResizers.area().resize(scene.truth(size), new Size(30, 22));
        FloatPlane moved = FloatPlane.copyOf(small);
        for (int i = 0; i < moved.array().length; i++) {
            moved.array()[i] = 250 * small.array()[i] - 3000;
        }
        FloatPlane expected = guided(small, guide);
        for (int i = 0; i < expected.array().length; i++) {
            expected.array()[i] = 250 * expected.array()[i] - 3000;
        }

        assertClose(guided(moved, guide), expected, 0.05);
    }

    @Test
    void aRegionOfAPictureGuidesLikeACopyOfIt() {
        Image whole = new LayeredScene(0.2).picture(new Size(100, 80));
        Image region = whole.region(13, 9, new Size(64, 48));
        FloatPlane small = noise(new Size(8, 6), 4);

        assertThat(guided(small, region).sameAs(guided(small, Image.copyOf(region))))
                .isTrue();
    }

    @Test
    void whatIsKnownOfTheMapStaysKnown() {
        Camera camera = new Camera(10, 11, 4, 3, Camera.Origin.EXIF);
        DepthMap small = DepthMap.of(noise(new Size(8, 6), 1), DepthKind.SCALE_INVARIANT)
                .withAxis(DepthAxis.RAY)
                .withCamera(camera)
                .withSource(DepthSource.unknown().withModel("net", "hash"));

        DepthMap large = GuidedUpsampling.defaults().apply(small, new LayeredScene(0).picture(new Size(80, 60)));

        assertThat(large.size()).isEqualTo(new Size(80, 60));
        assertThat(large.kind()).isEqualTo(DepthKind.SCALE_INVARIANT);
        assertThat(large.axis()).isEqualTo(DepthAxis.RAY);
        assertThat(large.source()).isEqualTo(small.source());
        assertThat(large.camera()).contains(new Camera(100, 110, 40, 30, Camera.Origin.EXIF));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        GuidedUpsampling guided = GuidedUpsampling.defaults();
        FloatPlane small = noise(new Size(2, 2), 1);
        Image guide = Image.allocate(new Size(8, 8), PixelFormat.GRAY8);

        assertThatThrownBy(() -> guided.applyInto(small, guide, FloatPlane.allocate(new Size(8, 9))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("8×8")
                .hasMessageContaining("8×9");
        assertThatThrownBy(() -> guided.withRadius(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> guided.withEpsilon(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> guided.withEpsilon(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsThereStaysThereHoweverSmallThePenalty() {
        FloatPlane small = noise(new Size(12, 9), 1);
        Image plain = Image.allocate(new Size(48, 36), PixelFormat.RGB24);
        FloatPlane large = FloatPlane.allocate(plain.size());
        GuidedUpsampling.defaults().withEpsilon(1e-200).applyInto(small, plain, large);
        assertThat(large.missing()).isZero();
    }

    @Test
    void aWindowMayBeWiderThanAnyMap() {
        FloatPlane small = noise(new Size(5, 4), 1);
        Image guide = new LayeredScene(0).picture(new Size(20, 16));
        FloatPlane wide = FloatPlane.allocate(guide.size());
        GuidedUpsampling.defaults().withRadius(5).applyInto(small, guide, wide);
        FloatPlane widest = FloatPlane.allocate(guide.size());
        GuidedUpsampling.defaults().withRadius(Integer.MAX_VALUE).applyInto(small, guide, widest);
        assertClose(widest, wide, 1e-6);
    }

    private static void assertClose(FloatPlane actual, FloatPlane expected, double tolerance) {
        assertThat(actual.size()).isEqualTo(expected.size());
        for (int i = 0; i < expected.array().length; i++) {
            assertThat((double) actual.array()[i]).isCloseTo(expected.array()[i], within(tolerance));
        }
    }

    private static FloatPlane noise(Size size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FloatPlane plane = FloatPlane.allocate(size);
        for (int i = 0; i < plane.array().length; i++) {
            plane.array()[i] = (float) random.nextDouble();
        }
        return plane;
    }
}
