package io.depth4j.internal.csv;

import io.depth4j.frames.BadRow;
import io.depth4j.frames.IngestOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a parser makes of a text: good rows, bad rows, counts.
 *
 * @param rows each as its line, its depth and its pixels
 */
record Table(List<String> rows, List<BadRow> badRows, long rejected, long missing, long outside) {

    /** As it is read for an ingestion. */
    static Table read(String text, IngestOptions options) throws IOException {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), options);
    }

    static Table read(InputStream in, IngestOptions options) throws IOException {
        TextBytes bytes =
                TextBytes.open(new RawBytes(in), "t", options.csv().limits().lineBytes());
        Preamble.Found found = Preamble.read(bytes, "t", options.csv());
        Faults faults = new Faults("t", options.badRows());
        Cell cell = new Cell(options);
        RowRules rules = new RowRules(found.dialect(), cell, faults);
        RowParser parser = new ByteRows(bytes, found.dialect(), cell, rules, found.lines());
        Collected rows = new Collected(found.dialect().pixels());
        if (rows.collect(parser) == RowParser.Stop.QUOTE) {
            parser = new CommonsRows(bytes.rest(), found.dialect(), rules, parser.lines());
            rows.collect(parser);
        }
        return rows.table(faults);
    }

    /** All rows read by Commons CSV. */
    static Table readByCommons(String text, IngestOptions options) throws IOException {
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        TextBytes bytes =
                TextBytes.open(new RawBytes(in), "t", options.csv().limits().lineBytes());
        Preamble.Found found = Preamble.read(bytes, "t", options.csv());
        Faults faults = new Faults("t", options.badRows());
        RowRules rules = new RowRules(found.dialect(), new Cell(options), faults);
        RowParser parser = new CommonsRows(bytes.rest(), found.dialect(), rules, found.lines());
        Collected rows = new Collected(found.dialect().pixels());
        rows.collect(parser);
        return rows.table(faults);
    }

    private static final class Collected {

        private final int width;
        private final List<String> rows = new ArrayList<>();
        private long missing;
        private long outside;

        Collected(int width) {
            this.width = width;
        }

        RowParser.Stop collect(RowParser parser) throws IOException {
            RowParser.Stop stop;
            do {
                RowBatch batch = new RowBatch(width, 3);
                stop = parser.fill(batch);
                for (int row = 0; row < batch.count; row++) {
                    float[] pixels = Arrays.copyOfRange(batch.pixels, row * width, (row + 1) * width);
                    rows.add(batch.lines[row] + ": " + batch.depths[row] + " " + Arrays.toString(pixels));
                }
                missing += batch.missing;
                outside += batch.outside;
            } while (stop == RowParser.Stop.FULL);
            return stop;
        }

        Table table(Faults faults) {
            return new Table(rows, faults.first(), faults.count(), missing, outside);
        }
    }
}
