package io.depth4j.internal.java;

import io.depth4j.internal.kernel.NetKernels;
import io.depth4j.spi.TensorInfo;
import java.util.OptionalInt;

/**
 * The shape of a picture inside, whose pixels hold all their channels together.
 *
 * @param height {@link #ANY} where it is not known yet, as for {@code width}
 */
record Shape(int channels, int height, int width) {

    static final int ANY = TensorInfo.ANY;

    /** Floats of one pixel. */
    int stride() {
        return NetKernels.padded(channels);
    }

    int pixels() {
        return height * width;
    }

    /** Floats of all pixels, perhaps more than an array has. */
    long floats() {
        return (long) stride() * height * width;
    }

    /** What an axis becomes if one of one and one of another length are put together; empty if they cannot be. */
    static OptionalInt together(int first, int second) {
        if (first == second || second == 1) {
            return OptionalInt.of(first);
        }
        if (first == 1 || first == ANY) {
            return OptionalInt.of(second);
        }
        return second == ANY ? OptionalInt.of(first) : OptionalInt.empty();
    }

    private static String axis(int length) {
        return length == ANY ? "?" : Integer.toString(length);
    }

    @Override
    public String toString() {
        return channels + "×" + axis(height) + "×" + axis(width);
    }
}
