package io.depth4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.frames.IngestProgress;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class IngestMeterTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long nanos;

    private IngestMeter meter(boolean terminal, int tables, OptionalLong bytes) {
        Streams streams = new Streams(
                InputStream.nullInputStream(),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal);
        return new IngestMeter(new Console(streams, Map.of(), false, Console.Level.NORMAL), tables, bytes, () -> nanos);
    }

    private static IngestProgress progress(long rows, long bytes) {
        return new IngestProgress(rows, bytes, OptionalLong.empty(), Duration.ZERO);
    }

    @Test
    void rowsBytesPaceAndWhatIsLeftAreToldOfAllTables() {
        IngestMeter meter = meter(false, 2, OptionalLong.of(4 << 20));
        meter.ended(1000, 1 << 20);
        nanos = 2_000_000_000L;
        assertThat(meter.line("b.csv", progress(1500, 1 << 20)))
                .isEqualTo("[########--------] 2/2 2,500 rows, 2.0 MiB of 4.0 MiB, 1,250 rows/s, 0:00:02 left b.csv");
    }

    @Test
    void whatIsNotKnownIsNotTold() {
        IngestMeter meter = meter(false, 1, OptionalLong.empty());
        nanos = 1_000_000_000L;
        assertThat(meter.line("standard input", progress(10, 2048)))
                .isEqualTo("10 rows, 2.0 KiB, 10 rows/s standard input");
    }

    @Test
    void aTerminalIsDrawnOnAndAnythingElseGetsALineNowAndThen() {
        IngestMeter quiet = meter(false, 1, OptionalLong.of(100));
        for (int second = 0; second <= 11; second++) {
            nanos = second * 1_000_000_000L;
            quiet.tell("a.csv", progress(second, second));
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).hasLineCount(2).doesNotContain("\r");

        err.reset();
        IngestMeter drawn = meter(true, 1, OptionalLong.of(100));
        drawn.tell("a.csv", progress(1, 1));
        drawn.ended(1, 100);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("\r\u001b[K[")
                .endsWith("\r\u001b[K")
                .doesNotContain("\n");
    }
}
