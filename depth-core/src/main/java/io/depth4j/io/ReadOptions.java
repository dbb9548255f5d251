package io.depth4j.io;

/**
 * How a picture is read.
 *
 * @param limits what the file may ask for
 * @param turn what becomes of a picture that the camera took on its side
 */
public record ReadOptions(InputLimits limits, Turn turn) {

    /** What becomes of a picture whose EXIF orientation says that it is not upright. */
    public enum Turn {
        /** It is turned and mirrored until it is upright. */
        UPRIGHT,
        /** It stays as stored. */
        AS_STORED
    }

    private static final ReadOptions DEFAULTS = new ReadOptions(InputLimits.defaults(), Turn.UPRIGHT);

    /** The default limits, and upright pictures. */
    public static ReadOptions defaults() {
        return DEFAULTS;
    }

    public ReadOptions withLimits(InputLimits newLimits) {
        return new ReadOptions(newLimits, turn);
    }

    public ReadOptions withTurn(Turn newTurn) {
        return new ReadOptions(limits, newTurn);
    }
}
