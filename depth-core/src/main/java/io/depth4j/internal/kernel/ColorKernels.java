package io.depth4j.internal.kernel;

import java.util.Arrays;
import java.util.Optional;

/**
 * From values to levels and to table entries, and from entries to pixels. An entry is a pixel as it lies in memory, its first byte lowest;
 * for pixels of three bytes its highest byte is not used.
 */
public sealed interface ColorKernels permits ScalarColorKernels, VectorColorKernels {

    /** Entries of a scale over a range. */
    int LEVELS = 256;

    /** The index of a value below the range. */
    int UNDER = LEVELS;

    /** The index of a value above the range. */
    int OVER = LEVELS + 1;

    /** The index of {@code NaN}, and of every value where the range is empty. */
    int BAD = LEVELS + 2;

    /**
     * The index of each value: {@code min(255, trunc((v - low) / (high - low) * 256))} in float arithmetic inside the range,
     * else {@link #UNDER}, {@link #OVER} or {@link #BAD}. A range without width has index 0 at its only value.
     */
    void indices(float[] src, int srcOffset, int length, float low, float high, int[] dst, int dstOffset);

    /**
     * A byte for each value: {@code (v - low) * (255 / (high - low))} in float arithmetic, cut to 0..255 and rounded, half to
     * even; {@code missing} for {@code NaN}, and everywhere if the range is empty. A range without width parts 0 from 255.
     */
    void levels8(
            float[] src, int srcOffset, int length, float low, float high, byte missing, byte[] dst, int dstOffset);

    /** As {@link #levels8} with 65535 for 255, two bytes a value, the high one first: the order of PNG and of Netpbm. */
    void levels16(
            float[] src, int srcOffset, int length, float low, float high, short missing, byte[] dst, int dstOffset);

    /** Three bytes a pixel from the entries of unsigned bytes. */
    void lookup3(byte[] src, int srcOffset, int length, int[] entries, byte[] dst, int dstOffset);

    /** Four bytes a pixel from the entries of unsigned bytes. */
    void lookup4(byte[] src, int srcOffset, int length, int[] entries, byte[] dst, int dstOffset);

    /** Three bytes a pixel from the entries of indices. */
    void lookup3(int[] src, int srcOffset, int length, int[] entries, byte[] dst, int dstOffset);

    /** Four bytes a pixel from the entries of indices. */
    void lookup4(int[] src, int srcOffset, int length, int[] entries, byte[] dst, int dstOffset);

    /**
     * What values and both ends are multiplied by before they are subtracted, so that the width of the widest range stays a float,
     * and one over that of the narrowest. A power of two: it changes no quotient.
     */
    static float unit(float low, float high) {
        if (Math.max(Math.abs(low), Math.abs(high)) < 0x1p-60f) {
            return 0x1p100f;
        }
        return high - low <= Float.MAX_VALUE ? 1 : 0.25f;
    }

    /** The width of the range in units; 1 if it has none, so that its only value has quotient 0. */
    static float span(float low, float high, float unit) {
        float span = high * unit - low * unit;
        return span == 0 ? 1 : span;
    }

    /** What a difference in units is multiplied by to get levels up to {@code top}; steep where there is no width, yet finite. */
    static float scale(float low, float high, float unit, float top) {
        return Math.min(Float.MAX_VALUE, top / (high * unit - low * unit));
    }

    /** A short run of both implementations over the same input: what differs first, if anything does. */
    static Optional<String> disagreement(ColorKernels reference, ColorKernels candidate) {
        float[] src = new float[131];
        for (int i = 0; i < src.length; i++) {
            src[i] = i % 11 == 0 ? Float.NaN : (i * 37 % 101) - 20.3f;
        }
        int[] expected = new int[src.length];
        int[] found = new int[src.length];
        reference.indices(src, 1, src.length - 1, -5.5f, 60, expected, 1);
        candidate.indices(src, 1, src.length - 1, -5.5f, 60, found, 1);
        byte[] expectedLevels = new byte[3 * src.length];
        byte[] foundLevels = new byte[3 * src.length];
        reference.levels8(src, 1, src.length - 1, -5.5f, 60, (byte) 7, expectedLevels, 0);
        candidate.levels8(src, 1, src.length - 1, -5.5f, 60, (byte) 7, foundLevels, 0);
        reference.levels16(src, 1, src.length - 1, -5.5f, 60, (short) 7, expectedLevels, src.length);
        candidate.levels16(src, 1, src.length - 1, -5.5f, 60, (short) 7, foundLevels, src.length);
        if (!Arrays.equals(expected, found)) {
            return Optional.of("indices, first at " + Arrays.mismatch(expected, found));
        }
        int first = Arrays.mismatch(expectedLevels, foundLevels);
        return first < 0 ? Optional.empty() : Optional.of("levels, first at byte " + first);
    }
}
