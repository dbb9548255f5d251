package io.depth4j.internal.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Digits, eight bytes at a time: what they mean without a branch for each of them. */
final class EightBytes {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ZEROS = 0x3030303030303030L;
    private static final long ABOVE_NINE = 0x7676767676767676L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long EVERY_FOURTH = 0x000000ff000000ffL;
    private static final long MILLIONS_AND_HUNDREDS = 0x000f424000000064L;
    private static final long TEN_THOUSANDS_AND_ONES = 0x0000271000000001L;

    private EightBytes() {}

    /** The eight bytes from an index on, the first one lowest. */
    static long at(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    /** How many of them are digits before the first that is none; 0 if all are. */
    static int digits(long eight) {
        long values = eight ^ ZEROS;
        // A byte above nine sets its high bit. What it carries on changes only bytes behind the first of them.
        long others = (values + ABOVE_NINE | values) & HIGH_BITS;
        return Long.numberOfTrailingZeros(others) >> 3 & 7;
    }

    /** The number that the first {@code digits} of them make, at most seven; anything if there are none. */
    static int number(long eight, int digits) {
        // As if zeros stood before it: eight digits, then four pairs, then two numbers of four digits.
        long values = (eight ^ ZEROS) << 64 - 8 * digits;
        long pairs = values * 10 + (values >>> 8);
        return (int)
                ((pairs & EVERY_FOURTH) * MILLIONS_AND_HUNDREDS + (pairs >>> 16 & EVERY_FOURTH) * TEN_THOUSANDS_AND_ONES
                        >> 32);
    }
}
