package io.depth4j.benchmarks.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.KernelInfo;
import io.depth4j.Size;
import io.depth4j.benchmarks.Json;
import io.depth4j.benchmarks.UsageException;
import io.depth4j.benchmarks.contest.Bound;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkSpeedTest {

    private static final KernelInfo VECTOR = new KernelInfo("vector", 256, "chosen");
    private static final KernelInfo SCALAR = new KernelInfo("scalar", 0, "module is not loaded");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void figuresOfALegSurviveTheirFile() throws IOException {
        Path file = folder.resolve("leg.json");
        Turns turns = turns(VECTOR, 2.5);

        Json.write(file, turns.tree());

        assertThat(Turns.of((Map<?, ?>) Json.read(file))).isEqualTo(turns);
    }

    @Test
    void eachKindOfKernelsHasItsOwnBar() {
        assertThat(turns(VECTOR, 4).bar().holds()).isTrue();
        assertThat(turns(VECTOR, 4.1).bar().holds()).isFalse();
        assertThat(turns(SCALAR, 20).bar().holds()).isTrue();
        assertThat(turns(SCALAR, 20.1).bar().holds()).isFalse();
    }

    @Test
    void aLineSaysHowManyTimesAsLong() {
        assertThat(NetworkSpeed.line(turns(VECTOR, 2.5)).replaceAll(" +", " "))
                .isEqualTo("vector 256 bit 12.50 ms 5.00 ms 2.50× (at most 4×, aim 2×) ok");
        assertThat(NetworkSpeed.line(turns(SCALAR, 21)).replaceAll(" +", " "))
                .isEqualTo("scalar 105.00 ms 5.00 ms 21.00× (at most 20×) ABOVE");
    }

    @Test
    void theFirstEstimateIsJudgedByItsMedian() {
        double[] seconds = {9, 1.2, 1.1};

        assertThat(NetworkSpeed.line("scalar", seconds, FirstEstimate.bar(seconds))
                        .replaceAll(" +", " "))
                .isEqualTo("scalar 1.20 s, of 1.10 to 9.00 s (at most 1.5 s) ok");
        assertThat(FirstEstimate.bar(new double[] {1, 1.6, 1.6}).holds()).isFalse();
    }

    @Test
    void failsWhereOneFigureIsAboveItsBar() {
        Bound good = new Bound("times", 1, 2);
        Bound bad = new Bound("times", 3, 2);

        assertThat(NetworkSpeed.conclude(List.of(good, good), out)).isZero();
        assertThat(NetworkSpeed.conclude(List.of(good, bad), out)).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("network: passed, 2 within their bar, 0 above")
                .contains("network: FAILED, 1 within their bar, 1 above");
    }

    @Test
    void refusesWhatItDoesNotKnowBeforeItMeasures() {
        assertThatThrownBy(() -> NetworkSpeed.run(new String[] {"--rounds", "3"}, out))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("found '--rounds'");
        assertThatThrownBy(() -> NetworkLeg.run(new String[] {}, out))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("its first argument");
    }

    @Test
    void helpMeasuresNothing() throws Exception {
        assertThat(NetworkSpeed.run(new String[] {"--help"}, out)).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("--photo FILE", "--network FILE");
    }

    private static Turns turns(KernelInfo kernels, double times) {
        return new Turns(kernels, new Size(256, 192), 5 * times, 5, times, 1e-6);
    }
}
