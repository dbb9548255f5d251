package io.depth4j.benchmarks.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.depth4j.benchmarks.contest.Bound;
import io.depth4j.benchmarks.contest.Peer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefereeTest {

    private static final Peer PRESENT = new Peer("Peer", Optional.empty());

    @Test
    void measuresTheMedianRatioAndTheDistanceToACopy() {
        Outcome outcome = judge(new FakeContest(200, 1000), Floors.NONE, 512);

        Measurement measured = outcome.measurement().orElseThrow();
        assertThat(measured.ratio()).isCloseTo(5, within(1e-9));
        assertThat(measured.copyDistance()).isCloseTo(20, within(1e-9));
        assertThat(measured.oursMicros()).isCloseTo(0.2, within(1e-9));
        assertThat(measured.peerMicros()).isCloseTo(1, within(1e-9));
        assertThat(measured.ratios()).hasSize(15);
    }

    @ParameterizedTest
    @CsvSource({
        "512, 3.0, BELOW",
        "512, 3.5, OK",
        "1024, 3.0, BELOW",
        "256, 3.0, OK",
        "256, 1.9, BELOW",
        "128, 0.1, REPORTED",
        "0, 0.1, REPORTED"
    })
    void theFloorDependsOnTheVectorWidth(int bits, double ratio, Verdict expected) {
        FakeContest contest = new FakeContest(1000, Math.round(ratio * 1000));

        assertThat(judge(contest, Floors.of(3.5, 2), bits).verdict()).isEqualTo(expected);
    }

    @Test
    void aPairBelowItsFloorGetsExactlyOneMoreTry() {
        FakeContest fast = new FakeContest(100, 1000);
        FakeContest slow = new FakeContest(1000, 1000);

        Outcome passed = judge(fast, Floors.of(2), 512);
        Outcome failed = judge(slow, Floors.of(2), 512);

        assertThat(passed.retried()).isFalse();
        assertThat(failed.retried()).isTrue();
        assertThat(failed.verdict()).isEqualTo(Verdict.BELOW);
        FakeContest once = new FakeContest(1000, 1000);
        judge(once, Floors.NONE, 512);
        assertThat(slow.runs()).isEqualTo(2 * once.runs());
    }

    @Test
    void theSecondTryCounts() {
        FakeContest once = new FakeContest(1000, 1000);
        judge(once, Floors.NONE, 512);

        Outcome outcome = judge(new FakeContest(1000, 1000).quickerAfter(once.runs()), Floors.of(2), 512);

        assertThat(outcome.retried()).isTrue();
        assertThat(outcome.verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void anExceededBoundFailsAPairThatIsFastEnough() {
        FakeContest contest = new FakeContest(100, 1000);

        assertThat(judge(contest.boundTo(new Bound("bytes", 1.06, 1.05)), Floors.of(2), 512)
                        .verdict())
                .isEqualTo(Verdict.BELOW);
        assertThat(judge(contest.boundTo(new Bound("bytes", 1.05, 1.05)), Floors.of(2), 512)
                        .verdict())
                .isEqualTo(Verdict.OK);
    }

    @Test
    void wrongResultsFailWithoutBeingMeasuredEvenWhereNoFloorIsSet() {
        FakeContest contest = new FakeContest(100, 1000).disagreeingBy(1);

        Outcome outcome = judge(contest, Floors.NONE, 0);

        assertThat(outcome.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(outcome.verdict().fails()).isTrue();
        assertThat(contest.runs()).isZero();
        assertThat(outcome.reason().orElseThrow()).contains("largest difference 1.000 (at most 0.000)");
    }

    @Test
    void agreementIsCheckedOnce() {
        FakeContest contest = new FakeContest(1000, 1000);

        judge(contest, Floors.of(2), 512);

        assertThat(contest.agreements()).isEqualTo(1);
    }

    @Test
    void aPairWithoutItsPeerIsSkippedAndNotEvenMade() {
        AtomicInteger made = new AtomicInteger();
        Pair pair = new Pair("name", new Peer("Peer", Optional.of("not installed")), Floors.of(2), () -> {
            made.incrementAndGet();
            return new FakeContest(1, 1);
        });

        Outcome outcome = new Referee(stopwatch(new FakeContest(1, 1)), 512).judge(pair);

        assertThat(outcome.verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(outcome.reason()).contains("not installed");
        assertThat(made).hasValue(0);
    }

    private static Outcome judge(FakeContest contest, Floors floors, int vectorBits) {
        return new Referee(stopwatch(contest), vectorBits).judge(new Pair("fake", PRESENT, floors, () -> contest));
    }

    private static Stopwatch stopwatch(FakeContest clock) {
        return new Stopwatch(clock, Duration.ofNanos(50_000), Duration.ofNanos(20_000));
    }
}
