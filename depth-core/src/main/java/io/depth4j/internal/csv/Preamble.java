package io.depth4j.internal.csv;

import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import io.depth4j.frames.CsvOptions;
import io.depth4j.frames.CsvOptions.Header;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the beginning of a table: finds out how it is written, and takes what comes before its first row. */
final class Preamble {

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int SAMPLES = 20;
    private static final int SHOWN = 60;

    private final TextBytes text;
    private final String source;
    private final CsvOptions options;
    private final char decimalMark;
    private long lines;

    private Preamble(TextBytes text, String source, CsvOptions options) {
        this.text = text;
        this.source = source;
        this.options = options;
        this.decimalMark = options.decimalComma() ? ',' : '.';
    }

    /**
     * What a preamble says.
     *
     * @param dialect how the table is written
     * @param lines how many were taken
     */
    record Found(Dialect dialect, long lines) {}

    static Found read(TextBytes text, String source, CsvOptions options) throws IOException {
        return new Preamble(text, source, options).find();
    }

    private Found find() throws IOException {
        skipToText();
        char delimiter = options.delimiter().isPresent() ? options.delimiter().get() : bestDelimiter();
        int lineEnd = text.lineEnd(text.start());
        int lineBreaks = 1;
        Optional<List<String>> first = Splitter.quoted(line(lineEnd), delimiter);
        while (first.isEmpty() && lineEnd < text.end()) {
            lineEnd = nextLineEnd(lineEnd);
            lineBreaks++;
            first = Splitter.quoted(line(lineEnd), delimiter);
        }
        List<String> cells = first.orElseThrow(() -> malformed("a quote in line " + (lines + 1) + " is not closed"));
        boolean hasHeader = isHeader(cells);
        Dialect dialect = new Dialect(source, delimiter, hasHeader, pixels(cells, hasHeader), options);
        if (hasHeader) {
            text.takeLine(lineEnd);
            lines += lineBreaks;
        }
        return new Found(dialect, lines);
    }

    private void skipToText() throws IOException {
        for (; ; ) {
            if (text.start() == text.end() && !text.fill()) {
                throw malformed("the file is empty");
            }
            int lineEnd = text.lineEnd(text.start());
            String line = line(lineEnd);
            if (!line.isBlank() && !isComment(line)) {
                return;
            }
            text.takeLine(lineEnd);
            lines++;
            if (lines > options.limits().lines()) {
                throw new LimitExceededException(
                        source + ": more than the " + options.limits().lines() + " lines that are allowed");
            }
        }
    }

    private int nextLineEnd(int lineEnd) throws IOException {
        boolean pair = text.bytes()[lineEnd] == '\r' && lineEnd + 1 < text.end() && text.bytes()[lineEnd + 1] == '\n';
        return text.lineEnd(lineEnd + (pair ? 2 : 1));
    }

    private String line(int lineEnd) {
        return text.text(text.start(), lineEnd);
    }

    private boolean isComment(String line) {
        return options.comment().isPresent()
                && line.charAt(0) == options.comment().get();
    }

    /** The one that makes most numbers of the first lines; if that is none, most cells. */
    private char bestDelimiter() throws IOException {
        List<String> samples = samples();
        char best = DELIMITERS[0];
        long most = -1;
        for (char delimiter : DELIMITERS) {
            if (delimiter == ',' && options.decimalComma()) {
                continue;
            }
            long score = 0;
            for (String line : samples) {
                score += score(Splitter.quoted(line, delimiter).orElse(List.of()));
            }
            if (score > most) {
                most = score;
                best = delimiter;
            }
        }
        return best;
    }

    private long score(List<String> cells) {
        return cells.size() < 2
                ? 0
                : cells.size()
                        + 1_000_000 * cells.stream().filter(this::isValue).count();
    }

    /** The first line, and those behind it that have been read anyway. */
    private List<String> samples() throws IOException {
        List<String> samples = new ArrayList<>();
        int lineEnd = text.lineEnd(text.start());
        samples.add(line(lineEnd));
        byte[] bytes = text.bytes();
        for (int from = lineEnd + 1; from < text.end() && samples.size() < SAMPLES; from = lineEnd + 1) {
            lineEnd = from;
            while (bytes[lineEnd] != '\n' && bytes[lineEnd] != '\r') {
                lineEnd++;
            }
            if (lineEnd == text.end() && !text.isLast()) {
                break;
            }
            samples.add(text.text(from, lineEnd));
        }
        samples.removeIf(line -> line.isBlank() || isComment(line));
        return samples;
    }

    private boolean isHeader(List<String> cells) {
        if (options.header() != Header.DETECT) {
            return options.header() == Header.PRESENT;
        }
        if (cells.size() <= options.depthColumn()) {
            return false;
        }
        String depth = cells.get(options.depthColumn()).strip();
        long values = cells.stream().filter(this::isValue).count() - 1;
        return !Numbers.isNumber(depth, decimalMark) || 2 * values < cells.size() - 1;
    }

    private boolean isValue(String cell) {
        String value = cell.strip();
        return Numbers.isNumber(value, decimalMark)
                || value.isEmpty()
                || options.nulls().contains(value.toLowerCase(Locale.ROOT));
    }

    private int pixels(List<String> cells, boolean hasHeader) {
        int found = cells.size();
        if (options.pixels().isPresent()) {
            int pixels = options.pixels().getAsInt();
            if (hasHeader && found != pixels + 1) {
                throw malformed(Dialect.expected(pixels, found));
            }
            return pixels;
        }
        if (found < 2) {
            String shown = cells.get(0).length() > SHOWN ? cells.get(0).substring(0, SHOWN) + "…" : cells.get(0);
            throw malformed("expected a depth and at least one pixel, separated by "
                    + (options.delimiter().isPresent()
                            ? "'" + options.delimiter().get() + "'"
                            : "a comma, a semicolon, a tab or |")
                    + ", found '" + shown.replaceAll("\\p{Cntrl}", "·") + "' in line " + (lines + 1));
        }
        if (found <= options.depthColumn()) {
            throw malformed(
                    "expected depths in column " + (options.depthColumn() + 1) + ", found " + found + " columns");
        }
        if (found > options.limits().columns()) {
            throw new LimitExceededException(source + ": found " + found + " columns, allowed are "
                    + options.limits().columns());
        }
        return found - 1;
    }

    private MalformedInputException malformed(String what) {
        return new MalformedInputException(source + ": " + what);
    }
}
