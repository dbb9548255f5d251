package io.depth4j.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.Allocation;
import io.depth4j.frames.IngestOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading plain rows allocates nothing once it is warm. */
@Tag("allocation")
class CsvAllocationTest {

    @ParameterizedTest
    @ValueSource(strings = {"10,0,7,255,128\n", "10.25,0.5,-3.75, 1e2,254.999\r\n", "1,,-999.25, ,300\n"})
    void readingPlainRowsAllocatesNothing(String row) throws IOException {
        byte[] rows = row.repeat(1000).getBytes(StandardCharsets.US_ASCII);
        InputStream endless = new InputStream() {
            private final ByteArrayInputStream in = new ByteArrayInputStream(rows);

            @Override
            public int read() {
                throw new UnsupportedOperationException("only blocks are read");
            }

            @Override
            public int read(byte[] dst, int offset, int length) {
                int read = in.read(dst, offset, length);
                if (read >= 0) {
                    return read;
                }
                in.reset();
                return in.read(dst, offset, length);
            }
        };
        CsvReader reader = CsvReader.open(endless, "endless", IngestOptions.defaults());
        RowBatch batch = new RowBatch(4, 1000);

        assertThat(Allocation.least(() -> fill(reader, batch))).isZero();
        assertThat(reader.rejected()).isZero();
    }

    private static void fill(CsvReader reader, RowBatch batch) {
        batch.clear();
        try {
            reader.fill(batch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
