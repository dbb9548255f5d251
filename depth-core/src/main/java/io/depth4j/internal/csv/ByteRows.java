package io.depth4j.internal.csv;

import io.depth4j.LimitExceededException;
import io.depth4j.frames.CsvLimits;
import java.io.IOException;

/**
 * Reads rows of plain numbers from bytes. A row that is no such row is read again as text, by the rules of every parser; one with
 * a quote is left to another parser.
 */
final class ByteRows implements RowParser {

    /** What a cell holds. */
    private enum Kind {
        NUMBER,
        BLANK,
        WORD
    }

    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final long EXACT = 1L << 53;
    /** A power of ten that is too far away to be exact, and so is every one that it is added to. */
    private static final int FAR = 10_000;

    private static final int LONG_DIGITS = 18;

    private final TextBytes text;
    private final Dialect dialect;
    private final Cell cell;
    private final RowRules rules;
    private final CsvLimits limits;
    private final byte delimiter;
    private final byte decimalMark;
    private final int plain;
    private long lines;

    private Kind kind = Kind.BLANK;
    private double number;
    private String word = "";

    /** @param lines how many were read before */
    ByteRows(TextBytes text, Dialect dialect, Cell cell, RowRules rules, long lines) {
        this.text = text;
        this.dialect = dialect;
        this.cell = cell;
        this.rules = rules;
        this.limits = dialect.options().limits();
        this.delimiter = (byte) dialect.delimiter();
        this.decimalMark = (byte) dialect.decimalMark();
        this.plain = cell.plainUpTo();
        this.lines = lines;
    }

    @Override
    public Stop fill(RowBatch batch) throws IOException {
        while (!batch.isFull()) {
            if (text.start() == text.end() && !text.fill()) {
                return Stop.OVER;
            }
            int lineEnd = plainRow(batch);
            if (lineEnd < 0) {
                long moves = text.moves();
                lineEnd = text.lineEnd(text.start());
                if (moves != text.moves()) {
                    continue; // The row was not whole: it may be a plain one after all.
                }
                if (!oddRow(batch, text.text(text.start(), lineEnd))) {
                    return Stop.QUOTE;
                }
            }
            count(lineEnd - text.start());
            text.takeLine(lineEnd);
        }
        return Stop.FULL;
    }

    @Override
    public long lines() {
        return lines;
    }

    private void count(int bytes) {
        lines++;
        if (lines > limits.lines()) {
            throw new LimitExceededException(
                    dialect.source() + ": more than the " + limits.lines() + " lines that are allowed");
        }
        if (bytes > limits.lineBytes()) {
            throw new LimitExceededException(dialect.source() + ": line " + lines + " has " + bytes
                    + " bytes, allowed are " + limits.lineBytes());
        }
    }

    /** Reads a row of any cells but quoted ones. Whether it was no quoted one. */
    private boolean oddRow(RowBatch batch, String line) {
        if (line.isEmpty() || dialect.isComment(line)) {
            return true;
        }
        if (line.indexOf('"') >= 0) {
            return false;
        }
        rules.take(batch, lines + 1, Splitter.plain(line, dialect.delimiter()));
        return true;
    }

    /** Adds the row to the batch if it is good and whole. The index of its line end, negative if it was not added. */
    private int plainRow(RowBatch batch) {
        byte[] bytes = text.bytes();
        int before = dialect.options().depthColumn();
        int to = batch.count * batch.width;
        cell.newRow();
        int at = delimited(bytes, text.start(), batch.pixels, to, before);
        if (at >= 0) {
            at = depth(bytes, at, before < batch.width);
        }
        if (at >= 0 && before < batch.width) {
            int last = to + batch.width - 1;
            at = delimited(bytes, at, batch.pixels, to + before, last - to - before);
            at = at < 0 ? at : pixel(bytes, at, batch.pixels, last);
        }
        if (at < 0 || bytes[at] != '\n' && bytes[at] != '\r' || at >= text.end() && !text.isLast()) {
            return -1;
        }
        batch.add(lines + 1, cell.depth(), cell);
        return at;
    }

    /** Reads the depth. The index of the next cell or, where none is to follow, of what is behind; negative if it is no depth. */
    private int depth(byte[] bytes, int from, boolean more) {
        int at = cell(bytes, from);
        boolean good = at >= 0
                && switch (kind) {
                    case NUMBER -> cell.depth(number);
                    case BLANK -> false;
                    case WORD -> cell.depth(word);
                };
        if (!good || more && bytes[at] != delimiter) {
            return -1;
        }
        return more ? at + 1 : at;
    }

    /**
     * Reads pixels behind each of which another cell comes. The index of that cell; negative if one is no pixel or the last.
     *
     * <p>Whole numbers and decimals without a sign, of at most seven digits on either side of the mark, are taken at once, so that
     * no branch depends on how many digits there are.
     */
    private int delimited(byte[] bytes, int from, float[] dst, int to, int count) {
        byte end = delimiter;
        int at = from;
        for (int i = to; i < to + count; i++) {
            long eight = EightBytes.at(bytes, at);
            int digits = EightBytes.digits(eight);
            int whole = EightBytes.number(eight, digits);
            int next = at + digits;
            if (digits > 0 && bytes[next] == end && whole <= plain) {
                dst[i] = whole;
            } else {
                next = digits > 0 && bytes[next] == decimalMark
                        ? decimals(bytes, at, next + 1, whole, dst, i)
                        : pixel(bytes, at, dst, i);
                if (next < 0 || bytes[next] != end) {
                    return -1;
                }
            }
            at = next + 1;
        }
        return at;
    }

    /** Reads the decimals of a pixel. The index of what is behind; negative if it is none. */
    private int decimals(byte[] bytes, int from, int mark, int whole, float[] dst, int to) {
        long eight = EightBytes.at(bytes, mark);
        int digits = EightBytes.digits(eight);
        if (digits == 0 || bytes[mark + digits] != delimiter) {
            return pixel(bytes, from, dst, to);
        }
        double power = POWERS[digits];
        if (!cell.pixel((whole * power + EightBytes.number(eight, digits)) / power)) {
            return -1;
        }
        dst[to] = cell.pixel();
        return mark + digits;
    }

    /** Reads a pixel. The index of what is behind; negative if it is none. */
    private int pixel(byte[] bytes, int from, float[] dst, int to) {
        int at = cell(bytes, from);
        if (at < 0 || !isPixel()) {
            return -1;
        }
        dst[to] = cell.pixel();
        return at;
    }

    private boolean isPixel() {
        return switch (kind) {
            case NUMBER -> cell.pixel(number);
            case BLANK -> cell.blank();
            case WORD -> cell.pixel(word);
        };
    }

    /**
     * Reads a cell of any kind. The index of the delimiter or line end behind it; negative if it has a quote in it.
     *
     * <p>Where both the digits and the power of ten are exact as doubles, so is their one quotient or product: no other double is
     * nearer to the number.
     */
    private int cell(byte[] bytes, int from) {
        int first = from;
        while (isSpace(bytes[first])) {
            first++;
        }
        boolean negative = bytes[first] == '-';
        int at = negative || bytes[first] == '+' ? first + 1 : first;
        int digits = -at;
        long mantissa = 0;
        for (int digit = bytes[at] - '0'; digit >= 0 && digit <= 9; digit = bytes[++at] - '0') {
            mantissa = mantissa * 10 + digit;
        }
        digits += at;
        int scale = 0;
        if (bytes[at] == decimalMark && decimalMark != delimiter) {
            scale = - ++at;
            for (int digit = bytes[at] - '0'; digit >= 0 && digit <= 9; digit = bytes[++at] - '0') {
                mantissa = mantissa * 10 + digit;
            }
            scale += at;
        }
        digits += scale;
        if (digits > 0 && (bytes[at] | 0x20) == 'e') {
            int sign = bytes[at + 1] == '-' ? 1 : -1;
            at += bytes[at + 1] == '-' || bytes[at + 1] == '+' ? 2 : 1;
            int power = 0;
            int powerFrom = at;
            for (int digit = bytes[at] - '0'; digit >= 0 && digit <= 9; digit = bytes[++at] - '0') {
                power = Math.min(power * 10 + digit, FAR);
            }
            scale = at == powerFrom ? FAR : scale + sign * power;
        }
        int last = at;
        while (isSpace(bytes[at])) {
            at++;
        }
        if (!isEnd(bytes[at])) {
            return word(bytes, first);
        }
        if (first == last) {
            kind = Kind.BLANK;
            return at;
        }
        if (digits < 1 || digits > LONG_DIGITS || mantissa > EXACT || Math.abs(scale) >= POWERS.length) {
            return word(bytes, first);
        }
        kind = Kind.NUMBER;
        double value = scale < 0 ? mantissa * POWERS[-scale] : mantissa / POWERS[scale];
        number = negative ? -value : value;
        return at;
    }

    private int word(byte[] bytes, int from) {
        int at = from;
        while (!isEnd(bytes[at])) {
            if (bytes[at] == '"') {
                return -1;
            }
            at++;
        }
        kind = Kind.WORD;
        word = text.text(from, at).strip();
        return at;
    }

    private boolean isSpace(byte found) {
        return found == ' ' || found == '\t' && delimiter != '\t';
    }

    private boolean isEnd(byte found) {
        return found == delimiter || found == '\n' || found == '\r';
    }
}
