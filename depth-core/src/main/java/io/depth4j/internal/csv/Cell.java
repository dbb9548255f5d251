package io.depth4j.internal.csv;

import io.depth4j.frames.CsvOptions;
import io.depth4j.frames.IngestOptions;
import io.depth4j.frames.IngestOptions.OutOfRange;
import io.depth4j.frames.PixelType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a cell means. It is asked for one cell after the other: whether it is good, then for its value or for what is wrong. Both
 * parsers ask it, so that they cannot differ.
 */
final class Cell {

    /** Floats hold all whole numbers up to here. */
    private static final int WHOLE = 1 << 24;

    private final char decimalMark;
    private final CsvOptions.Blank blank;
    private final Set<String> nullTexts;
    private final double[] nullValues;
    private final double low;
    private final double high;
    private final OutOfRange outOfRange;
    private final boolean infinityIsMissing;
    private final boolean isQuantizedFirst;
    private final boolean nullInRange;
    private final int plain;

    private double depth;
    private float pixel;
    private String reason = "";
    private long missing;
    private long outside;

    Cell(IngestOptions options) {
        CsvOptions csv = options.csv();
        decimalMark = csv.decimalComma() ? ',' : '.';
        blank = csv.blank();
        // Nulls may be given with a point whatever mark the table has.
        Map<Boolean, List<String>> nulls = csv.nulls().stream()
                .map(text -> Numbers.isNumber(text, decimalMark) ? text.replace(decimalMark, '.') : text)
                .collect(Collectors.partitioningBy(text -> Numbers.isNumber(text, '.')));
        nullTexts = Set.copyOf(nulls.getOrDefault(false, List.of()));
        nullValues = nulls.getOrDefault(true, List.of()).stream()
                .mapToDouble(text -> Numbers.value(text, '.'))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        boolean bytes = options.quantization().type() == PixelType.UINT8;
        low = bytes ? 0 : -Float.MAX_VALUE;
        high = bytes ? 255 : Float.MAX_VALUE;
        outOfRange = options.outOfRange();
        infinityIsMissing = !bytes;
        isQuantizedFirst = options.quantization().isFirst();
        nullInRange = Arrays.stream(nullValues).anyMatch(value -> value >= low && value <= high);
        plain = plain();
    }

    private int plain() {
        double most = Math.min(high, WHOLE);
        for (double value : nullValues) {
            if (value >= 0) {
                most = Math.min(most, Math.ceil(value) - 1);
            }
        }
        return (int) most;
    }

    /** Whole numbers from 0 to here are pixels as they are: no need to ask. Negative if there are none. */
    int plainUpTo() {
        return plain;
    }

    /** Whether a text without spaces round it is a depth. */
    boolean depth(String text) {
        if (Numbers.isNumber(text, decimalMark)) {
            return depth(Numbers.value(text, decimalMark));
        }
        reason = text.isEmpty() || isNull(text) ? "the depth is missing" : notANumber("the depth", text);
        return false;
    }

    boolean depth(double value) {
        if (Double.isNaN(value) || isNull(value)) {
            reason = "the depth is missing";
            return false;
        }
        if (Double.isInfinite(value)) {
            reason = "the depth is not finite";
            return false;
        }
        depth = value;
        return true;
    }

    /** Whether a text without spaces round it is a pixel, perhaps a missing one. */
    boolean pixel(String text) {
        if (Numbers.isNumber(text, decimalMark)) {
            return pixel(Numbers.value(text, decimalMark));
        }
        if (text.isEmpty()) {
            return blank();
        }
        if (isNull(text)) {
            missing();
            return true;
        }
        reason = notANumber("the pixel", text);
        return false;
    }

    boolean blank() {
        switch (blank) {
            case MISSING -> missing();
            case ZERO -> {
                missing++;
                pixel = 0;
            }
            case BAD -> reason = "the pixel is blank";
        }
        return blank != CsvOptions.Blank.BAD;
    }

    boolean pixel(double value) {
        if (value >= low && value <= high && !(nullInRange && isNull(value))) {
            pixel = isQuantizedFirst ? narrowed(value) : (float) value;
            return true;
        }
        return unusual(value);
    }

    private boolean unusual(double value) {
        if (Double.isNaN(value) || isNull(value)) {
            missing();
            return true;
        }
        if (outOfRange == OutOfRange.BAD) {
            reason = infinityIsMissing ? "the pixel is not finite" : "the pixel lies outside 0 to 255";
            return false;
        }
        outside++;
        pixel = outOfRange == OutOfRange.MISSING || infinityIsMissing ? Float.NaN : (float) value;
        return true;
    }

    private void missing() {
        missing++;
        pixel = Float.NaN;
    }

    private boolean isNull(String text) {
        return nullTexts.contains(text.toLowerCase(Locale.ROOT));
    }

    private boolean isNull(double value) {
        for (double each : nullValues) {
            if (value == each) {
                return true;
            }
        }
        return false;
    }

    /**
     * As a float that is rounded or truncated as the double would be: of the two floats beside the double the one with an odd
     * mantissa, which never is a whole number or a half.
     */
    private static float narrowed(double value) {
        float nearest = (float) value;
        if (nearest == value || (Float.floatToRawIntBits(nearest) & 1) == 1) {
            return nearest;
        }
        return nearest < value ? Math.nextUp(nearest) : Math.nextDown(nearest);
    }

    private String notANumber(String what, String text) {
        if (Numbers.isNumber(text, decimalMark == '.' ? ',' : '.')) {
            return what + " is a number only with a decimal " + (decimalMark == '.' ? "comma" : "point");
        }
        return what + " is not a number";
    }

    /** What the depth is that was good. */
    double depth() {
        return depth;
    }

    /** What the pixel is that was good, {@code NaN} if it is missing. */
    float pixel() {
        return pixel;
    }

    /** What is wrong with the cell that was not good. */
    String reason() {
        return reason;
    }

    /** Begins to count for another row. */
    void newRow() {
        missing = 0;
        outside = 0;
    }

    /** How many pixels of the row are missing. */
    long missingInRow() {
        return missing;
    }

    /** How many pixels of the row could not be stored as they are. */
    long outsideInRow() {
        return outside;
    }
}
