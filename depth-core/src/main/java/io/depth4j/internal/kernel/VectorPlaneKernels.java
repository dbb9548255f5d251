package io.depth4j.internal.kernel;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

final class VectorPlaneKernels implements PlaneKernels {

    private static final VectorSpecies<Float> FLOAT = Lanes.FLOAT;

    private static final VectorSpecies<Integer> INT = Lanes.INT;
    private static final VectorSpecies<Byte> BYTE = Lanes.BYTE_QUARTER;
    private static final int LANES = INT.length();

    private final ScalarPlaneKernels scalar = new ScalarPlaneKernels();

    @Override
    public void minMax(float[] src, int offset, int length, float[] dst) {
        int end = offset + FLOAT.loopBound(length);
        FloatVector low = FloatVector.broadcast(FLOAT, Float.POSITIVE_INFINITY);
        FloatVector high = FloatVector.broadcast(FLOAT, Float.NEGATIVE_INFINITY);
        for (int i = offset; i < end; i += FLOAT.length()) {
            FloatVector value = FloatVector.fromArray(FLOAT, src, i);
            VectorMask<Float> finite = value.abs().compare(VectorOperators.LE, Float.MAX_VALUE);
            low = low.blend(low.min(value), finite);
            high = high.blend(high.max(value), finite);
        }
        scalar.minMax(src, end, offset + length - end, dst);
        float lowest = low.reduceLanes(VectorOperators.MIN);
        float highest = high.reduceLanes(VectorOperators.MAX);
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
