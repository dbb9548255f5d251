package io.depth4j.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.frames.Frames;
import io.depth4j.frames.IngestOptions;
import io.depth4j.frames.IngestReport;
import io.depth4j.frames.Ingestion;
import io.depth4j.frames.UpsertReport;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A table larger than the heap goes through it: 2 GB in the profile soak, 300 MB otherwise, in 256 MB. */
@Tag("soak")
class CsvSoakTest {

    private static final long BYTES = Boolean.getBoolean("depth4j.soak") ? 2L << 30 : 300L << 20;

    /** An ingestion that only counts. */
    private static final class Counting implements Ingestion {

        private long rows;

        @Override
        public void write(Frames frames) {
            rows += frames.count();
        }

        @Override
        public UpsertReport commit(Map<String, String> note) {
            return new UpsertReport(1, 1, rows, 0, 0);
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    @Test
    void memoryDoesNotGrowWithTheTable() throws IOException {
        assertGoesThrough(
                new LargeTable(200, BYTES, false), IngestOptions.defaults().withWidth(150));
    }

    @Test
    void memoryDoesNotGrowWithAQuotedTable() throws IOException {
        assertGoesThrough(new LargeTable(200, BYTES / 2, true), IngestOptions.truncateThenTriangle());
    }

    private static void assertGoesThrough(LargeTable table, IngestOptions options) throws IOException {
        assertThat(Runtime.getRuntime().maxMemory()).as("the heap").isLessThanOrEqualTo(256 << 20);

        long start = System.nanoTime();
        IngestReport report = new Ingester("large", OptionalLong.empty(), options).run(table, Counting::new);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%,d rows, %,d bytes of CSV in %.0f s and a heap of %,d bytes, %,.0f rows/s%n",
                report.stored(), table.bytes(), seconds, Runtime.getRuntime().maxMemory(), report.stored() / seconds);

        assertThat(table.bytes()).isGreaterThanOrEqualTo(table.wanted());
        assertThat(report.stored()).isEqualTo(table.rows());
        assertThat(report.rejected()).isZero();
    }
}
