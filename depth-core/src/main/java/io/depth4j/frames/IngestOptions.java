package io.depth4j.frames;

import io.depth4j.Cancellation;
import io.depth4j.FrameResizer;
import io.depth4j.FrameResizers;
import io.depth4j.MissingPixels;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How rows of a table become rows of a store.
 *
 * @param csv how the table is written
 * @param width pixels a row to store; empty to keep as many as there are
 * @param resizer makes rows of that width; no row counts for another
 * @param quantization what pixels are stored as
 * @param outOfRange what becomes of pixels that cannot be stored: those outside 0 to 255 or, of floats, infinite ones
 * @param holes what becomes of missing pixels
 * @param badRows what becomes of rows that cannot be read
 * @param mostMissing the share of pixels that may be missing, from 0 to 1; a file with more is refused
 * @param listener hears a few times a second how far the work is, on the caller's thread; what it throws ends the work
 * @param cancellation ends the work; nothing is stored then
 */
public record IngestOptions(
        CsvOptions csv,
        OptionalInt width,
        FrameResizer resizer,
        Quantization quantization,
        OutOfRange outOfRange,
        Holes holes,
        BadRows badRows,
        double mostMissing,
        Optional<Consumer<IngestProgress>> listener,
        Optional<Cancellation> cancellation) {

    /** What pixels are stored as, and when their fractions go. */
    public enum Quantization {
        /** {@link PixelType#FLOAT32}: they stay. */
        NONE,
        /** {@link PixelType#UINT8}: fractions are cut off, then rows are resized. */
        TRUNCATE_FIRST,
        /** {@link PixelType#UINT8}: to the nearest number, the even one of two, then rows are resized. */
        ROUND_FIRST,
        /** {@link PixelType#UINT8}: rows are resized, then fractions are cut off. */
        TRUNCATE_LAST,
        /** {@link PixelType#UINT8}: rows are resized, then to the nearest number, the even one of two. */
        ROUND_LAST;

        public PixelType type() {
            return this == NONE ? PixelType.FLOAT32 : PixelType.UINT8;
        }

        /** Whether fractions go before rows are resized. */
        public boolean isFirst() {
            return this == TRUNCATE_FIRST || this == ROUND_FIRST;
        }

        /** Whether fractions are cut off. */
        public boolean truncates() {
            return this == TRUNCATE_FIRST || this == TRUNCATE_LAST;
        }
    }

    /** What becomes of pixels that cannot be stored. */
    public enum OutOfRange {
        /** They become 0 or 255 when they are quantised; infinite floats are missing. */
        CLIP,
        /** They are missing. */
        MISSING,
        /** They make their row bad. */
        BAD
    }

    /** What becomes of missing pixels. */
    public enum Holes {
        /** They stay missing. */
        KEEP,
        /** They become 0, before rows are resized if that is when they are quantised, otherwise after. */
        ZERO
    }

    /** What becomes of rows that cannot be read. */
    public enum BadRows {
        /** The first one fails the file, and nothing is stored. */
        FAIL,
        /** They are left out and listed. A file with no other rows fails. */
        SKIP
    }

    private static final IngestOptions DEFAULTS = new IngestOptions(
            CsvOptions.defaults(),
            OptionalInt.empty(),
            FrameResizers.pillowBilinear(),
            Quantization.ROUND_LAST,
            OutOfRange.CLIP,
            Holes.KEEP,
            BadRows.FAIL,
            1,
            Optional.empty(),
            Optional.empty());

    public IngestOptions {
        Objects.requireNonNull(csv, "csv");
        Objects.requireNonNull(width, "width");
        Objects.requireNonNull(resizer, "resizer");
        Objects.requireNonNull(quantization, "quantization");
        Objects.requireNonNull(outOfRange, "outOfRange");
        Objects.requireNonNull(holes, "holes");
        Objects.requireNonNull(badRows, "badRows");
        Objects.requireNonNull(listener, "listener");
        Objects.requireNonNull(cancellation, "cancellation");
        if (width.isPresent() && width.getAsInt() < 1) {
            throw new IllegalArgumentException("Rows have at least one pixel, found " + width.getAsInt());
        }
        if (!(mostMissing >= 0 && mostMissing <= 1)) {
            throw new IllegalArgumentException("A share lies in 0 to 1, found " + mostMissing);
        }
    }

    /**
     * All pixels, rounded to 0 to 255, what lies outside clipped; missing ones stay missing, however many; the first bad row fails
     * the file. If a width is given, rows are resized with {@link FrameResizers#pillowBilinear()}.
     */
    public static IngestOptions defaults() {
        return DEFAULTS;
    }

    /**
     * 200 pixels to 150 by SciPy's cubic spline, then clipped and truncated. A row with one pixel that is not a number becomes
     * zeros; blank pixels are zeros; the first line is taken for a header; bad rows and what is too much in long ones are left out;
     * at most a tenth of the pixels may be missing.
     */
    public static IngestOptions splineThenTruncate() {
        CsvOptions csv = CsvOptions.defaults()
                .withDelimiter(',')
                .withHeader(CsvOptions.Header.PRESENT)
                .withNulls(Set.of())
                .withBlank(CsvOptions.Blank.ZERO)
                .withRowLength(CsvOptions.RowLength.AT_LEAST)
                .withPixels(200);
        return DEFAULTS.withCsv(csv)
                .withWidth(150)
                .withResizer(FrameResizers.scipySpline3(MissingPixels.POISON_ROW))
                .withQuantization(Quantization.TRUNCATE_LAST)
                .withHoles(Holes.ZERO)
                .withBadRows(BadRows.SKIP)
                .withMostMissing(0.1);
    }

    /**
     * 200 pixels clipped and truncated, then to 150 by Pillow's bilinear filter, a triangle over all pixels that fall into a new
     * one. Missing pixels are zeros; the first line is taken for a header; bad rows are left out, short ones filled up.
     */
    public static IngestOptions truncateThenTriangle() {
        CsvOptions csv = CsvOptions.defaults()
                .withDelimiter(',')
                .withHeader(CsvOptions.Header.PRESENT)
                .withNulls(Set.of(
                        "NaN",
                        "-NaN",
                        "NA",
                        "<NA>",
                        "#NA",
                        "N/A",
                        "#N/A",
                        "#N/A N/A",
                        "n/a",
                        "null",
                        "none",
                        "1.#IND",
                        "-1.#IND",
                        "1.#QNAN",
                        "-1.#QNAN"))
                .withRowLength(CsvOptions.RowLength.AT_MOST)
                .withPixels(200);
        return DEFAULTS.withCsv(csv)
                .withWidth(150)
                .withQuantization(Quantization.TRUNCATE_FIRST)
                .withHoles(Holes.ZERO)
                .withBadRows(BadRows.SKIP);
    }

    public IngestOptions withCsv(CsvOptions newCsv) {
        return new IngestOptions(
                newCsv, width, resizer, quantization, outOfRange, holes, badRows, mostMissing, listener, cancellation);
    }

    /** Resizes rows to this many pixels. */
    public IngestOptions withWidth(int newWidth) {
        return new IngestOptions(
                csv,
                OptionalInt.of(newWidth),
                resizer,
                quantization,
                outOfRange,
                holes,
                badRows,
                mostMissing,
                listener,
                cancellation);
    }

    public IngestOptions withResizer(FrameResizer newResizer) {
        return new IngestOptions(
                csv, width, newResizer, quantization, outOfRange, holes, badRows, mostMissing, listener, cancellation);
    }

    public IngestOptions withQuantization(Quantization newQuantization) {
        return new IngestOptions(
                csv, width, resizer, newQuantization, outOfRange, holes, badRows, mostMissing, listener, cancellation);
    }

    public IngestOptions withOutOfRange(OutOfRange newRule) {
        return new IngestOptions(
                csv, width, resizer, quantization, newRule, holes, badRows, mostMissing, listener, cancellation);
    }

    public IngestOptions withHoles(Holes newHoles) {
        return new IngestOptions(
                csv, width, resizer, quantization, outOfRange, newHoles, badRows, mostMissing, listener, cancellation);
    }

    public IngestOptions withBadRows(BadRows newRule) {
        return new IngestOptions(
                csv, width, resizer, quantization, outOfRange, holes, newRule, mostMissing, listener, cancellation);
    }

    /** Refuses files of whose pixels a greater share is missing. */
    public IngestOptions withMostMissing(double share) {
        return new IngestOptions(
                csv, width, resizer, quantization, outOfRange, holes, badRows, share, listener, cancellation);
    }

    public IngestOptions withListener(Consumer<IngestProgress> newListener) {
        return new IngestOptions(
                csv,
                width,
                resizer,
                quantization,
                outOfRange,
                holes,
                badRows,
                mostMissing,
                Optional.of(newListener),
                cancellation);
    }

    public IngestOptions withCancellation(Cancellation newCancellation) {
        return new IngestOptions(
                csv,
                width,
                resizer,
                quantization,
                outOfRange,
                holes,
                badRows,
                mostMissing,
                listener,
                Optional.of(newCancellation));
    }
}
