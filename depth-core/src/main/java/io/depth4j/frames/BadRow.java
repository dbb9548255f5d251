package io.depth4j.frames;

import java.util.Objects;

/**
 * A row of a table that cannot be read.
 *
 * @param line where it begins, counted from 1
 * @param column of the first cell that is wrong, counted from 1; of a row that is too short or too long, of its last cell
 * @param text of that cell, at most its first characters
 * @param reason what is wrong with it
 */
public record BadRow(long line, int column, String text, String reason) {

    private static final int LONGEST = 80;

    /** Cuts a text that is too long for a message, and shows control characters as {@code ·}. */
    public BadRow {
        Objects.requireNonNull(reason, "reason");
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        text = shown.replaceAll("\\p{Cntrl}", "·");
    }

    /** A sentence without its stop, such as {@code line 7, column 3: the pixel is not a number, found 'x'}. */
    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + reason + (text.isEmpty() ? "" : ", found '" + text + "'");
    }
}
