package io.depth4j.internal.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

final class ScalarColorKernels implements ColorKernels {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final float MAGIC = 0x1p23f;

    @Override
    public void indices(float[] src, int srcOffset, int length, float low, float high, int[] dst, int dstOffset) {
        float unit = ColorKernels.unit(low, high);
        float span = ColorKernels.span(low, high, unit);
        float start = low * unit;
        for (int i = 0; i < length; i++) {
            float value = src[srcOffset + i];
            int index = BAD;
            if (value < low) {
                index = UNDER;
            } else if (value > high) {
                index = OVER;
            } else if (value >= low) {
                index = Math.min(LEVELS - 1, (int) ((value * unit - start) / span * LEVELS));
            }
            dst[dstOffset + i] = index;
        }
    }

    @Override
    public void levels8(
            float[] src, int srcOffset, int length, float low, float high, byte missing, byte[] dst, int dstOffset) {
        float unit = ColorKernels.unit(low, high);
        float scale = ColorKernels.scale(low, high, unit, 255);
        float start = low * unit;
        for (int i = 0; i < length; i++) {
            float level = (src[srcOffset + i] * unit - start) * scale;
            dst[dstOffset + i] = Float.isNaN(level) ? missing : (byte) rounded(level, 255);
        }
    }

    @Override
    public void levels16(
            float[] src, int srcOffset, int length, float low, float high, short missing, byte[] dst, int dstOffset) {
        float unit = ColorKernels.unit(low, high);
        float scale = ColorKernels.scale(low, high, unit, 65535);
        float start = low * unit;
        for (int i = 0; i < length; i++) {
            float level = (src[srcOffset + i] * unit - start) * scale;
            int value = Float.isNaN(level) ? missing : rounded(level, 65535);
            dst[dstOffset + 2 * i] = (byte) (value >> 8);
            dst[dstOffset + 2 * i + 1] = (byte) value;
        }
    }

    /** The addition rounds half to even, and leaves the whole number in the low bits. */
    private static int rounded(float level, float top) {
        return Float.floatToRawIntBits(Math.max(0, Math.min(top, level)) + MAGIC);
    }

    /** Eight pixels a step. Each store of four bytes spills into the next pixel, which is stored after it; the last are not. */
    @Override
    public void lookup3(byte[] src, int srcOffset, int length, int[] entries, byte[] dst, int dstOffset) {
        int i = 0;
        int to = dstOffset;
        for (; i < length - 8; i += 8) {
            long eight = (long) LONG.get(src, srcOffset + i);
            INT.set(dst, to, entries[(int) eight & 255]);
            INT.set(dst, to + 3, entries[(int) (eight >>> 8) & 255]);
            INT.set(dst, to + 6, entries[(int) (eight >>> 16) & 255]);
            INT.set(dst, to + 9, entries[(int) (eight >>> 24) & 255]);
            INT.set(dst, to + 12, entries[(int) (eight >>> 32) & 255]);
            INT.set(dst, to + 15, entries[(int) (eight >>> 40) & 255]);
            INT.set(dst, to + 18, entries[(int) (eight >>> 48) & 255]);
            INT.set(dst, to + 21, entries[(int) (eight >>> 56)]);
            to += 24;
        }
        for (; i < length; i++) {
            store3(entries[src[srcOffset + i] & 255], dst, to);
            to += 3;
        }
    }

    @Override
    public void lookup4(byte[] src, int srcOffset, int length, int[] entries, byte[] dst, int dstOffset) {
        int i = 0;
        int to = dstOffset;
        for (; i <= length - 8; i += 8) {
            long eight = (long) LONG.get(src, srcOffset + i);
            INT.set(dst, to, entries[(int) eight & 255]);
            INT.set(dst, to + 4, entries[(int) (eight >>> 8) & 255]);
            INT.set(dst, to + 8, entries[(int) (eight >>> 16) & 255]);
            INT.set(dst, to + 12, entries[(int) (eight >>> 24) & 255]);
            INT.set(dst, to + 16, entries[(int) (eight >>> 32) & 255]);
            INT.set(dst, to + 20, entries[(int) (eight >>> 40) & 255]);
            INT.set(dst, to + 24, entries[(int) (eight >>> 48) & 255]);
            INT.set(dst, to + 28, entries[(int) (eight >>> 56)]);
            to += 32;
        }
        for (; i < length; i++) {
            INT.set(dst, to, entries[src[srcOffset + i] & 255]);
            to += 4;
        }
    }

    @Override
    public void lookup3(int[] src, int srcOffset, int length, int[] entries, byte[] dst, int dstOffset) {
        int i = 0;
        int to = dstOffset;
        for (; i < length - 4; i += 4) {
            int from = srcOffset + i;
            INT.set(dst, to, entries[src[from]]);
            INT.set(dst, to + 3, entries[src[from + 1]]);
            INT.set(dst, to + 6, entries[src[from + 2]]);
            INT.set(dst, to + 9, entries[src[from + 3]]);
            to += 12;
        }
        for (; i < length; i++) {
            store3(entries[src[srcOffset + i]], dst, to);
            to += 3;
        }
    }

    @Override
    public void lookup4(int[] src, int srcOffset, int length, int[] entries, byte[] dst, int dstOffset) {
        for (int i = 0; i < length; i++) {
            INT.set(dst, dstOffset + 4 * i, entries[src[srcOffset + i]]);
        }
    }

    private static void store3(int entry, byte[] dst, int offset) {
        dst[offset] = (byte) entry;
        dst[offset + 1] = (byte) (entry >> 8);
        dst[offset + 2] = (byte) (entry >> 16);
    }
}
