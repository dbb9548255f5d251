package io.depth4j.internal.kernel;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Only the indices gain by vectors: a gather from the table was as fast as, or slower than, the scalar stores. */
final class VectorColorKernels implements ColorKernels {

    private static final VectorSpecies<Float> FLOAT = Lanes.FLOAT;

    /** Added to a float of 0 to 2^22, it leaves the nearest whole number in the low bits. */
    private static final float MAGIC = 0x1p23f;

    private static final int MANTISSA = 0x7fffff;

    /** Floats above zero order as their bits do, so that cutting them is one instruction. */
    private static final int LAST = Float.floatToRawIntBits(LEVELS - 1);

    private final ScalarColorKernels scalar = new ScalarColorKernels();

    @Override
    public void indices(float[] src, int srcOffset, int length, float low, float high, int[] dst, int dstOffset) {
        float unit = ColorKernels.unit(low, high);
        float span = ColorKernels.span(low, high, unit);
        float start = low * unit;
        int bound = FLOAT.loopBound(length);
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector value = FloatVector.fromArray(FLOAT, src, srcOffset + i);
            FloatVector level = value.mul(unit)
                    .sub(start)
                    .div(span)
                    .mul(LEVELS)
                    .reinterpretAsInts()
                    .min(LAST)
                    .reinterpretAsFloats();
            // rounding to nearest may have gone up: then one less
            FloatVector nearest = level.add(MAGIC).sub(MAGIC);
            FloatVector index = nearest.sub(1, nearest.compare(VectorOperators.GT, level));
            VectorMask<Float> under = value.compare(VectorOperators.LT, low);
            VectorMask<Float> over = value.compare(VectorOperators.GT, high);
            VectorMask<Float> good = value.compare(VectorOperators.GE, low);
            FloatVector bad = FloatVector.broadcast(FLOAT, BAD);
            IntVector found = bad.blend(index, good)
                    .blend(UNDER, under)
                    .blend(OVER, over)
                    .add(MAGIC)
                    .reinterpretAsInts();
            found.and(MANTISSA).intoArray(dst, dstOffset + i);
        }
        scalar.indices(src, srcOffset + bound, length - bound, low, high, dst, dstOffset + bound);
    }

    @Override
    public void levels8(
            float[] src, int srcOffset, int length, float low, float high, byte missing, byte[] dst, int dstOffset) {
        int bound = Lanes.HAS_BYTE_QUARTER ? FLOAT.loopBound(length) : 0;
        float unit = ColorKernels.unit(low, high);
        float scale = ColorKernels.scale(low, high, unit, 255);
        float start = low * unit;
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector level = FloatVector.fromArray(FLOAT, src, srcOffset + i)
                    .mul(unit)
                    .sub(start)
                    .mul(scale);
            IntVector rounded = rounded(level, 255, missing & 255);
            ((ByteVector) rounded.convertShape(VectorOperators.I2B, Lanes.BYTE_QUARTER, 0))
                    .intoArray(dst, dstOffset + i);
        }
        scalar.levels8(src, srcOffset + bound, length - bound, low, high, missing, dst, dstOffset + bound);
    }

    @Override
    public void levels16(
            float[] src, int srcOffset, int length, float low, float high, short missing, byte[] dst, int dstOffset) {
        int bound = FLOAT.loopBound(length);
        float unit = ColorKernels.unit(low, high);
        float scale = ColorKernels.scale(low, high, unit, 65535);
        float start = low * unit;
        for (int i = 0; i < bound; i += FLOAT.length()) {
            FloatVector level = FloatVector.fromArray(FLOAT, src, srcOffset + i)
                    .mul(unit)
                    .sub(start)
                    .mul(scale);
            IntVector rounded = rounded(level, 65535, missing & 0xffff);
            IntVector swapped = rounded.lanewise(VectorOperators.LSHL, 8)
                    .or(rounded.and(0xffff).lanewise(VectorOperators.LSHR, 8));
            swapped.convertShape(VectorOperators.I2S, Lanes.SHORT_HALF, 0)
                    .reinterpretAsBytes()
                    .intoArray(dst, dstOffset + 2 * i);
        }
        scalar.levels16(src, srcOffset + bound, length - bound, low, high, missing, dst, dstOffset + 2 * bound);
    }

    /** The level, cut and rounded half to even, in the low bits. */
    private static IntVector rounded(FloatVector level, float top, int missing) {
        return level.reinterpretAsInts()
                .max(0)
                .min(Float.floatToRawIntBits(top))
                .reinterpretAsFloats()
                .add(MAGIC)
                .reinterpretAsInts()
                .blend(missing, level.compare(VectorOperators.NE, level).cast(Lanes.INT));
    }

    @Override
    public void lookup3(byte[] src, int srcOffset, int length, int[] entries, byte[] dst, int dstOffset) {
        scalar.lookup3(src, srcOffset, length, entries, dst, dstOffset);
    }

    @Override
    public void lookup4(byte[] src, int srcOffset, int length, int[] entries, byte[] dst, int dstOffset) {
        scalar.lookup4(src, srcOffset, length, entries, dst, dstOffset);
    }

    @Override
    public void lookup3(int[] src, int srcOffset, int length, int[] entries, byte[] dst, int dstOffset) {
        scalar.lookup3(src, srcOffset, length, entries, dst, dstOffset);
    }

    @Override
    public void lookup4(int[] src, int srcOffset, int length, int[] entries, byte[] dst, int dstOffset) {
        scalar.lookup4(src, srcOffset, length, entries, dst, dstOffset);
    }
}
