package io.depth4j.frames;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a table of depths and pixels is written. One row is one line; blank lines are skipped, and spaces round cells do not count.
 * Cells may be quoted as in RFC 4180; the text is UTF-8, with or without a byte order mark, its lines end with LF, CRLF or CR.
 *
 * @param delimiter between cells: {@code ,}, {@code ;}, tab or {@code |}; empty to look for it
 * @param header whether the first line names the columns
 * @param decimalComma whether {@code 1,5} is one and a half
 * @param nulls what stands for a missing value, in either case; what reads as a number stands for all ways to write that number
 * @param blank what a cell without text is; that of a depth is always bad
 * @param rowLength what becomes of rows with fewer or more cells than there are columns
 * @param comment begins lines that are skipped
 * @param unit what depths are counted in
 * @param depthColumn where the depths are, counted from 0; all other columns are pixels
 * @param pixels how many columns of pixels there are; empty for as many as the first line has
 * @param limits what a file may ask for
 */
public record CsvOptions(
        Optional<Character> delimiter,
        Header header,
        boolean decimalComma,
        Set<String> nulls,
        Blank blank,
        RowLength rowLength,
        Optional<Character> comment,
        DepthUnit unit,
        int depthColumn,
        OptionalInt pixels,
        CsvLimits limits) {

    /** Whether the first line names the columns. The names themselves do not matter. */
    public enum Header {
        /** It does unless its depth is a number and at least half of its other cells are numbers or missing. */
        DETECT,
        PRESENT,
        ABSENT
    }

    /** What a pixel is whose cell has no text. */
    public enum Blank {
        MISSING,
        /** 0, though it counts as missing where {@link IngestOptions#mostMissing} limits how many are. */
        ZERO,
        /** It makes its row bad. */
        BAD
    }

    /** What becomes of rows with fewer or more cells than there are columns. */
    public enum RowLength {
        /** They are bad. */
        EXACT,
        /** Shorter ones are bad; what is too much is not read. */
        AT_LEAST,
        /** Longer ones are bad; cells that are not there are blank. */
        AT_MOST,
        /** What is too much is not read, cells that are not there are blank. */
        ANY
    }

    private static final String DELIMITERS = ",;\t|";

    private static final CsvOptions DEFAULTS = new CsvOptions(
            Optional.empty(),
            Header.DETECT,
            false,
            Set.of("NaN", "NA", "N/A", "null", "none", "-", "-999", "-999.25", "-9999", "-9999.25"),
            Blank.MISSING,
            RowLength.EXACT,
            Optional.empty(),
            DepthUnit.METRE,
            0,
            OptionalInt.empty(),
            CsvLimits.defaults());

    public CsvOptions {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(blank, "blank");
        Objects.requireNonNull(rowLength, "rowLength");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(pixels, "pixels");
        Objects.requireNonNull(limits, "limits");
        nulls = nulls.stream()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        if (delimiter.isPresent() && DELIMITERS.indexOf(delimiter.get()) < 0) {
            throw new IllegalArgumentException(
                    "Cells are separated by a comma, a semicolon, a tab or |, found '" + delimiter.get() + "'");
        }
        if (decimalComma && delimiter.isPresent() && delimiter.get() == ',') {
            throw new IllegalArgumentException("A comma cannot separate both cells and decimals");
        }
        if (comment.isPresent() && !isCommentMark(comment.get())) {
            throw new IllegalArgumentException(
                    "Comments begin with a sign such as # that no row begins with, found '" + comment.get() + "'");
        }
        if (depthColumn < 0) {
            throw new IllegalArgumentException("Columns are counted from 0, found " + depthColumn);
        }
        if (pixels.isPresent() && (pixels.getAsInt() < 1 || pixels.getAsInt() < depthColumn)) {
            throw new IllegalArgumentException(
                    "There is at least one column of pixels, and the depths are among or behind" + " them, found "
                            + pixels.getAsInt() + " columns of pixels and depths in column " + depthColumn);
        }
    }

    private static boolean isCommentMark(char mark) {
        return mark > ' '
                && mark < 127
                && !Character.isLetterOrDigit(mark)
                && "+-.\"".indexOf(mark) < 0
                && DELIMITERS.indexOf(mark) < 0;
    }

    /**
     * Everything that can be is found out from the file itself. Depths come first, in metres; blank cells, {@code NaN}, {@code NA},
     * {@code N/A}, {@code null}, {@code none}, {@code -}, −999, −999.25, −9999 and −9999.25 are missing; all rows are of one length.
     */
    public static CsvOptions defaults() {
        return DEFAULTS;
    }

    public CsvOptions withDelimiter(char newDelimiter) {
        return new CsvOptions(
                Optional.of(newDelimiter),
                header,
                decimalComma,
                nulls,
                blank,
                rowLength,
                comment,
                unit,
                depthColumn,
                pixels,
                limits);
    }

    public CsvOptions withHeader(Header newHeader) {
        return new CsvOptions(
                delimiter,
                newHeader,
                decimalComma,
                nulls,
                blank,
                rowLength,
                comment,
                unit,
                depthColumn,
                pixels,
                limits);
    }

    public CsvOptions withDecimalComma(boolean isComma) {
        return new CsvOptions(
                delimiter, header, isComma, nulls, blank, rowLength, comment, unit, depthColumn, pixels, limits);
    }

    public CsvOptions withNulls(Set<String> newNulls) {
        return new CsvOptions(
                delimiter,
                header,
                decimalComma,
                newNulls,
                blank,
                rowLength,
                comment,
                unit,
                depthColumn,
                pixels,
                limits);
    }

    public CsvOptions withBlank(Blank newBlank) {
        return new CsvOptions(
                delimiter,
                header,
                decimalComma,
                nulls,
                newBlank,
                rowLength,
                comment,
                unit,
                depthColumn,
                pixels,
                limits);
    }

    public CsvOptions withRowLength(RowLength newLength) {
        return new CsvOptions(
                delimiter, header, decimalComma, nulls, blank, newLength, comment, unit, depthColumn, pixels, limits);
    }

    /** Skips lines that begin with this sign. */
    public CsvOptions withComment(char mark) {
        return new CsvOptions(
                delimiter,
                header,
                decimalComma,
                nulls,
                blank,
                rowLength,
                Optional.of(mark),
                unit,
                depthColumn,
                pixels,
                limits);
    }

    public CsvOptions withUnit(DepthUnit newUnit) {
        return new CsvOptions(
                delimiter,
                header,
                decimalComma,
                nulls,
                blank,
                rowLength,
                comment,
                newUnit,
                depthColumn,
                pixels,
                limits);
    }

    public CsvOptions withDepthColumn(int newColumn) {
        return new CsvOptions(
                delimiter, header, decimalComma, nulls, blank, rowLength, comment, unit, newColumn, pixels, limits);
    }

    /** With this many columns of pixels; a file with others is refused. */
    public CsvOptions withPixels(int newPixels) {
        return new CsvOptions(
                delimiter,
                header,
                decimalComma,
                nulls,
                blank,
                rowLength,
                comment,
                unit,
                depthColumn,
                OptionalInt.of(newPixels),
                limits);
    }

    public CsvOptions withLimits(CsvLimits newLimits) {
        return new CsvOptions(
                delimiter,
                header,
                decimalComma,
                nulls,
                blank,
                rowLength,
                comment,
                unit,
                depthColumn,
                pixels,
                newLimits);
    }
}
