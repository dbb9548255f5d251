package io.depth4j.internal.kernel;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

final class VectorPlaneKernels implements PlaneKernels {

    private static final VectorSpecies<Float> FLOAT = Lanes.FLOAT;

    private static final VectorSpecies<Integer> INT = Lanes.INT;
    private static final VectorSpecies<Byte> BYTE = Lanes.BYTE_QUARTER;
    private static final int LANES = INT.length();

    private final ScalarPlaneKernels scalar = new ScalarPlaneKernels();

    /**
     * Comparisons pass over {@code NaN} by themselves. Infinities they do not, but those are rare: if one came out, the scalar
     * scan begins anew.
     */
    @Override
    public void minMax(float[] src, int offset, int length, float[] dst) {
        int lanes = FLOAT.length();
        int end = offset + length - length % (4 * lanes);
        FloatVector low0 = FloatVector.broadcast(FLOAT, Float.POSITIVE_INFINITY);
        FloatVector low1 = low0;
        FloatVector low2 = low0;
        FloatVector low3 = low0;
        FloatVector high0 = FloatVector.broadcast(FLOAT, Float.NEGATIVE_INFINITY);
        FloatVector high1 = high0;
        FloatVector high2 = high0;
        FloatVector high3 = high0;
        for (int i = offset; i < end; i += 4 * lanes) {
            FloatVector v0 = FloatVector.fromArray(FLOAT, src, i);
            FloatVector v1 = FloatVector.fromArray(FLOAT, src, i + lanes);
            FloatVector v2 = FloatVector.fromArray(FLOAT, src, i + 2 * lanes);
            FloatVector v3 = FloatVector.fromArray(FLOAT, src, i + 3 * lanes);
            low0 = low0.blend(v0, v0.compare(VectorOperators.LT, low0));
            low1 = low1.blend(v1, v1.compare(VectorOperators.LT, low1));
            low2 = low2.blend(v2, v2.compare(VectorOperators.LT, low2));
            low3 = low3.blend(v3, v3.compare(VectorOperators.LT, low3));
            high0 = high0.blend(v0, v0.compare(VectorOperators.GT, high0));
            high1 = high1.blend(v1, v1.compare(VectorOperators.GT, high1));
            high2 = high2.blend(v2, v2.compare(VectorOperators.GT, high2));
            high3 = high3.blend(v3, v3.compare(VectorOperators.GT, high3));
        }
        float lowest = low0.min(low1).min(low2.min(low3)).reduceLanes(VectorOperators.MIN);
        float highest = high0.max(high1).max(high2.max(high3)).reduceLanes(VectorOperators.MAX);
        if (lowest == Float.NEGATIVE_INFINITY || highest == Float.POSITIVE_INFINITY) {
            scalar.minMax(src, offset, length, dst);
            return;
        }
        scalar.minMax(src, end, offset + length - end, dst);
        if (lowest <= highest) {
            dst[0] = Float.isNaN(dst[0]) ? lowest : Math.min(dst[0], lowest);
            dst[1] = Float.isNaN(dst[1]) ? highest : Math.max(dst[1], highest);
        }
    }

    @Override
    public boolean allFinite(float[] src, int offset, int length) {
        int end = offset + FLOAT.loopBound(length);
        for (int i = offset; i < end; i += FLOAT.length()) {
            FloatVector value = FloatVector.fromArray(FLOAT, src, i);
            if (!value.abs().compare(VectorOperators.LE, Float.MAX_VALUE).allTrue()) {
                return false;
            }
        }
        return scalar.allFinite(src, end, offset + length - end);
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
        if (!Lanes.HAS_BYTE_QUARTER || length < LANES) {
            scalar.mixFixed(rows, offsets, taps, weights, at, shift, length, dst, dstOffset);
            return;
        }
        int half = 1 << shift >> 1;
        for (int i = 0; i < length; i += LANES) {
            int start = Math.min(i, length - LANES);
            IntVector sum = IntVector.broadcast(INT, half);
            for (int k = 0; k < taps; k++) {
                IntVector row = ByteVector.fromArray(BYTE, rows, offsets[k] + start)
                        .convertShape(VectorOperators.B2I, INT, 0)
                        .reinterpretAsInts()
                        .and(0xff);
                sum = sum.add(row.mul(weights[at + k]));
            }
            IntVector value = sum.lanewise(VectorOperators.ASHR, shift).max(0).min(255);
            ((ByteVector) value.convertShape(VectorOperators.I2B, BYTE, 0)).intoArray(dst, dstOffset + start);
        }
    }

    @Override
    public void mixLinear(
            int[] rows, int low, int high, int lowWeight, int highWeight, int length, byte[] dst, int dstOffset) {
        if (!Lanes.HAS_BYTE_QUARTER || length < LANES) {
            scalar.mixLinear(rows, low, high, lowWeight, highWeight, length, dst, dstOffset);
            return;
        }
        for (int i = 0; i < length; i += LANES) {
            int start = Math.min(i, length - LANES);
            IntVector above = IntVector.fromArray(INT, rows, low + start)
                    .lanewise(VectorOperators.ASHR, 4)
                    .mul(lowWeight)
                    .lanewise(VectorOperators.ASHR, 16);
            IntVector below = IntVector.fromArray(INT, rows, high + start)
                    .lanewise(VectorOperators.ASHR, 4)
                    .mul(highWeight)
                    .lanewise(VectorOperators.ASHR, 16);
            IntVector value = above.add(below).add(2).lanewise(VectorOperators.ASHR, 2);
            ((ByteVector) value.convertShape(VectorOperators.I2B, BYTE, 0)).intoArray(dst, dstOffset + start);
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
        if (!Lanes.HAS_BYTE_QUARTER || length < LANES) {
            scalar.mixToBytes(rows, offsets, taps, weights, at, scale, length, dst, dstOffset);
            return;
        }
        for (int i = 0; i < length; i += LANES) {
            int start = Math.min(i, length - LANES);
            FloatVector sum = FloatVector.zero(FLOAT);
            for (int k = 0; k < taps; k++) {
                sum = sum.add(
                        FloatVector.fromArray(FLOAT, rows, offsets[k] + start).mul(weights[at + k]));
            }
            IntVector value = sum.mul(scale).min(255f).max(0f).add(0x1p23f).reinterpretAsInts();
            ((ByteVector) value.convertShape(VectorOperators.I2B, BYTE, 0)).intoArray(dst, dstOffset + start);
        }
    }

    @Override
    public void mix(
            float[] rows, int[] offsets, int taps, float[] weights, int at, int length, float[] dst, int dstOffset) {
        if (length < LANES) {
            scalar.mix(rows, offsets, taps, weights, at, length, dst, dstOffset);
            return;
        }
        for (int i = 0; i < length; i += LANES) {
            int start = Math.min(i, length - LANES);
            FloatVector sum = FloatVector.zero(FLOAT);
            for (int k = 0; k < taps; k++) {
                sum = sum.add(
                        FloatVector.fromArray(FLOAT, rows, offsets[k] + start).mul(weights[at + k]));
            }
            sum.intoArray(dst, dstOffset + start);
        }
    }
}
