package io.depth4j.internal.codec;

/** How wider samples become bytes. */
public final class Narrowing {

    private Narrowing() {}

    /** The nearest of 0 to 255 for a sample of 16 bits: {@code round(sample / 257)}. */
    public static int to8(int sample16) {
        return sample16 * 255 + 32895 >> 16;
    }
}
