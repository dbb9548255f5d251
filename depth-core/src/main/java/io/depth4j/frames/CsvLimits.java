package io.depth4j.frames;

/**
 * How much a table from outside may ask for. Memory does not depend on how many lines there are, but on how long they are.
 *
 * @param lines of the file, bad and blank ones included
 * @param columns of the file, that of depths included
 * @param lineBytes of one line, or of one row where quotes hold line ends
 */
public record CsvLimits(long lines, int columns, int lineBytes) {

    private static final CsvLimits DEFAULTS = new CsvLimits(1_000_000_000, 1 << 16, 4 << 20);

    public CsvLimits {
        if (lines < 1 || columns < 1 || lineBytes < 1 || lineBytes > 1 << 28) {
            throw new IllegalArgumentException("Limits are at least 1, that of a line at most " + (1 << 28)
                    + " bytes, found " + lines + " lines, " + columns + " columns and " + lineBytes
                    + " bytes a line");
        }
    }

    /** 1,000,000,000 lines, each of at most 65,536 columns and 4 MiB. */
    public static CsvLimits defaults() {
        return DEFAULTS;
    }

    public CsvLimits withLines(long limit) {
        return new CsvLimits(limit, columns, lineBytes);
    }

    public CsvLimits withColumns(int limit) {
        return new CsvLimits(lines, limit, lineBytes);
    }

    public CsvLimits withLineBytes(int limit) {
        return new CsvLimits(lines, columns, limit);
    }
}
