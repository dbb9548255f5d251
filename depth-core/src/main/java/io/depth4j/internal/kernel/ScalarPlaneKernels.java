package io.depth4j.internal.kernel;

import java.util.Arrays;

final class ScalarPlaneKernels implements PlaneKernels {

    @Override
    public void minMax(float[] src, int offset, int length, float[] dst) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int i = offset; i < offset + length; i++) {
            float value = src[i];
            if (Math.abs(value) <= Float.MAX_VALUE) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        dst[0] = low <= high ? low : Float.NaN;
        dst[1] = low <= high ? high : Float.NaN;
    }

    @Override
    public boolean allFinite(float[] src, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (!(Math.abs(src[i]) <= Float.MAX_VALUE)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void mixFixed(
            byte[] rows,
            int[] offsets,
            int taps,
            int[] weights,
            int at,
            int shift,
            int length,
            byte[] dst,
            int dstOffset) {
        int half = 1 << shift >> 1;
        for (int i = 0; i < length; i++) {
            int sum = half;
            for (int k = 0; k < taps; k++) {
                sum += (rows[offsets[k] + i] & 0xff) * weights[at + k];
            }
            dst[dstOffset + i] = (byte) Math.max(0, Math.min(255, sum >> shift));
        }
    }

    @Override
    public void mixLinear(
            int[] rows, int low, int high, int lowWeight, int highWeight, int length, byte[] dst, int dstOffset) {
        for (int i = 0; i < length; i++) {
            int quarters = ((rows[low + i] >> 4) * lowWeight >> 16) + ((rows[high + i] >> 4) * highWeight >> 16);
            dst[dstOffset + i] = (byte) (quarters + 2 >> 2);
        }
    }

    @Override
    public void mixToBytes(
            float[] rows,
            int[] offsets,
            int taps,
            float[] weights,
            int at,
            float scale,
            int length,
            byte[] dst,
            int dstOffset) {
        for (int i = 0; i < length; i++) {
            float sum = 0;
            for (int k = 0; k < taps; k++) {
                sum += rows[offsets[k] + i] * weights[at + k];
            }
            float value = Math.max(0f, Math.min(255f, sum * scale));
            // Beyond 2^23 a float has no fraction: the addition rounds half to even, and its low bits are the number.
            dst[dstOffset + i] = (byte) Float.floatToRawIntBits(value + 0x1p23f);
        }
    }

    @Override
    public void mix(
            float[] rows, int[] offsets, int taps, float[] weights, int at, int length, float[] dst, int dstOffset) {
        Arrays.fill(dst, dstOffset, dstOffset + length, 0f);
        // Tap by tap, because this loop is one that C2 vectorises.
        for (int k = 0; k < taps; k++) {
            float weight = weights[at + k];
            int row = offsets[k];
            for (int i = 0; i < length; i++) {
                dst[dstOffset + i] += rows[row + i] * weight;
            }
        }
    }
}
