package io.depth4j.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.depth4j.DepthAxis;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.StoppedException;
import io.depth4j.estimate.Ensemble.Member;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnsembleTest {

    private static final List<DepthKind> KINDS = List.of(DepthKind.values());

    private static final Size SIZE = new Size(80, 60);
    private static final Image PICTURE = Image.allocate(SIZE, PixelFormat.GRAY8);
    private static final double NOISE = 0.02;

    /** A room in metres: a floor that rises to a wall, with waves. */
    private static double truth(int pixel) {
        int x = pixel % SIZE.width();
        int y = pixel / SIZE.width();
        return 2.5 + 1.5 * Math.cos(y * 0.05) + 0.4 * Math.sin(x * 0.09 + y * 0.03);
    }

    /** A twelfth of the picture. */
    private static boolean isOdd(int pixel) {
        int x = pixel % SIZE.width();
        int y = pixel / SIZE.width();
        return x >= 30 && x < 50 && y >= 20 && y < 40;
    }

    /** The room as a network of this kind sees it, with a scale and shift of its own. */
    private static FloatPlane seen(DepthKind kind, int seed, boolean wrong) {
        SplittableRandom random = new SplittableRandom(seed);
        double scale = kind == DepthKind.METRIC ? 1 : random.nextDouble(0.3, 4);
        boolean shifted = kind == DepthKind.AFFINE_INVARIANT || kind == DepthKind.AFFINE_INVARIANT_INVERSE;
        double shift = shifted ? random.nextDouble(-3, 3) : 0;
        FloatPlane plane = FloatPlane.allocate(SIZE);
        for (int i = 0; i < SIZE.pixels(); i++) {
            double metres = truth(i) + NOISE * (2 * random.nextDouble() - 1);
            if (wrong && isOdd(i)) {
                metres += 2;
            }
            plane.array()[i] = (float) (scale * (kind.largerIsNearer() ? 1 / metres : metres) + shift);
        }
        return plane;
    }

    private static GivenEstimator member(DepthKind kind, int seed, boolean wrong) {
        return new GivenEstimator("member-" + seed, kind, seen(kind, seed, wrong));
    }

    private static double error(DepthMap map) {
        return IntStream.range(0, SIZE.pixels())
                .mapToDouble(i -> Math.abs(map.values().get(i) - truth(i)))
                .average()
                .orElseThrow();
    }

    private static double mean(FloatPlane plane, boolean odd) {
        return IntStream.range(0, SIZE.pixels())
                .filter(i -> isOdd(i) == odd)
                .mapToDouble(i -> plane.array()[i])
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "METRIC, METRIC",
        "SCALE_INVARIANT, METRIC",
        "AFFINE_INVARIANT, SCALE_INVARIANT",
        "AFFINE_INVARIANT_INVERSE, METRIC",
        "AFFINE_INVARIANT_INVERSE, AFFINE_INVARIANT",
        "AFFINE_INVARIANT_INVERSE, AFFINE_INVARIANT_INVERSE"
    })
    void aMemberThatIsWrongSomewhereIsOutvotedAndSeen(DepthKind second, DepthKind third) {
        GivenEstimator good = member(DepthKind.METRIC, 1, false);
        try (Ensemble ensemble = Ensemble.of(good, member(second, 2, true), member(third, 3, false))) {
            EnsembleDepth found = ensemble.compare(PICTURE);

            assertThat(found.map().kind()).isEqualTo(DepthKind.METRIC);
            assertThat(error(found.map())).isLessThan(1.1 * error(good.estimate(PICTURE)));
            assertThat(mean(found.disagreement(), true))
                    .as("where one is wrong")
                    .isBetween(0.5, 0.8);
            assertThat(mean(found.disagreement(), false)).as("elsewhere").isLessThan(NOISE);
            FloatPlane agreement = FloatPlane.allocate(SIZE);
            found.map().confidence().orElseThrow().get(agreement.array());
            assertThat(mean(agreement, true)).isCloseTo(2 / 3.0, within(0.01));
            assertThat(mean(agreement, false)).isCloseTo(1, within(0.01));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SCALE_INVARIANT, METRIC",
        "SCALE_INVARIANT, AFFINE_INVARIANT_INVERSE",
        "AFFINE_INVARIANT, METRIC",
        "AFFINE_INVARIANT_INVERSE, METRIC",
        "AFFINE_INVARIANT_INVERSE, SCALE_INVARIANT"
    })
    void theFirstMemberGivesTheUnits(DepthKind first, DepthKind second) {
        GivenEstimator reference = member(first, 4, false);
        try (Ensemble ensemble = Ensemble.of(reference, member(second, 5, false))) {
            EnsembleDepth found = ensemble.compare(PICTURE);
            float[] expected = reference.estimate(PICTURE).toPlane().array();
            float[] values = found.map().toPlane().array();

            assertThat(found.map().kind()).isEqualTo(first);
            double span = span(expected);
            double apart = IntStream.range(0, values.length)
                    .mapToDouble(i -> Math.abs(values[i] - expected[i]))
                    .average()
                    .orElseThrow();
            assertThat(apart / span).isLessThan(0.02);
        }
    }

    private static double span(float[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return most - least;
    }

    @ParameterizedTest
    @CsvSource({"AFFINE_INVARIANT, AFFINE_INVARIANT_INVERSE", "AFFINE_INVARIANT_INVERSE, AFFINE_INVARIANT"})
    void depthOfUnknownZeroAndDisparityAreRefused(DepthKind first, DepthKind second) {
        assertThatThrownBy(() -> Ensemble.of(member(first, 1, false), member(second, 2, false)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected METRIC, SCALE_INVARIANT or " + first)
                .hasMessageContaining("found " + second);
    }

    @Test
    void membersAlongDifferentAxesAreRefused() {
        FloatPlane plane = seen(DepthKind.METRIC, 1, false);

        assertThatThrownBy(() -> Ensemble.of(
                        new GivenEstimator("a", DepthKind.METRIC, DepthAxis.Z, image -> plane),
                        new GivenEstimator("b", DepthKind.METRIC, DepthAxis.RAY, image -> plane)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The members of an ensemble measure along one axis, that of the first, Z; found RAY");
    }

    @Test
    void anEnsembleOfNobodyAndAWeightOfNothingAreRefused() {
        assertThatThrownBy(Ensemble::of).hasMessage("An ensemble has at least one member, found none");
        assertThatThrownBy(() -> new Member(member(DepthKind.METRIC, 1, false), 0))
                .hasMessage("A weight is positive and finite, found 0.0");
        assertThatThrownBy(() -> EnsembleOptions.defaults().withTolerance(1))
                .hasMessage("The tolerance lies between 0 and 1, found 1.0");
    }

    @Test
    void oneMemberAloneGivesItsOwnMap() {
        FloatPlane plane = seen(DepthKind.AFFINE_INVARIANT_INVERSE, 7, false);
        plane.set(3, 3, Float.NaN);
        try (Ensemble ensemble = Ensemble.of(new GivenEstimator("one", DepthKind.AFFINE_INVARIANT_INVERSE, plane))) {
            EnsembleDepth found = ensemble.compare(PICTURE);

            assertThat(found.map().toPlane().sameAs(plane)).isTrue();
            assertThat(found.disagreement().at(0, 0)).isZero();
            assertThat(found.disagreement().isMissing(3, 3)).isTrue();
        }
    }

    @Property(tries = 20)
    void theOrderOfTheOthersDoesNotMatter(@ForAll @IntRange(max = 1000) int seed) {
        Random random = new Random(seed);
        List<Member> others = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            DepthKind kind = KINDS.get(random.nextInt(KINDS.size()));
            others.add(new Member(member(kind, seed + i, random.nextBoolean()), 0.1 * (1 + random.nextInt(3))));
        }
        EnsembleDepth one = merged(others);
        Collections.shuffle(others, random);
        EnsembleDepth other = merged(others);

        assertThat(other.map().toPlane().sameAs(one.map().toPlane())).isTrue();
        for (int i = 0; i < SIZE.pixels(); i++) {
            assertThat(other.disagreement().array()[i])
                    .isCloseTo(one.disagreement().array()[i], within(1e-6F));
        }
    }

    /** By an ensemble that is left open, for its members are asked again. */
    private static EnsembleDepth merged(List<Member> others) {
        List<Member> all = new ArrayList<>(others);
        all.add(0, new Member(member(DepthKind.METRIC, 1, false), 0.3));
        return Ensemble.of(all).compare(PICTURE);
    }

    @Property(tries = 50)
    void whoHasMoreThanHalfOfTheWeightIsRight(@ForAll @DoubleRange(min = 0.01, max = 100) double weight) {
        try (Ensemble ensemble = Ensemble.of(
                List.of(constant("a", 1, weight), constant("b", 2, weight), constant("heavy", 5, 2.01 * weight)))) {
            EnsembleDepth found = ensemble.compare(PICTURE);

            assertThat(found.map().metresAt(0, 0)).isEqualTo(5);
            assertThat(found.disagreement().at(0, 0)).isCloseTo(7 / 4.01F, within(1e-5F));
        }
    }

    @Test
    void twoHalvesMeetInTheMiddle() {
        try (Ensemble ensemble =
                Ensemble.of(List.of(constant("a", 1, 0.1), constant("b", 4, 0.2), constant("c", 6, 0.3)))) {
            assertThat(ensemble.estimate(PICTURE).metresAt(0, 0)).isEqualTo(5);
        }
    }

    private static Member constant(String id, float metres, double weight) {
        FloatPlane plane = FloatPlane.allocate(SIZE);
        Arrays.fill(plane.array(), metres);
        return new Member(new GivenEstimator(id, DepthKind.METRIC, plane), weight);
    }

    @Test
    void aPixelIsMissingWhereLessThanHalfOfTheWeightHasAValue() {
        FloatPlane some = seen(DepthKind.METRIC, 1, false);
        FloatPlane fewer = seen(DepthKind.METRIC, 2, false);
        FloatPlane least = seen(DepthKind.METRIC, 3, false);
        least.set(0, 0, Float.NaN);
        fewer.set(1, 0, Float.NaN);
        least.set(1, 0, Float.NaN);
        try (Ensemble ensemble = Ensemble.of(
                new GivenEstimator("some", DepthKind.METRIC, some),
                new GivenEstimator("fewer", DepthKind.METRIC, fewer),
                new GivenEstimator("least", DepthKind.METRIC, least))) {
            EnsembleDepth found = ensemble.compare(PICTURE);

            assertThat(found.map().metresAt(0, 0)).isEqualTo((some.at(0, 0) + fewer.at(0, 0)) / 2);
            assertThat(found.map().metresAt(1, 0)).isNaN();
            assertThat(found.disagreement().isMissing(1, 0)).isTrue();
            assertThat(found.map().missing()).isEqualTo(1);
        }
    }

    @Test
    void metresAreKeptUnlessToldOtherwise() {
        FloatPlane plane = seen(DepthKind.METRIC, 1, false);
        FloatPlane twice = FloatPlane.copyOf(plane);
        for (int i = 0; i < SIZE.pixels(); i++) {
            twice.array()[i] *= 2;
        }
        List<Member> members = List.of(
                Member.of(new GivenEstimator("a", DepthKind.METRIC, plane)),
                Member.of(new GivenEstimator("b", DepthKind.METRIC, twice)));
        EnsembleOptions scaled = EnsembleOptions.defaults().withMetric(EnsembleOptions.MetricMembers.SCALED);
        try (Ensemble kept = Ensemble.of(members);
                Ensemble fitted = Ensemble.of(members, scaled)) {
            assertThat(kept.estimate(PICTURE).metresAt(0, 0)).isEqualTo(1.5F * plane.at(0, 0));
            assertThat(fitted.estimate(PICTURE).metresAt(0, 0)).isCloseTo(plane.at(0, 0), within(1e-4F));
        }
    }

    @Test
    void aMemberWithNothingInCommonIsLeftOutAndNamed() {
        FloatPlane nothing = FloatPlane.allocate(SIZE);
        Arrays.fill(nothing.array(), Float.NaN);
        FloatPlane plane = seen(DepthKind.METRIC, 1, false);
        try (Ensemble ensemble = Ensemble.of(
                new GivenEstimator("a", DepthKind.METRIC, plane),
                new GivenEstimator("blind", DepthKind.AFFINE_INVARIANT, nothing))) {
            DepthMap map = ensemble.estimate(PICTURE);

            assertThat(map.toPlane().sameAs(plane)).isTrue();
            assertThat(map.source().alignment())
                    .isEqualTo("weighted median in the units of a; "
                            + "blind: left out, it shares too few pixels with the first");
            assertThat(map.source().model()).isEqualTo("a + blind");
            assertThat(map.source().modelSha256()).isEqualTo("a-hash + blind-hash");
        }
    }

    @Test
    void anEnsembleIsAnEstimatorThatClosesItsMembers() {
        GivenEstimator first = member(DepthKind.METRIC, 1, false);
        GivenEstimator second = member(DepthKind.AFFINE_INVARIANT_INVERSE, 2, false);
        Ensemble ensemble = Ensemble.of(first, second);
        FloatPlane plane = FloatPlane.allocate(SIZE);
        ensemble.estimateInto(PICTURE, plane);

        assertThat(ensemble.estimateAll(List.of(PICTURE, PICTURE)))
                .hasSize(2)
                .allMatch(map -> map.toPlane().sameAs(plane));
        assertThat(ensemble.model().kind()).isEqualTo(DepthKind.METRIC);
        assertThat(ensemble.model().id()).isEqualTo("member-1 + member-2");
        ensemble.close();
        ensemble.close();
        assertThat(first.isClosed()).isTrue();
        assertThat(second.isClosed()).isTrue();
        assertThatThrownBy(() -> ensemble.estimate(PICTURE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDeadlineStopsTheMemberThatRuns() {
        ControlledEstimator endless = new ControlledEstimator();
        EstimateOptions hurried = EstimateOptions.defaults().withDeadline(Duration.ofMillis(20));
        try (Ensemble ensemble = Ensemble.of(endless, member(DepthKind.METRIC, 1, false))) {
            assertThatThrownBy(() -> ensemble.estimate(PICTURE, hurried)).isInstanceOf(StoppedException.class);
        }
        assertThat(endless.stopped()).isEqualTo(1);
    }
}
