package io.depth4j.internal.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

final class VectorPlaneKernels implements PlaneKernels {

    private static final VectorSpecies<Float> FLOAT = Lanes.FLOAT;

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
        scalar.mixFixed(rows, offsets, taps, weights, at, shift, length, dst, dstOffset);
    }

    @Override
    public void mixLinear(
            int[] rows, int low, int high, int lowWeight, int highWeight, int length, byte[] dst, int dstOffset) {
        scalar.mixLinear(rows, low, high, lowWeight, highWeight, length, dst, dstOffset);
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
        scalar.mixToBytes(rows, offsets, taps, weights, at, scale, length, dst, dstOffset);
    }

    @Override
    public void mix(
            float[] rows, int[] offsets, int taps, float[] weights, int at, int length, float[] dst, int dstOffset) {
        scalar.mix(rows, offsets, taps, weights, at, length, dst, dstOffset);
    }
}
