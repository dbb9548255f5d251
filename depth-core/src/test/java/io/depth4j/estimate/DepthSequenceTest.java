package io.depth4j.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.ModelInfo;
import io.depth4j.PixelFormat;
import io.depth4j.Range;
import io.depth4j.Size;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DepthSequenceTest {

    private static final DepthKind DISPARITY = DepthKind.AFFINE_INVARIANT_INVERSE;

    @ParameterizedTest
    @EnumSource(names = {"AFFINE_INVARIANT", "AFFINE_INVARIANT_INVERSE", "SCALE_INVARIANT"})
    void aClipFlickersAtMostAThirdOfFrameByFrame(DepthKind kind) {
        MovingScene scene = MovingScene.still(0.005);
        List<DepthMap> seen = new ArrayList<>();
        List<Range> own = new ArrayList<>();
        List<SequenceFrame> frames = new ArrayList<>();
        DepthSequence sequence = DepthSequence.of(new Fake(), SequenceOptions.defaults());
        for (int i = 0; i < 60; i++) {
            DepthMap map = scene.seen(i, kind);
            seen.add(map);
            own.add(Range.percentiles(map, 2, 98));
            frames.add(sequence.next(scene.picture(i), map));
        }
        List<DepthMap> aligned = frames.stream().map(SequenceFrame::map).toList();
        List<Range> shared = frames.stream().map(SequenceFrame::range).toList();

        double held = flicker(scene, aligned, shared);
        double stretched = flicker(scene, seen, own);
        Range whole = own.stream().reduce(Range.EMPTY, Range::union);
        double raw = flicker(scene, seen, own.stream().map(range -> whole).toList());
        assertThat(frames).noneMatch(SequenceFrame::cut);
        assertThat(held).isLessThan(stretched / 3).isLessThan(raw / 3);
    }

    /** Mean absolute change of the pixels that show the room in both of two frames, each in its frame's range from 0 to 1. */
    private static double flicker(MovingScene scene, List<DepthMap> maps, List<Range> ranges) {
        double sum = 0;
        int count = 0;
        for (int i = 10; i < maps.size(); i++) {
            for (int y = 0; y < MovingScene.SIZE.height(); y++) {
                for (int x = 0; x < MovingScene.SIZE.width(); x++) {
                    if (scene.isStatic(x, y, i - 1) && scene.isStatic(x, y, i)) {
                        sum += Math.abs(shown(maps.get(i), ranges.get(i), x, y)
                                - shown(maps.get(i - 1), ranges.get(i - 1), x, y));
                        count++;
                    }
                }
            }
        }
        return sum / count;
    }

    private static double shown(DepthMap map, Range range, int x, int y) {
        return (map.at(x, y) - range.low()) / (range.high() - range.low());
    }

    @Test
    void aStillCameraDoesNotDriftInThreeHundredFrames() {
        assertThat(drift(MovingScene.still(0.01))).isLessThan(0.003);
    }

    @Test
    void neighbouringFramesOfATravellingCameraAgree() {
        MovingScene scene = MovingScene.panned(0.005, 1);
        DepthSequence sequence = DepthSequence.of(new Fake());
        double held = 0;
        double raw = 0;
        DepthMap before =
                sequence.next(scene.picture(0), scene.seen(0, DISPARITY)).map();
        for (int i = 1; i <= 60; i++) {
            DepthMap now =
                    sequence.next(scene.picture(i), scene.seen(i, DISPARITY)).map();
            held += step(scene, before, now, i);
            raw += step(scene, scene.seen(i - 1, DISPARITY), scene.seen(i, DISPARITY), i);
            before = now;
        }
        assertThat(held).isLessThan(raw / 2);
    }

    /** How much the scale changes from one frame to the next. */
    private static double step(MovingScene scene, DepthMap before, DepthMap now, int frame) {
        return Math.abs(Math.log(line(scene, now, frame)[0] / line(scene, before, frame - 1)[0]));
    }

    /** How far the last frame's room is from the truth in the units of the first, as a share of the room's span. */
    private static double drift(MovingScene scene) {
        DepthSequence sequence = DepthSequence.of(new Fake());
        DepthMap first =
                sequence.next(scene.picture(0), scene.seen(0, DISPARITY)).map();
        SequenceFrame last = new SequenceFrame(0, first, Range.EMPTY, false);
        for (int i = 1; i <= 300; i++) {
            last = sequence.next(scene.picture(i), scene.seen(i, DISPARITY));
            assertThat(last.cut()).isFalse();
        }
        double[] line = line(scene, first, 0);
        double sum = 0;
        int count = 0;
        for (int y = 0; y < MovingScene.SIZE.height(); y++) {
            for (int x = 0; x < MovingScene.SIZE.width(); x++) {
                if (scene.isStatic(x, y, 300)) {
                    sum += last.map().at(x, y) - (line[0] * scene.truth(x, y, 300) + line[1]);
                    count++;
                }
            }
        }
        return Math.abs(sum / count / line[0]);
    }

    /** The scale and shift that a map was made with: least squares of the map on the truth. */
    static double[] line(MovingScene scene, DepthMap map, int frame) {
        double n = MovingScene.SIZE.pixels();
        double x1 = 0;
        double y1 = 0;
        double xx = 0;
        double xy = 0;
        for (int y = 0; y < MovingScene.SIZE.height(); y++) {
            for (int x = 0; x < MovingScene.SIZE.width(); x++) {
                double truth = scene.truth(x, y, frame);
                double value = map.at(x, y);
                x1 += truth / n;
                y1 += value / n;
                xx += truth * truth / n;
                xy += truth * value / n;
            }
        }
        double scale = (xy - x1 * y1) / (xx - x1 * x1);
        return new double[] {scale, y1 - scale * x1};
    }

    @Test
    void aStillSceneStaysStill() {
        MovingScene scene = MovingScene.still(0);
        DepthMap map = scene.seen(0, DISPARITY);
        DepthSequence sequence = DepthSequence.of(new Fake());
        for (int i = 0; i < 50; i++) {
            SequenceFrame frame = sequence.next(scene.picture(0), map);
            assertThat(frame.index()).isEqualTo(i);
            for (int p = 0; p < MovingScene.SIZE.pixels(); p++) {
                assertThat(frame.map().values().get(p)).isEqualTo(map.values().get(p));
            }
            assertThat(frame.range()).isEqualTo(Range.percentiles(map, 2, 98));
        }
    }

    @Test
    void aCutIsToldAndBeginsUnitsAndARangeOfItsOwn() {
        MovingScene scene = MovingScene.still(0.002);
        DepthSequence sequence = DepthSequence.of(new Fake());
        for (int i = 0; i < 10; i++) {
            assertThat(sequence.next(scene.picture(i), scene.seen(i, DISPARITY)).cut())
                    .isFalse();
        }
        Image other = upsideDown(scene.picture(10));
        DepthMap map = DepthMap.of(FloatPlane.wrap(new Size(2, 2), new float[] {100, 200, 300, 400}), DISPARITY);

        SequenceFrame frame = sequence.next(other, map);

        assertThat(frame.cut()).isTrue();
        assertThat(frame.index()).isEqualTo(10);
        assertThat(frame.map().toPlane().sameAs(map.toPlane())).isTrue();
        assertThat(frame.range()).isEqualTo(Range.percentiles(map, 2, 98));
        assertThat(sequence.next(other, map).cut()).isFalse();
    }

    private static Image upsideDown(Image image) {
        Image turned = Image.allocate(image.size(), image.format());
        byte[] row = new byte[image.rowBytes()];
        for (int y = 0; y < image.height(); y++) {
            image.readRow(y, row, 0);
            for (int i = 0; i < row.length; i++) {
                row[i] = (byte) ~row[i];
            }
            turned.writeRow(image.height() - 1 - y, row, 0);
        }
        return turned;
    }

    @Test
    void aLampThatIsSwitchedOnIsNoCutButAnotherPlainPictureIs() {
        MovingScene scene = MovingScene.still(0);
        DepthMap map = scene.seen(0, DISPARITY);
        DepthSequence sequence = DepthSequence.of(new Fake());
        sequence.next(scene.picture(0), map);

        assertThat(sequence.next(brighter(scene.picture(0), 40), map).cut()).isFalse();
        assertThat(sequence.next(plain(0), map).cut()).isTrue();
        assertThat(sequence.next(plain(2), map).cut()).isFalse();
        assertThat(sequence.next(plain(200), map).cut()).isTrue();
    }

    private static Image brighter(Image image, int by) {
        byte[] pixels = image.array();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.min(255, (pixels[i] & 0xff) + by);
        }
        return image;
    }

    private static Image plain(int brightness) {
        Image image = Image.allocate(MovingScene.SIZE, PixelFormat.GRAY8);
        java.util.Arrays.fill(image.array(), (byte) brightness);
        return image;
    }

    @Test
    void holesStayHolesAndDisturbNothingElse() {
        MovingScene scene = MovingScene.still(0);
        DepthSequence whole = DepthSequence.of(new Fake());
        DepthSequence holed = DepthSequence.of(new Fake());
        for (int i = 0; i < 30; i++) {
            FloatPlane plane = scene.seen(i, DISPARITY).toPlane();
            for (int p = i % 7; p < plane.array().length; p += 3) {
                plane.array()[p] = Float.NaN;
            }
            if (i == 15) {
                java.util.Arrays.fill(plane.array(), Float.NaN);
            }
            DepthMap expected =
                    whole.next(scene.picture(i), scene.seen(i, DISPARITY)).map();
            SequenceFrame found = holed.next(scene.picture(i), DepthMap.of(plane, DISPARITY));

            assertThat(found.map().missing()).isEqualTo(plane.missing());
            assertThat(found.range().isEmpty()).isFalse();
            assertThat(apart(found.map(), expected)).as("frame %d", i).isLessThan(0.002);
        }
    }

    private static double apart(DepthMap found, DepthMap expected) {
        double most = 0;
        for (int p = 0; p < found.size().pixels(); p++) {
            float value = found.values().get(p);
            if (!Float.isNaN(value)) {
                most = Math.max(most, Math.abs(value - expected.values().get(p)));
            }
        }
        return most;
    }

    @Test
    void metresAreKeptUnlessToldOtherwise() {
        MovingScene scene = MovingScene.still(0);
        DepthSequence kept = DepthSequence.of(new Fake());
        DepthSequence scaled = DepthSequence.of(
                new Fake(), SequenceOptions.defaults().withMetric(SequenceOptions.MetricFrames.SCALED));
        DepthMap first = scene.seen(0, DepthKind.METRIC);
        DepthMap second = scene.seen(1, DepthKind.METRIC);
        kept.next(scene.picture(0), first);
        scaled.next(scene.picture(0), first);

        DepthMap asItWas = kept.next(scene.picture(1), second).map();
        DepthMap calmed = scaled.next(scene.picture(1), second).map();

        assertThat(asItWas.toPlane().sameAs(second.toPlane())).isTrue();
        assertThat(calmed.kind()).isEqualTo(DepthKind.METRIC);
        assertThat(calmed.metresAt(90, 3))
                .isCloseTo(first.metresAt(90, 3), org.assertj.core.api.Assertions.within(1e-3f));
        assertThat(Math.abs(second.metresAt(90, 3) - first.metresAt(90, 3))).isGreaterThan(0.005f);
    }

    @Test
    void theSourceTellsTheLine() {
        MovingScene scene = MovingScene.still(0);
        DepthSequence sequence = DepthSequence.of(new Fake());

        assertThat(sequence.next(scene.picture(0)).map().source().alignment()).contains("begins");
        assertThat(sequence.next(scene.picture(1)).map().source().alignment()).contains("frame 0", "scale", "shift");
    }

    @Test
    void aFrameThatCannotBeEstimatedIsNoFrame() {
        MovingScene scene = MovingScene.still(0);
        Fake fake = new Fake();
        DepthSequence sequence = DepthSequence.of(fake);
        sequence.next(scene.picture(0));
        fake.fails = true;
        assertThatThrownBy(() -> sequence.next(scene.picture(1))).hasMessage("out of order");
        fake.fails = false;

        assertThat(sequence.next(scene.picture(2)).index()).isEqualTo(1);
    }

    @Test
    void aShotIsOfOneSizeAndKind() {
        MovingScene scene = MovingScene.still(0);
        DepthSequence sequence = DepthSequence.of(new Fake());
        sequence.next(scene.picture(0), scene.seen(0, DISPARITY));

        assertThatThrownBy(() -> sequence.next(scene.picture(1), scene.seen(1, DepthKind.METRIC)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("AFFINE_INVARIANT_INVERSE", "METRIC", "96×64");
    }

    /** Says what the network would of one frame after the other. */
    private static final class Fake implements DepthEstimator {

        private int frame;
        private boolean fails;

        @Override
        public DepthMap estimate(Image image, EstimateOptions options) {
            if (fails) {
                throw new IllegalStateException("out of order");
            }
            return MovingScene.still(0).seen(frame++, DISPARITY);
        }

        @Override
        public List<DepthMap> estimateAll(List<Image> images, EstimateOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void estimateInto(Image image, FloatPlane dst) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ModelInfo model() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
