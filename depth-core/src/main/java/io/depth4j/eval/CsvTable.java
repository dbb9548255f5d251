package io.depth4j.eval;

import io.depth4j.MalformedInputException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of comma-separated values under a header, as RFC 4180 writes them. What is wrong is told with file, line and column. */
final class CsvTable {

    private final Path file;
    private final List<String> header;
    private final List<Row> rows;

    private CsvTable(Path file, List<String> header, List<Row> rows) {
        this.file = file;
        this.header = header;
        this.rows = rows;
    }

    static CsvTable read(Path file) throws IOException {
        Parser parser = new Parser(file, TextLines.read(file));
        Optional<Parser.Cells> header = parser.next();
        if (header.isEmpty()) {
            throw new MalformedInputException(file + " should begin with the names of its columns, found nothing");
        }
        CsvTable table = new CsvTable(file, header.get().texts(), new ArrayList<>());
        for (Optional<Parser.Cells> cells = parser.next(); cells.isPresent(); cells = parser.next()) {
            int found = cells.get().texts().size();
            if (found != table.header.size()) {
                throw new MalformedInputException(file + ", line " + cells.get().line() + ": expected "
                        + table.header.size() + " columns as in the header, found " + found);
            }
            table.rows.add(table.new Row(cells.get().line(), cells.get().texts()));
        }
        return table;
    }

    List<Row> rows() {
        return rows;
    }

    boolean has(String column) {
        return header.contains(column);
    }

    void require(String... columns) {
        for (String column : columns) {
            if (!has(column)) {
                throw new MalformedInputException(
                        file + ", line 1: expected a column \"" + column + "\", found " + header);
            }
            if (header.indexOf(column) != header.lastIndexOf(column)) {
                throw new MalformedInputException(
                        file + ", line 1: expected one column \"" + column + "\", found two in " + header);
            }
        }
    }

    /** One line, or several where a text in quotes has line ends of its own. */
    final class Row {

        private final int line;
        private final List<String> texts;

        private Row(int line, List<String> texts) {
            this.line = line;
            this.texts = texts;
        }

        int line() {
            return line;
        }

        /** What stands in a column that is there and not empty. */
        String text(String column) {
            String text = texts.get(header.indexOf(column)).strip();
            if (text.isEmpty()) {
                throw wrong(column, "a text");
            }
            return text;
        }

        double positive(String column) {
            try {
                double number = Double.parseDouble(text(column));
                if (number > 0 && number < Double.POSITIVE_INFINITY) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw new MalformedInputException(message(column, "a number above 0"), e);
            }
            throw wrong(column, "a number above 0");
        }

        /** The file of that name, relative to the table. */
        Path path(String column) {
            try {
                return file.toAbsolutePath().normalize().resolveSibling(text(column));
            } catch (InvalidPathException e) {
                throw new MalformedInputException(message(column, "the name of a file"), e);
            }
        }

        MalformedInputException wrong(String column, String expected) {
            return new MalformedInputException(message(column, expected));
        }

        private String message(String column, String expected) {
            return file + ", line " + line + ", column \"" + column + "\": expected " + expected + ", found \""
                    + texts.get(header.indexOf(column)) + "\"";
        }
    }

    /** Goes through the text once. */
    private static final class Parser {

        private record Cells(int line, List<String> texts) {}

        private final Path file;
        private final String text;
        private int at;
        private int line = 1;

        Parser(Path file, String text) {
            this.file = file;
            this.text = text;
        }

        /** The next line that is not empty. */
        Optional<Cells> next() {
            while (at < text.length() && isLineEnd(text.charAt(at))) {
                lineEnd();
            }
            if (at == text.length()) {
                return Optional.empty();
            }
            int first = line;
            List<String> texts = new ArrayList<>();
            texts.add(cell(1));
            while (at < text.length() && text.charAt(at) == ',') {
                at++;
                texts.add(cell(texts.size() + 1));
            }
            if (at < text.length()) {
                lineEnd();
            }
            return Optional.of(new Cells(first, List.copyOf(texts)));
        }

        private String cell(int column) {
            if (at < text.length() && text.charAt(at) == '"') {
                return quoted(column);
            }
            int start = at;
            while (at < text.length() && text.charAt(at) != ',' && !isLineEnd(text.charAt(at))) {
                at++;
            }
            return text.substring(start, at);
        }

        private String quoted(int column) {
            int first = line;
            StringBuilder cell = new StringBuilder();
            at++;
            while (at < text.length()) {
                char letter = text.charAt(at);
                if (letter != '"') {
                    cell.append(letter);
                    line += letter == '\n' ? 1 : 0;
                    at++;
                } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    cell.append('"');
                    at += 2;
                } else {
                    at++;
                    requireEndOfCell(column);
                    return cell.toString();
                }
            }
            throw new MalformedInputException(file + ", line " + first + ", column " + column
                    + ": expected a second quotation mark, found the end of the file");
        }

        private void requireEndOfCell(int column) {
            if (at < text.length() && text.charAt(at) != ',' && !isLineEnd(text.charAt(at))) {
                throw new MalformedInputException(file + ", line " + line + ", column " + column
                        + ": expected a comma after the second quotation mark, found '" + text.charAt(at) + "'");
            }
        }

        private void lineEnd() {
            boolean two = text.startsWith("\r\n", at);
            at += two ? 2 : 1;
            line++;
        }

        private static boolean isLineEnd(char letter) {
            return letter == '\n' || letter == '\r';
        }
    }
}
