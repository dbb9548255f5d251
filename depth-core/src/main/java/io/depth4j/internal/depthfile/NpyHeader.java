package io.depth4j.internal.depthfile;

import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an array of NumPy's says of itself before its values.
 *
 * @param type as NumPy spells it, {@code <f4} or such
 * @param shape lengths, the slowest first
 */
public record NpyHeader(String type, long... shape) {

    public static final String MAGIC = "\u0093NUMPY";

    private static final int VERSION_1 = 1;

    /** Values begin at a multiple of this. */
    private static final int ALIGNMENT = 64;

    private static final int MOST_DIGITS = 9;
    private static final Pattern TYPE = Pattern.compile("'descr' *: *'([^']*)'");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order' *: *(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape' *: *\\(([0-9, ]*)\\)");

    /** Reads to where the values begin. */
    static NpyHeader read(InputStream in) throws IOException {
        byte[] begin = bytes(in, 10);
        if (!new String(begin, 0, 6, StandardCharsets.ISO_8859_1).equals(MAGIC)) {
            throw new MalformedInputException("An array of NumPy begins with its name, which is not there", 0);
        }
        if (begin[6] != VERSION_1) {
            throw new MalformedInputException("Version 1 of NumPy's arrays can be read, found " + begin[6], 6);
        }
        int length = begin[8] & 0xff | (begin[9] & 0xff) << 8;
        String text = new String(bytes(in, length), StandardCharsets.ISO_8859_1);
        if (found(FORTRAN, text).equals("True")) {
            throw new MalformedInputException("An array of depth has its rows one after the other (C order), found"
                    + " columns (Fortran order); write it with numpy.ascontiguousarray");
        }
        return new NpyHeader(found(TYPE, text), lengths(found(SHAPE, text)));
    }

    public void write(OutputStream out) throws IOException {
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + tuple() + ", }";
        int unpadded = MAGIC.length() + 4 + text.length() + 1;
        int padding = Math.floorMod(-unpadded, ALIGNMENT);
        int length = text.length() + padding + 1;
        out.write(MAGIC.getBytes(StandardCharsets.ISO_8859_1));
        out.write(new byte[] {VERSION_1, 0, (byte) length, (byte) (length >> 8)});
        out.write((text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The lengths as Python spells them. */
    String tuple() {
        String lengths = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
        return "(" + lengths + (shape.length == 1 ? ",)" : ")");
    }

    /** The next bytes, all of them. */
    static byte[] bytes(InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new MalformedInputException(
                    "The array of NumPy ends early: " + count + " bytes should follow, found " + bytes.length);
        }
        return bytes;
    }

    private static String found(Pattern entry, String text) {
        Matcher matcher = entry.matcher(text);
        if (!matcher.find()) {
            throw new MalformedInputException(
                    "The header of NumPy's array has no entry like " + entry + ", found " + text.strip());
        }
        return matcher.group(1);
    }

    private static long[] lengths(String tuple) {
        return Arrays.stream(tuple.split(","))
                .map(String::strip)
                .filter(length -> !length.isEmpty())
                .mapToLong(NpyHeader::length)
                .toArray();
    }

    private static long length(String digits) {
        if (digits.length() > MOST_DIGITS) {
            throw new LimitExceededException(
                    "A side of an array of depth has at most " + MOST_DIGITS + " digits, found " + digits);
        }
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new MalformedInputException("A side of an array is a whole number, found " + digits, e);
        }
    }
}
