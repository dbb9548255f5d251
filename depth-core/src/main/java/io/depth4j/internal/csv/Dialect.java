package io.depth4j.internal.csv;

import io.depth4j.MalformedInputException;
import io.depth4j.frames.CsvOptions;

/**
 * How one table is written, as far as its rows need it.
 *
 * @param source what the table is called in messages
 * @param delimiter between cells
 * @param hasHeader whether a first line that names the columns was skipped
 * @param pixels how many columns of them
 * @param options all the rest
 */
record Dialect(String source, char delimiter, boolean hasHeader, int pixels, CsvOptions options) {

    /** How many columns, that of the depths included. */
    int columns() {
        return pixels + 1;
    }

    char decimalMark() {
        return options.decimalComma() ? ',' : '.';
    }

    /** Whether a line that is not empty is to be skipped. */
    boolean isComment(String line) {
        return options.comment().isPresent()
                && line.charAt(0) == options.comment().get();
    }

    /** Whether a row may have this many cells. */
    boolean allows(int cells) {
        return switch (options.rowLength()) {
            case EXACT -> cells == columns();
            case AT_LEAST -> cells >= columns();
            case AT_MOST -> cells <= columns() && cells > options.depthColumn();
            case ANY -> cells > options.depthColumn();
        };
    }

    /** What to say of a row of so many cells. */
    static String expected(int pixels, int cells) {
        return "expected " + (pixels + 1) + " columns (1 depth + " + pixels + " pixels), found " + cells;
    }

    MalformedInputException malformed(String what) {
        return new MalformedInputException(source + ": " + what);
    }
}
