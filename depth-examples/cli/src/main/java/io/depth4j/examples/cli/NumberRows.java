package io.depth4j.examples.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Rows of numbers as text, one a line, all equally long; empty lines are passed over. */
final class NumberRows implements AutoCloseable {

    private static final Set<String> MISSING = Set.of("", "nan", "na", "null", "none");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final BufferedReader lines;
    private final boolean missingAllowed;

    private String delimiter;
    private int line;
    private int firstLine;
    private Optional<String> waiting;

    /**
     * Opens the rows.
     *
     * @param name in messages
     * @param delimiter between cells; empty for the first of tab, semicolon and comma that the first line has, else blanks
     * @param header whether the first line holds names
     * @param missingAllowed whether cells may be empty or say that there is nothing
     */
    NumberRows(InputStream in, String name, String delimiter, boolean header, boolean missingAllowed)
            throws IOException {
        this.name = name;
        this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.missingAllowed = missingAllowed;
        waiting = nextLine();
        this.delimiter = delimiter.isEmpty() ? found(waiting.orElse("")) : delimiter;
        if (header) {
            waiting = nextLine();
        }
        firstLine = line;
    }

    private static String found(String text) {
        for (String candidate : new String[] {"\t", ";", ","}) {
            if (text.contains(candidate)) {
                return candidate;
            }
        }
        return " ";
    }

    String delimiter() {
        return delimiter;
    }

    /** The cells of each row, told by the first. 0 if there is none. */
    int columns() {
        return waiting.map(text -> cells(text).length).orElse(0);
    }

    /** Whether there is another row. */
    boolean hasNext() {
        return waiting.isPresent();
    }

    /** Reads the next row to {@code dst}, which has as many places from {@code at} on as there are columns. */
    void next(float[] dst, int at, int columns) throws IOException {
        String[] cells = cells(waiting.orElseThrow());
        if (cells.length != columns) {
            throw new NothingDoneException(name + ", line " + line + ": expected " + columns + " columns, as line "
                    + firstLine + " has, found " + cells.length);
        }
        for (int i = 0; i < columns; i++) {
            dst[at + i] = number(cells[i].strip(), i + 1);
        }
        waiting = nextLine();
    }

    private String[] cells(String text) {
        return delimiter.equals(" ") ? text.strip().split("\\s+") : text.split(Pattern.quote(delimiter), -1);
    }

    private float number(String cell, int column) {
        if (NUMBER.matcher(cell).matches()) {
            float value = (float) Double.parseDouble(cell);
            if (Float.isInfinite(value)) {
                throw wrong(column, "a number that fits a float", cell, "");
            }
            return value;
        }
        if (!MISSING.contains(cell.toLowerCase(Locale.ROOT))) {
            String hint = line == firstLine ? "; if the line holds names, add --header" : "";
            throw wrong(column, "a number", cell, hint);
        }
        if (!missingAllowed) {
            throw wrong(column, "a number", cell, "; --missing LEVEL says which byte a missing cell becomes");
        }
        return Float.NaN;
    }

    private NothingDoneException wrong(int column, String expected, String found, String hint) {
        return new NothingDoneException(name + ", line " + line + ", column " + column + ": expected " + expected
                + ", found '" + found + "'" + hint);
    }

    private Optional<String> nextLine() throws IOException {
        while (true) {
            String text = lines.readLine();
            if (text == null) {
                return Optional.empty();
            }
            line++;
            String clean = line == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            if (!clean.isBlank()) {
                return Optional.of(clean);
            }
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
