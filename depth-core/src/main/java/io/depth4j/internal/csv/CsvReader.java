package io.depth4j.internal.csv;

import io.depth4j.UnavailableException;
import io.depth4j.frames.BadRow;
import io.depth4j.frames.IngestOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/** Reads a table batch by batch. The stream stays the caller's; one thread reads, any may ask for the bytes. */
final class CsvReader {

    private final RawBytes raw;
    private final TextBytes text;
    private final Dialect dialect;
    private final Faults faults;
    private final RowRules rules;
    private final double mostMissing;
    private RowParser parser;
    private boolean over;
    private long good;
    private long missing;
    private long outside;

    private CsvReader(RawBytes raw, TextBytes text, Preamble.Found found, IngestOptions options, String source) {
        this.raw = raw;
        this.text = text;
        this.dialect = found.dialect();
        this.faults = new Faults(source, options.badRows());
        Cell cell = new Cell(options);
        this.rules = new RowRules(dialect, cell, faults);
        this.parser = new ByteRows(text, dialect, cell, rules, found.lines());
        this.mostMissing = options.mostMissing();
    }

    /** Reads the beginning of a table, up to its first row. */
    static CsvReader open(InputStream in, String source, IngestOptions options) throws IOException {
        RawBytes raw = new RawBytes(in);
        TextBytes text = TextBytes.open(raw, source, options.csv().limits().lineBytes());
        return new CsvReader(raw, text, Preamble.read(text, source, options.csv()), options, source);
    }

    Dialect dialect() {
        return dialect;
    }

    /** Fills an empty batch; it stays empty if there are no more rows. */
    void fill(RowBatch batch) throws IOException {
        while (!over && !batch.isFull()) {
            RowParser.Stop stop = parser.fill(batch);
            over = stop == RowParser.Stop.OVER;
            if (stop == RowParser.Stop.QUOTE) {
                parser = quoted(parser.lines());
            }
        }
        good += batch.count;
        missing += batch.missing;
        outside += batch.outside;
    }

    private RowParser quoted(long lines) throws IOException {
        try {
            return new CommonsRows(text.rest(), dialect, rules, lines);
        } catch (NoClassDefFoundError e) {
            throw new UnavailableException(
                    dialect.source() + ", line " + (lines + 1) + ": quoted cells are read by Commons CSV; add"
                            + " org.apache.commons:commons-csv to the class path or, among modules,"
                            + " --add-modules org.apache.commons.csv",
                    e);
        }
    }

    /** Says what the table as a whole lacks, once all its rows have been read. */
    void requireSound() {
        if (good == 0 && faults.count() == 0) {
            throw dialect.malformed(dialect.hasHeader() ? "there is a header and no row" : "there is no row");
        }
        if (good == 0) {
            throw dialect.malformed("none of " + faults.count() + " rows is good; "
                    + faults.first().get(0));
        }
        double share = missing / ((double) good * dialect.pixels());
        if (share > mostMissing) {
            throw dialect.malformed(String.format(
                    Locale.ROOT,
                    "too many pixels are missing: %.1f %%, allowed are %.1f %%",
                    100 * share,
                    100 * mostMissing));
        }
    }

    /** Bytes of the file read so far. */
    long bytes() {
        return raw.count();
    }

    /** Of the whole file; reads what is left of it. */
    String sha256() throws IOException {
        return raw.sha256();
    }

    long rows() {
        return good + faults.count();
    }

    long missing() {
        return missing;
    }

    long outside() {
        return outside;
    }

    long rejected() {
        return faults.count();
    }

    List<BadRow> badRows() {
        return faults.first();
    }
}
