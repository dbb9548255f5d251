package io.depth4j.benchmarks.guard;

import java.util.OptionalDouble;

/**
 * How many times as fast as the peer we must be, by the width of the vectors found. Narrower vectors and scalar kernels have no
 * floor: they are reported.
 */
public record Floors(OptionalDouble wide, OptionalDouble narrow) {

    /** Reported only, whatever the width. */
    public static final Floors NONE = new Floors(OptionalDouble.empty(), OptionalDouble.empty());

    private static final int WIDE_BITS = 512;
    private static final int NARROW_BITS = 256;

    /** One floor for vectors of 512 bits, another for 256. */
    public static Floors of(double wide, double narrow) {
        return new Floors(OptionalDouble.of(wide), OptionalDouble.of(narrow));
    }

    /** The same floor for both widths. */
    public static Floors of(double floor) {
        return of(floor, floor);
    }

    public OptionalDouble at(int vectorBits) {
        if (vectorBits >= WIDE_BITS) {
            return wide;
        }
        return vectorBits >= NARROW_BITS ? narrow : OptionalDouble.empty();
    }
}
