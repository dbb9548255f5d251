package io.depth4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.depth4j.DepthAxis;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolTest {

    private static final Size SIZE = new Size(40, 30);

    /** A floor from 1 m to 9 m. */
    private static final DepthMap KNOWN = map(DepthKind.METRIC, i -> 1 + 8.0 * i / 1200);

    private static DepthMap map(DepthKind kind, IntToDoubleFunction value) {
        FloatPlane plane = FloatPlane.allocate(SIZE);
        for (int i = 0; i < SIZE.pixels(); i++) {
            plane.array()[i] = (float) value.applyAsDouble(i);
        }
        return DepthMap.wrap(plane, kind);
    }

    @Test
    void resultsUnderDifferentProtocolsRefuseToBeCompared() {
        Protocol one = Protocol.defaults();
        Protocol other = one.withClamp(Clamp.FARTHEST_KNOWN);
        Scores a = one.evaluate(KNOWN, KNOWN).scores();
        Scores b = other.evaluate(KNOWN, KNOWN).scores();

        assertThatThrownBy(() -> a.gain(Metric.ABS_REL, b))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(one.name())
                .hasMessageContaining(other.name());
        assertThatThrownBy(() -> Scores.mean(List.of(a, b)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(one.name())
                .hasMessageContaining(other.name());
        assertThat(a.name(Metric.DELTA1)).contains("δ1", one.name());
    }

    @Test
    void everyChoiceIsInTheName() {
        Set<String> names = new HashSet<>();
        Protocol plain = Protocol.kitti();
        List<Protocol> protocols = List.of(
                plain,
                plain.withAligner(Aligner.median()),
                plain.withAligner(Aligner.scale()),
                plain.withAligner(Aligner.scaleAndShift()),
                plain.withAligner(Aligner.ransac()),
                plain.withAligner(Aligner.ransac().withSeed(2)),
                plain.withAligner(Aligner.ransac().withTrials(2)),
                plain.withAligner(Aligner.ransac().withTolerance(0.2)),
                plain.withAligner(Aligner.roe()),
                plain.withAligner(Aligner.roe().withSeed(2)),
                plain.withAligner(Aligner.roe().withSamples(2)),
                plain.withSpace(Space.DISPARITY),
                plain.withCap(Cap.NYU),
                plain.withCap(new Cap(0, 80)),
                plain.withCrop(Crop.NONE),
                plain.withCrop(Crop.EIGEN_KITTI),
                plain.withClamp(Clamp.NONE));
        protocols.forEach(each -> names.add(each.name()));
        assertThat(names).hasSize(protocols.size());
    }

    @ParameterizedTest
    @EnumSource(DepthKind.class)
    void anExactMapOfAnyKindHasNoError(DepthKind kind) {
        DepthMap exact = switch (kind) {
            case METRIC -> KNOWN;
            case SCALE_INVARIANT -> map(kind, i -> 3 * metres(i));
            case AFFINE_INVARIANT -> map(kind, i -> 3 * metres(i) - 5);
            case AFFINE_INVARIANT_INVERSE -> map(kind, i -> 3 / metres(i) + 5);
        };
        Space space = kind.largerIsNearer() ? Space.DISPARITY : Space.DEPTH;
        for (Aligner aligner : List.of(Aligner.scaleAndShift(), Aligner.ransac(), Aligner.roe())) {
            Protocol protocol = Protocol.defaults().withSpace(space).withAligner(aligner);
            Evaluation found = protocol.evaluate(exact, KNOWN);
            assertThat(found.scores().of(Metric.ABS_REL)).as(protocol.name()).isLessThan(1e-5);
            assertThat(found.scores().of(Metric.SPEARMAN)).as(protocol.name()).isCloseTo(1, within(1e-12));
            assertThat(found.aligned().kind()).isEqualTo(DepthKind.METRIC);
            assertThat(found.aligned().at(7, 7)).isCloseTo(KNOWN.at(7, 7), within(1e-3f));
        }
    }

    private static double metres(int i) {
        return KNOWN.values().get(i);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void wrongTruthDoesNotMoveRobustAligners(boolean ransac) {
        DepthMap estimate = map(DepthKind.AFFINE_INVARIANT, i -> 2 * metres(i) + 1);
        DepthMap spoilt = map(DepthKind.METRIC, i -> i % 5 == 0 ? 50 : metres(i));
        Aligner aligner = ransac ? Aligner.ransac() : Aligner.roe();
        Line line = Protocol.defaults()
                .withSpace(Space.DEPTH)
                .withAligner(aligner)
                .evaluate(estimate, spoilt)
                .line();
        assertThat(line.scale()).isCloseTo(0.5, within(1e-5));
        assertThat(line.shift()).isCloseTo(-0.5, within(1e-4));
    }

    @Test
    void noScaleTurnsNearAndFarAboutOrIsInfinite() {
        DepthMap reversed = map(DepthKind.SCALE_INVARIANT, i -> -metres(i));
        DepthMap nothing = map(DepthKind.SCALE_INVARIANT, i -> 0);
        for (Aligner aligner :
                List.of(Aligner.median(), Aligner.scale(), Aligner.scaleAndShift(), Aligner.ransac(), Aligner.roe())) {
            Protocol protocol = Protocol.defaults().withSpace(Space.DEPTH).withAligner(aligner);
            for (DepthMap estimate : List.of(reversed, nothing)) {
                Evaluation found = protocol.evaluate(estimate, KNOWN);
                assertThat(found.line().scale()).as(protocol.name()).isZero();
                assertThat(found.line().shift()).as(protocol.name()).isBetween(1.0, 9.0);
                assertThat(found.scores().of(Metric.ABS_REL))
                        .as(protocol.name())
                        .isBetween(0.3, 2.0);
            }
        }
    }

    @Test
    void withoutALineOfPositiveScaleRoeIsTheValueOfLeastRelativeError() {
        DepthMap reversed = map(DepthKind.AFFINE_INVARIANT, i -> -metres(i));
        Aligner all = Aligner.roe().withSamples(SIZE.pixels());
        Evaluation found =
                Protocol.defaults().withSpace(Space.DEPTH).withAligner(all).evaluate(reversed, KNOWN);
        double least = IntStream.range(0, SIZE.pixels())
                .mapToDouble(ProtocolTest::metres)
                .map(value -> IntStream.range(0, SIZE.pixels())
                        .mapToDouble(i -> Math.abs(value - metres(i)) / metres(i))
                        .average()
                        .orElseThrow())
                .min()
                .orElseThrow();
        assertThat(found.scores().of(Metric.ABS_REL)).isCloseTo(least, within(1e-12));
    }

    @Test
    void pixelsWithoutAnEstimateAreCountedAndNotScored() {
        DepthMap holes =
                map(DepthKind.METRIC, i -> i < 100 ? Float.NaN : i < 150 ? Float.POSITIVE_INFINITY : metres(i));
        Scores scores = Protocol.defaults()
                .withAligner(Aligner.none())
                .evaluate(holes, KNOWN)
                .scores();
        assertThat(scores.pixels()).isEqualTo(1050);
        assertThat(scores.missed()).isEqualTo(150);
        assertThat(scores.of(Metric.DELTA1)).isEqualTo(1);
    }

    @Test
    void measuredDisparitiesAreTheUnitOfTheirErrors() {
        DepthMap known = map(DepthKind.AFFINE_INVARIANT_INVERSE, i -> i < 100 ? Float.NaN : 10 + i);
        DepthMap estimate = map(DepthKind.METRIC, i -> 50.0 / (10 + i));
        Evaluation found = Protocol.defaults().evaluate(estimate, known);
        assertThat(found.scores().of(Metric.RMSE)).isLessThan(1e-3);
        assertThat(found.line().scale()).isCloseTo(50, within(1e-3));
        assertThat(found.aligned().kind()).isEqualTo(DepthKind.AFFINE_INVARIANT_INVERSE);
        assertThatThrownBy(() -> Protocol.kitti().evaluate(estimate, known))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Protocol.kitti().name());
    }

    @Test
    void whatAnAlignerCannotBringToMetresIsRefused() {
        DepthMap disparity = map(DepthKind.AFFINE_INVARIANT_INVERSE, i -> 1 / metres(i));
        DepthMap affine = map(DepthKind.AFFINE_INVARIANT, ProtocolTest::metres);
        Protocol plain = Protocol.defaults();
        for (Protocol protocol : List.of(
                plain.withAligner(Aligner.none()),
                plain.withAligner(Aligner.median()),
                plain.withAligner(Aligner.scale()),
                plain.withSpace(Space.DEPTH))) {
            assertThatThrownBy(() -> protocol.evaluate(disparity, KNOWN))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("AFFINE_INVARIANT_INVERSE");
        }
        assertThatThrownBy(() -> plain.evaluate(affine, KNOWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AFFINE_INVARIANT");
        assertThatThrownBy(() -> plain.evaluate(KNOWN, affine)).hasMessageContaining("AFFINE_INVARIANT");
        assertThatThrownBy(() -> plain.evaluate(KNOWN.withAxis(DepthAxis.RAY), KNOWN))
                .hasMessageContaining("RAY");
        assertThatThrownBy(() ->
                        plain.evaluate(DepthMap.wrap(FloatPlane.allocate(new Size(3, 2)), DepthKind.METRIC), KNOWN))
                .hasMessageContaining("3×2")
                .hasMessageContaining("40×30");
    }

    @Test
    void nothingToCompareIsSaid() {
        assertThatThrownBy(() -> Protocol.defaults().withCap(new Cap(20, 30)).evaluate(KNOWN, KNOWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cap 20–30 m");
        assertThatThrownBy(() -> Protocol.nyu().evaluate(KNOWN, KNOWN)).hasMessageContaining("640×480");
        assertThatThrownBy(() -> Protocol.nyu().withCap(Cap.NONE)).hasMessageContaining("no cap");
    }

    @Test
    void gargsCropIsThatOfTheBenchmark() {
        assertThat(Crop.GARG.window(new Size(1242, 375))).isEqualTo(new Crop.Window(44, 153, 1197, 371));
    }

    @Test
    void aGainIsPositiveWhicheverWayTheMetricGoes() {
        Protocol protocol = Protocol.defaults().withAligner(Aligner.none());
        Scores exact = protocol.evaluate(KNOWN, KNOWN).scores();
        Scores twice = protocol.evaluate(map(DepthKind.METRIC, i -> 2 * metres(i)), KNOWN)
                .scores();
        assertThat(exact.gain(Metric.ABS_REL, twice)).isCloseTo(1, within(1e-9));
        assertThat(exact.gain(Metric.DELTA3, twice)).isEqualTo(1);
        assertThat(Scores.mean(List.of(exact, twice)).of(Metric.ABS_REL)).isCloseTo(0.5, within(1e-9));
        assertThat(Scores.mean(List.of(exact, twice)).pixels()).isEqualTo(2400);
    }

    @Test
    void pairsAreOrderedByWhatTheNumbersMean() {
        List<OrdinalPair> pairs =
                List.of(new OrdinalPair(0, 0, 0, 29), new OrdinalPair(5, 3, 6, 3), new OrdinalPair(6, 3, 5, 3));
        DepthMap disparity = map(DepthKind.AFFINE_INVARIANT_INVERSE, i -> -metres(i));
        DepthMap missing = map(DepthKind.METRIC, i -> Float.NaN);
        assertThat(OrdinalPair.accuracy(KNOWN, pairs)).isEqualTo(2.0 / 3);
        assertThat(OrdinalPair.accuracy(disparity, pairs)).isEqualTo(2.0 / 3);
        assertThat(OrdinalPair.accuracy(missing, pairs)).isZero();
    }
}
