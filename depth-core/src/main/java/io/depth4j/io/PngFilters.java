package io.depth4j.io;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The row filters of PNG. Rows stand in their arrays from index {@code start} on, with at least one pixel of zeros before
 * them, so that no loop asks for the left edge; above the first row stands a row of zeros.
 */
final class PngFilters {

    static final int COUNT = 5;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long BUT_LOWEST = 0xfefefefefefefefeL;

    private PngFilters() {}

    /** The number that the standard gives a filter. */
    static int number(PngOptions.Filter filter) {
        return switch (filter) {
            case NONE -> 0;
            case SUB -> 1;
            case UP -> 2;
            case AVERAGE -> 3;
            case PAETH -> 4;
            case ADAPTIVE, AUTO -> throw new IllegalArgumentException(filter + " chooses among filters and is none");
        };
    }

    /** Writes the filtered row; {@code filter} is its number in the standard. */
    static void filter(int filter, byte[] row, byte[] above, int start, int count, int step, byte[] dst, int at) {
        switch (filter) {
            case 0 -> System.arraycopy(row, start, dst, at, count);
            case 1 -> sub(row, start, count, step, dst, at);
            case 2 -> up(row, above, start, count, dst, at);
            case 3 -> average(row, above, start, count, step, dst, at);
            case 4 -> paeth(row, above, start, count, step, dst, at);
            default -> throw new IllegalArgumentException("PNG has filters 0 to 4, found " + filter);
        }
    }

    /** How large the filtered bytes are, taken as signed: the usual guess at how well they pack. */
    static long cost(byte[] filtered, int at, int count) {
        int sum = 0;
        long total = 0;
        for (int i = at; i < at + count; i++) {
            sum += Math.abs(filtered[i]);
            if (sum < 0) {
                total += sum & 0xffffffffL;
                sum = 0;
            }
        }
        return total + sum;
    }

    private static void sub(byte[] row, int start, int count, int step, byte[] dst, int at) {
        for (int i = 0; i < count; i++) {
            dst[at + i] = (byte) (row[start + i] - row[start + i - step]);
        }
    }

    private static void up(byte[] row, byte[] above, int start, int count, byte[] dst, int at) {
        for (int i = 0; i < count; i++) {
            dst[at + i] = (byte) (row[start + i] - above[start + i]);
        }
    }

    /** Eight bytes at a time in one long, borrows kept from crossing bytes; the compiler finds no vectors here. */
    private static void average(byte[] row, byte[] above, int start, int count, int step, byte[] dst, int at) {
        int i = 0;
        for (; i <= count - Long.BYTES; i += Long.BYTES) {
            long value = (long) LONGS.get(row, start + i);
            long left = (long) LONGS.get(row, start + i - step);
            long up = (long) LONGS.get(above, start + i);
            long mean = (left & up) + (((left ^ up) & BUT_LOWEST) >>> 1);
            long difference = ((value | HIGH_BITS) - (mean & ~HIGH_BITS)) ^ ((value ^ ~mean) & HIGH_BITS);
            LONGS.set(dst, at + i, difference);
        }
        for (; i < count; i++) {
            int mean = (row[start + i - step] & 0xff) + (above[start + i] & 0xff) >> 1;
            dst[at + i] = (byte) (row[start + i] - mean);
        }
    }

    private static void paeth(byte[] row, byte[] above, int start, int count, int step, byte[] dst, int at) {
        for (int i = 0; i < count; i++) {
            int left = row[start + i - step] & 0xff;
            int up = above[start + i] & 0xff;
            int corner = above[start + i - step] & 0xff;
            int toLeft = Math.abs(up - corner);
            int toUp = Math.abs(left - corner);
            int toCorner = Math.abs(left + up - 2 * corner);
            int nearer = toUp <= toCorner ? up : corner;
            int predicted = toLeft <= toUp && toLeft <= toCorner ? left : nearer;
            dst[at + i] = (byte) (row[start + i] - predicted);
        }
    }
}
