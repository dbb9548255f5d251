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
 * @param sensor what the picture was taken with
 */
public record Exif(int orientation, OptionalDouble focalLength, OptionalDouble focalLengthIn35mmFilm, Sensor sensor) {

    /**
     * The grid of pixels that took the picture. Smaller copies of a photo often keep these notes, so that its width and height
     * are not always those of the file.
     *
     * @param width pixels
     * @param height pixels
     * @param columnDensity pixels a millimetre
     * @param rowDensity pixels a millimetre
     */
    public record Sensor(
            OptionalDouble width, OptionalDouble height, OptionalDouble columnDensity, OptionalDouble rowDensity) {

        static final Sensor UNKNOWN = new Sensor(
                OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

        /** Millimetres that the picture took from left to right, if it has so many columns where the notes do not say. */
        public OptionalDouble millimetresWide(int columns) {
            return millimetres(width, columns, columnDensity);
        }

        /** Millimetres that the picture took from top to bottom, if it has so many rows where the notes do not say. */
        public OptionalDouble millimetresHigh(int rows) {
            return millimetres(height, rows, rowDensity);
        }

        private static OptionalDouble millimetres(OptionalDouble noted, int stored, OptionalDouble density) {
            return density.isPresent()
                    ? OptionalDouble.of(noted.orElse(stored) / density.getAsDouble())
                    : OptionalDouble.empty();
        }
    }

    public static final Exif NONE = new Exif(1, OptionalDouble.empty(), OptionalDouble.empty(), Sensor.UNKNOWN);

    private static final int ORIENTATION = 0x0112;
    private static final int EXIF_DIRECTORY = 0x8769;
    private static final int FOCAL_LENGTH = 0x920A;
    private static final int FOCAL_LENGTH_35MM = 0xA405;
    private static final int WIDTH = 0xA002;
    private static final int HEIGHT = 0xA003;
    private static final int COLUMN_DENSITY = 0xA20E;
    private static final int ROW_DENSITY = 0xA20F;
    private static final int DENSITY_UNIT = 0xA210;
    private static final int INCH = 2;
    private static final int CENTIMETRE = 3;

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
                positive(exif, FOCAL_LENGTH),
                positive(exif, FOCAL_LENGTH_35MM),
                sensor(exif));
    }

    private static Sensor sensor(TiffDirectory exif) {
        int unit = (int) positive(exif, DENSITY_UNIT).orElse(INCH);
        if (unit != INCH && unit != CENTIMETRE) {
            return Sensor.UNKNOWN;
        }
        double millimetres = unit == INCH ? 25.4 : 10;
        return new Sensor(
                positive(exif, WIDTH),
                positive(exif, HEIGHT),
                over(positive(exif, COLUMN_DENSITY), millimetres),
                over(positive(exif, ROW_DENSITY), millimetres));
    }

    private static OptionalDouble over(OptionalDouble value, double unit) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() / unit) : value;
    }

    /** A note of another type than the standard's counts as absent, and leaves the others as they are. */
    private static OptionalDouble positive(TiffDirectory directory, int tag) {
        try {
            OptionalDouble value = directory.number(tag);
            return value.isPresent() && value.getAsDouble() > 0 && Double.isFinite(value.getAsDouble())
                    ? value
                    : OptionalDouble.empty();
        } catch (MalformedInputException broken) {
            return OptionalDouble.empty();
        }
    }
}
