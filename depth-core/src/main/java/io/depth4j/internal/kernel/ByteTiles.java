package io.depth4j.internal.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Transposes bytes, eight times eight at once in eight long registers. */
final class ByteTiles {

    private static final int SIDE = 8;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HALVES = 0x00000000_ffffffffL;
    private static final long QUARTERS = 0x0000ffff_0000ffffL;
    private static final long EIGHTHS = 0x00ff00ff_00ff00ffL;

    private ByteTiles() {}

    /** Writes {@code src[srcOffset + r * srcStride + c]} to {@code dst[dstOffset + c * dstStride + r]}. */
    static void transpose(
            byte[] src, int srcOffset, int srcStride, int rows, int columns, byte[] dst, int dstOffset, int dstStride) {
        int tiledRows = rows - rows % SIDE;
        int tiledColumns = columns - columns % SIDE;
        for (int r = 0; r < tiledRows; r += SIDE) {
            for (int c = 0; c < tiledColumns; c += SIDE) {
                tile(src, srcOffset + r * srcStride + c, srcStride, dst, dstOffset + c * dstStride + r, dstStride);
            }
        }
        for (int r = 0; r < rows; r++) {
            for (int c = r < tiledRows ? tiledColumns : 0; c < columns; c++) {
                dst[dstOffset + c * dstStride + r] = src[srcOffset + r * srcStride + c];
            }
        }
    }

    /** Exchanges the off-diagonal blocks of four, then of two, then of one. */
    private static void tile(byte[] src, int from, int srcStride, byte[] dst, int to, int dstStride) {
        long a = (long) EIGHT.get(src, from);
        long b = (long) EIGHT.get(src, from + srcStride);
        long c = (long) EIGHT.get(src, from + 2 * srcStride);
        long d = (long) EIGHT.get(src, from + 3 * srcStride);
        long e = (long) EIGHT.get(src, from + 4 * srcStride);
        long f = (long) EIGHT.get(src, from + 5 * srcStride);
        long g = (long) EIGHT.get(src, from + 6 * srcStride);
        long h = (long) EIGHT.get(src, from + 7 * srcStride);
        long swap = (a >>> 32 ^ e) & HALVES;
        a ^= swap << 32;
        e ^= swap;
        swap = (b >>> 32 ^ f) & HALVES;
        b ^= swap << 32;
        f ^= swap;
        swap = (c >>> 32 ^ g) & HALVES;
        c ^= swap << 32;
        g ^= swap;
        swap = (d >>> 32 ^ h) & HALVES;
        d ^= swap << 32;
        h ^= swap;
        swap = (a >>> 16 ^ c) & QUARTERS;
        a ^= swap << 16;
        c ^= swap;
        swap = (b >>> 16 ^ d) & QUARTERS;
        b ^= swap << 16;
        d ^= swap;
        swap = (e >>> 16 ^ g) & QUARTERS;
        e ^= swap << 16;
        g ^= swap;
        swap = (f >>> 16 ^ h) & QUARTERS;
        f ^= swap << 16;
        h ^= swap;
        swap = (a >>> 8 ^ b) & EIGHTHS;
        EIGHT.set(dst, to, a ^ swap << 8);
        EIGHT.set(dst, to + dstStride, b ^ swap);
        swap = (c >>> 8 ^ d) & EIGHTHS;
        EIGHT.set(dst, to + 2 * dstStride, c ^ swap << 8);
        EIGHT.set(dst, to + 3 * dstStride, d ^ swap);
        swap = (e >>> 8 ^ f) & EIGHTHS;
        EIGHT.set(dst, to + 4 * dstStride, e ^ swap << 8);
        EIGHT.set(dst, to + 5 * dstStride, f ^ swap);
        swap = (g >>> 8 ^ h) & EIGHTHS;
        EIGHT.set(dst, to + 6 * dstStride, g ^ swap << 8);
        EIGHT.set(dst, to + 7 * dstStride, h ^ swap);
    }
}
