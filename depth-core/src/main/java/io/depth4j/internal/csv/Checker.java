package io.depth4j.internal.csv;

import io.depth4j.frames.CsvCheck;
import io.depth4j.frames.DepthRange;
import io.depth4j.frames.IngestOptions;
import java.io.IOException;
import java.io.InputStream;

/** Reads a table only to see whether it can be read. */
public final class Checker {

    private Checker() {}

    /** Throws what an ingestion would throw of the table itself. */
    public static CsvCheck check(InputStream in, String source, IngestOptions options) throws IOException {
        CsvReader reader = CsvReader.open(in, source, options);
        Dialect dialect = reader.dialect();
        RowBatch batch = new RowBatch(dialect.pixels(), RowBatch.capacity(dialect.pixels()));
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        do {
            if (options.cancellation().isPresent()) {
                options.cancellation().get().check();
            }
            batch.clear();
            reader.fill(batch);
            for (int row = 0; row < batch.count; row++) {
                low = Math.min(low, batch.depths[row]);
                high = Math.max(high, batch.depths[row]);
            }
        } while (batch.isFull());
        reader.requireSound();
        return new CsvCheck(
                source,
                reader.sha256(),
                dialect.delimiter(),
                dialect.hasHeader(),
                dialect.pixels(),
                reader.rows(),
                reader.rejected(),
                reader.badRows(),
                DepthRange.closed(low, high),
                reader.missing(),
                reader.outside());
    }
}
