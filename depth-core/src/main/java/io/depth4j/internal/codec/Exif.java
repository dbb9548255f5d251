package io.depth4j.internal.codec;

import io.depth4j.MalformedInputException;
import java.util.OptionalDouble;

/**
 * The few EXIF notes that matter to a picture's geometry. Two directories are visited, each once, so no chain of offsets can
 * lead the reader astray.
 *
 * @param orientation 1 to 8, as in the TIFF tag; 1 where nothing sensible is said
 * @param focalLength millimetres
 * @param focalLengthIn35mmFilm millimetres
 */
public record Exif(int orientation, OptionalDouble focalLength, OptionalDouble focalLengthIn35mmFilm) {

    public static final Exif NONE = new Exif(1, OptionalDouble.empty(), OptionalDouble.empty());

    private static final int ORIENTATION = 0x0112;
    private static final int EXIF_DIRECTORY = 0x8769;
    private static final int FOCAL_LENGTH = 0x920A;
    private static final int FOCAL_LENGTH_35MM = 0xA405;

    /** The notes in a TIFF structure, which is what EXIF is, {@code length} bytes from {@code start} on. */
    static Exif parse(Bytes bytes, int start, int length) {
        try {
            return parse(TiffDirectory.Reader.at(bytes, start, length));
        } catch (MalformedInputException broken) {
            return NONE;
        }
    }

    private static Exif parse(TiffDirectory.Reader reader) {
        TiffDirectory main = reader.first();
        int orientation = (int) main.number(ORIENTATION).orElse(1);
        OptionalDouble offset = main.number(EXIF_DIRECTORY);
        TiffDirectory exif = offset.isPresent() ? reader.at((long) offset.getAsDouble()) : TiffDirectory.EMPTY;
        return new Exif(
                orientation >= 1 && orientation <= 8 ? orientation : 1,
                positive(exif.number(FOCAL_LENGTH)),
                positive(exif.number(FOCAL_LENGTH_35MM)));
    }

    private static OptionalDouble positive(OptionalDouble value) {
        return value.isPresent() && value.getAsDouble() > 0 && Double.isFinite(value.getAsDouble())
                ? value
                : OptionalDouble.empty();
    }
}
