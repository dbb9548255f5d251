package io.depth4j.benchmarks.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.benchmarks.UsageException;
import io.depth4j.benchmarks.contest.Peer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuardOptionsTest {

    @Test
    void readsEveryOption() {
        GuardOptions options = GuardOptions.parse(
                "--jvm-arg", "-Xint", "--json", "a.json", "--data", "d", "--jvm-arg", "-ea", "--only", "rows");

        assertThat(options.json()).contains(Path.of("a.json"));
        assertThat(options.data()).contains(Path.of("d"));
        assertThat(options.only()).contains("rows");
        assertThat(options.jvmArguments()).containsExactly("-Xint", "-ea");
        assertThat(options.help()).isFalse();
    }

    @Test
    void handsAChildAllButItsOwnFile() {
        GuardOptions options = GuardOptions.parse("--json", "a.json", "--data", "d", "--only", "rows");

        assertThat(GuardOptions.parse(options.forChild(Path.of("b.json")).toArray(String[]::new)))
                .isEqualTo(new GuardOptions(
                        Optional.of(Path.of("b.json")), options.data(), options.only(), options.jvmArguments(), false));
    }

    @Test
    void runsOnlyThePairsAskedFor() {
        Pair rows = new Pair("rows 200", new Peer("p", Optional.empty()), Floors.NONE, () -> new FakeContest(1, 1));

        assertThat(GuardOptions.parse().wants(rows)).isTrue();
        assertThat(GuardOptions.parse("--only", "rows").wants(rows)).isTrue();
        assertThat(GuardOptions.parse("--only", "colour|^rows").wants(rows)).isTrue();
        assertThat(GuardOptions.parse("--only", "colour").wants(rows)).isFalse();
    }

    @Test
    void saysWhatItExpectedAndWhatItFound() {
        assertThatThrownBy(() -> GuardOptions.parse("--jason", "x"))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected one of [--data, --json, --jvm-arg, --only] or --help, found '--jason'");
        assertThatThrownBy(() -> GuardOptions.parse("--json"))
                .isInstanceOf(UsageException.class)
                .hasMessage("Expected a value after --json, found the end of the arguments");
    }

    @Test
    void helpNeedsNoValue() {
        assertThat(GuardOptions.parse("--help").help()).isTrue();
    }
}
