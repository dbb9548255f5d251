package io.depth4j.internal.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits the first lines of a table, whose columns are to be counted; rows with quotes in them are read by Commons CSV. */
final class Splitter {

    private Splitter() {}

    /** The cells of a line without quotes. */
    static List<String> plain(String line, char delimiter) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int at = line.indexOf(delimiter); at >= 0; at = line.indexOf(delimiter, from)) {
            cells.add(line.substring(from, at));
            from = at + 1;
        }
        cells.add(line.substring(from));
        return cells;
    }

    /** The cells of a row, some of them perhaps in quotes; nothing if a quote is not closed. */
    static Optional<List<String>> quoted(String row, char delimiter) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean open = false;
        for (int at = 0; at < row.length(); at++) {
            char c = row.charAt(at);
            if (open) {
                if (c != '"') {
                    cell.append(c);
                } else if (at + 1 < row.length() && row.charAt(at + 1) == '"') {
                    cell.append(row.charAt(++at));
                } else {
                    open = false;
                }
            } else if (c == delimiter) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c == '"' && cell.toString().isBlank()) {
                open = true;
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return open ? Optional.empty() : Optional.of(cells);
    }
}
