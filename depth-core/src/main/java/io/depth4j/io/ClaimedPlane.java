package io.depth4j.io;

import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import io.depth4j.Size;
import io.depth4j.internal.codec.Header;

/** The size that a depth file claims, checked before anything of that size is allocated. */
final class ClaimedPlane {

    private static final int MOST_FLOATS = Integer.MAX_VALUE - 8;

    private ClaimedPlane() {}

    static Size size(long width, long height, InputLimits limits) {
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw new MalformedInputException("The file claims a plane of " + width + "×" + height
                    + " pixels; both run from 1 to " + Integer.MAX_VALUE);
        }
        Header claimed = new Header((int) width, (int) height, 1, Float.SIZE);
        limits.requirePixels(claimed);
        if (claimed.pixels() > MOST_FLOATS) {
            throw new LimitExceededException(
                    "The file claims " + claimed.pixels() + " pixels, an array holds " + MOST_FLOATS);
        }
        return new Size((int) width, (int) height);
    }
}
