package io.depth4j.internal.csv;

import io.depth4j.LimitExceededException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads rows with Commons CSV: any cells, quoted ones among them. */
final class CommonsRows implements RowParser {

    private final Dialect dialect;
    private final RowRules rules;
    private final long linesBefore;
    private final Allowance allowance;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;

    /** @param linesBefore how many were read before */
    CommonsRows(InputStream text, Dialect dialect, RowRules rules, long linesBefore) throws IOException {
        this.dialect = dialect;
        this.rules = rules;
        this.linesBefore = linesBefore;
        this.allowance = new Allowance(text, dialect);
        CSVFormat.Builder format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(dialect.delimiter())
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .setTrailingData(true);
        dialect.options().comment().ifPresent(format::setCommentMarker);
        this.parser = format.get().parse(new InputStreamReader(allowance, StandardCharsets.UTF_8));
        this.records = parser.iterator();
    }

    @Override
    public Stop fill(RowBatch batch) throws IOException {
        while (!batch.isFull()) {
            allowance.renew();
            if (!hasNext()) {
                return Stop.OVER;
            }
            List<String> cells = Arrays.asList(records.next().values());
            if (lines() > dialect.options().limits().lines()) {
                throw new LimitExceededException(dialect.source() + ": more than the "
                        + dialect.options().limits().lines() + " lines that are allowed");
            }
            rules.take(batch, lines() - breaks(cells), cells);
        }
        return Stop.FULL;
    }

    @Override
    public long lines() {
        return linesBefore + parser.getCurrentLineNumber();
    }

    private boolean hasNext() throws IOException {
        long before = lines();
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw dialect.malformed("a quote behind line " + before + " is not closed");
            }
            throw e.getCause();
        }
    }

    /** How many line ends there are within cells. */
    private static long breaks(List<String> cells) {
        long breaks = 0;
        for (String cell : cells) {
            for (int i = cell.indexOf('\n'); i >= 0; i = cell.indexOf('\n', i + 1)) {
                breaks++;
            }
            for (int i = cell.indexOf('\r'); i >= 0; i = cell.indexOf('\r', i + 1)) {
                breaks += i + 1 < cell.length() && cell.charAt(i + 1) == '\n' ? 0 : 1;
            }
        }
        return breaks;
    }

    /** How much may be read for one row: a quote that is not closed must not bring the whole file into memory. */
    private static final class Allowance extends FilterInputStream {

        /** What the readers in between take in advance. */
        private static final int AHEAD = 1 << 15;

        private final Dialect dialect;
        private long left;

        Allowance(InputStream in, Dialect dialect) {
            super(in);
            this.dialect = dialect;
            renew();
        }

        void renew() {
            left = (long) dialect.options().limits().lineBytes() + AHEAD;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] dst, int offset, int length) throws IOException {
            int read = super.read(dst, offset, length);
            left -= Math.max(read, 0);
            if (left < 0) {
                throw new LimitExceededException(dialect.source() + ": a row has more than the "
                        + dialect.options().limits().lineBytes() + " bytes that are allowed; is a quote not closed?");
            }
            return read;
        }
    }
}
