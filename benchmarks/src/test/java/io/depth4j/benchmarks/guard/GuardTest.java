package io.depth4j.benchmarks.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.KernelInfo;
import io.depth4j.benchmarks.Json;
import io.depth4j.benchmarks.contest.Peer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {

    private static final KernelInfo WIDE = new KernelInfo("vector", 512, "for this test");
    private static final Peer PEER = new Peer("Peer", Optional.empty());
    private static final Peer MISSING = new Peer("Peer", Optional.of("not installed"));

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void aPairBelowItsFloorMakesTheExitCodeOne() throws IOException {
        int code =
                conclude("guard.json", List.of(outcome(PEER, 100), outcome(PEER, 1000)), List.of(outcome(MISSING, 1)));

        assertThat(code).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("guard: FAILED, 1 at their floor or above, 1 below, 0 with wrong results, 0 reported,"
                        + " 1 skipped for want of a peer, 42 s");
    }

    @Test
    void skippedPairsAreCountedAndDoNotFail() throws IOException {
        int code = conclude("guard.json", List.of(outcome(PEER, 100)), List.of(outcome(MISSING, 1)));

        assertThat(code).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("guard: passed, 1 at")
                .contains("1 skipped");
    }

    @Test
    void writesEveryFigureAsJson() throws IOException {
        conclude("deep/guard.json", List.of(outcome(PEER, 1000)), List.of(outcome(MISSING, 1)));

        Map<?, ?> tree = (Map<?, ?>) Json.read(folder.resolve("deep/guard.json"));
        assertThat(tree.get("passed")).isEqualTo(false);
        assertThat(tree.get("seconds")).isEqualTo(42.25);
        Map<?, ?> leg = (Map<?, ?>) ((List<?>) tree.get("legs")).get(0);
        assertThat(leg.get("vectorBits")).isEqualTo(512L);
        Map<?, ?> pair = (Map<?, ?>) ((List<?>) leg.get("pairs")).get(0);
        assertThat(pair.get("verdict")).isEqualTo("BELOW");
        assertThat(pair.get("ratio")).isEqualTo(1.0);
        assertThat(pair.get("floor")).isEqualTo(2.0);
        assertThat((List<?>) pair.get("ratios")).hasSize(15);
    }

    @Test
    void oneLineTellsAllOfAPair() {
        assertThat(Report.line(outcome(PEER, 500)))
                .startsWith("fake ")
                .contains("ours       0.5 µs", "Peer       1.0 µs", "2.00×", "floor 2.00×", "ok", "50.0× a plain copy")
                .doesNotContain("\n");
        assertThat(Report.line(outcome(MISSING, 1))).contains("skipped", "not installed");
    }

    private int conclude(String json, List<Outcome> first, List<Outcome> second) throws IOException {
        Path scratch = folder.resolve("leg.json");
        Json.write(scratch, Report.tree(WIDE, first));
        Map<?, ?> firstLeg = (Map<?, ?>) Json.read(scratch);
        Json.write(scratch, Report.tree(WIDE, second));
        Map<?, ?> secondLeg = (Map<?, ?>) Json.read(scratch);
        GuardOptions options = GuardOptions.parse("--json", folder.resolve(json).toString());
        return Guard.conclude(List.of(firstLeg, secondLeg), options, 42.25, out);
    }

    private static Outcome outcome(Peer peer, long oursNanos) {
        FakeContest contest = new FakeContest(oursNanos, 1000);
        Stopwatch stopwatch = new Stopwatch(contest, Duration.ofNanos(50_000), Duration.ofNanos(20_000));
        return new Referee(stopwatch, 512).judge(new Pair("fake", peer, Floors.of(2), () -> contest));
    }
}
