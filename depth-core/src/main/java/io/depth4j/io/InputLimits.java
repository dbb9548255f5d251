package io.depth4j.io;

import io.depth4j.LimitExceededException;
import io.depth4j.internal.codec.Header;

/**
 * How much a file from outside may ask for. Bytes are counted while reading, pixels are refused by what the header claims,
 * before anything is decoded.
 *
 * <p>Besides the file itself, decoding holds at most about 8 bytes a pixel: the picture of up to 4, and as much again
 * while it is turned upright or while a progressive JPEG gathers its scans.
 *
 * @param bytes of the file
 * @param pixels of the picture, width times height
 */
public record InputLimits(long bytes, long pixels) {

    private static final InputLimits DEFAULTS = new InputLimits(128L << 20, 100_000_000);

    public InputLimits {
        if (bytes < 1 || pixels < 1) {
            throw new IllegalArgumentException(
                    "Limits are at least 1, found " + bytes + " bytes and " + pixels + " pixels");
        }
    }

    /** 128 MiB and 100 million pixels: any camera's picture, and no more memory than a small server has. */
    public static InputLimits defaults() {
        return DEFAULTS;
    }

    public InputLimits withBytes(long limit) {
        return new InputLimits(limit, pixels);
    }

    public InputLimits withPixels(long limit) {
        return new InputLimits(bytes, limit);
    }

    void requireBytes(long found) {
        if (found > bytes) {
            throw new LimitExceededException("The file has " + found + " bytes, allowed are " + bytes);
        }
    }

    void requirePixels(Header claimed) {
        if (claimed.pixels() > pixels) {
            throw new LimitExceededException("The picture claims " + claimed.width() + "×" + claimed.height() + " = "
                    + claimed.pixels() + " pixels, allowed are " + pixels);
        }
    }
}
