package io.depth4j.internal.depthfile;

import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import io.depth4j.Size;

/**
 * What a file may claim, asked before anything of that size is allocated.
 *
 * @param pixels that are allowed
 */
public record Claims(long pixels) {

    /** Deflate cannot pack tighter than this. */
    static final long DEFLATE_MOST = 1032;

    private static final int MOST_FLOATS = Integer.MAX_VALUE - 8;

    public Size size(long width, long height) {
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw new MalformedInputException("The file claims a map of " + width + "×" + height
                    + " pixels; both run from 1 to " + Integer.MAX_VALUE);
        }
        if (width * height > pixels) {
            throw new LimitExceededException("The file claims " + width + "×" + height + " = " + width * height
                    + " pixels, allowed are " + pixels);
        }
        if (width * height > MOST_FLOATS) {
            throw new LimitExceededException(
                    "The file claims " + width * height + " pixels, an array holds " + MOST_FLOATS);
        }
        return new Size((int) width, (int) height);
    }

    /** Refuses values that cannot be there, so that a few bytes take no memory for many. */
    static void requireRoom(long needed, long most) {
        if (needed > most) {
            throw new MalformedInputException(
                    "The file claims values of " + needed + " bytes and cannot hold more than " + most);
        }
    }
}
