package io.depth4j.internal.depthfile;

import io.depth4j.MalformedInputException;
import java.util.List;

/** How the lines of an OpenEXR file are packed, of what is read and written here. */
public enum ExrCompression {
    NONE(0, 1),
    /** Each line by itself. */
    ZIPS(2, 1),
    /** Sixteen lines at a time. */
    ZIP(3, 16);

    /** All that the format knows, by number. */
    private static final List<String> NAMES =
            List.of("NONE", "RLE", "ZIPS", "ZIP", "PIZ", "PXR24", "B44", "B44A", "DWAA", "DWAB", "HTJ2K256", "HTJ2K32");

    private final int number;
    private final int lines;

    ExrCompression(int number, int lines) {
        this.number = number;
        this.lines = lines;
    }

    int number() {
        return number;
    }

    /** How many lines are packed together. */
    int lines() {
        return lines;
    }

    static ExrCompression of(int number, int position) {
        for (ExrCompression known : values()) {
            if (known.number == number) {
                return known;
            }
        }
        String found = number < NAMES.size() ? NAMES.get(number) : "of number " + number;
        throw new MalformedInputException(
                "OpenEXR is read with compression NONE, ZIPS or ZIP, found " + found, position);
    }
}
