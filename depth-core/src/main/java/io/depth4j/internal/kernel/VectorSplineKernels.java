package io.depth4j.internal.kernel;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** Lanes are lines. Two vectors at a time: the recursions wait for one another, so two chains take hardly longer than one. */
@SuppressWarnings("UnusedMethod") // Apart finds them by name.
final class VectorSplineKernels implements SplineKernels {

    private static final VectorSpecies<Double> DOUBLE = Lanes.DOUBLE;
    private static final int WIDTH = DOUBLE.length();
    private static final VectorSpecies<Float> FLOAT = Lanes.FLOAT;
    private static final VectorSpecies<Float> HALF_FLOAT =
            VectorSpecies.of(float.class, VectorShape.forBitSize(Lanes.BITS / 2));
    private static final VectorSpecies<Integer> HALF_INT = HALF_FLOAT.withLanes(int.class);
    private static final float MAGIC = 0x1p23f;

    private final ScalarSplineKernels scalar = new ScalarSplineKernels();
    private final MethodHandle widenBytes = apart("widenBytes");
    private final MethodHandle widenFloats = apart("widenFloats");
    private final MethodHandle prefilterTwo = apart("prefilterTwo");
    private final MethodHandle sampleLanes = apart("sampleLanes");
    private final MethodHandle narrowLanes = apart("narrowLanes");
    private final MethodHandle cutLanes = apart("cutLanes");

    private static MethodHandle apart(String name) {
        return Apart.method(MethodHandles.lookup(), name);
    }

    /**
     * Arithmetic in vectors of one shape only, hence no mask on the ints: JDK 17 puts vectors on the heap where several shapes
     * are in use. And no JVM tried makes two ints of bytes in registers, so the narrowest vectors leave this to the scalar
     * loop.
     */
    @Override
    public void widen(byte[] src, int offset, int step, int length, int lanes, double[] lines) {
        if (lanes % WIDTH != 0 || HALF_INT.vectorBitSize() < 128) {
            scalar.widen(src, offset, step, length, lanes, lines);
            return;
        }
        try {
            widenBytes.invokeExact(src, offset, step, length, lanes, lines);
        } catch (Throwable thrown) {
            throw Apart.rethrown(thrown);
        }
    }

    private static void widenBytes(byte[] src, int offset, int step, int length, int lanes, double[] lines) {
        for (int i = 0, k = SplineGrid.PAD * lanes; i < length; i++) {
            int at = offset + i * step;
            for (int lane = 0; lane < lanes; lane += WIDTH, k += WIDTH) {
                DoubleVector signed = (DoubleVector) ByteVector.fromArray(ByteVector.SPECIES_64, src, at + lane)
                        .convertShape(VectorOperators.B2I, HALF_INT, 0)
                        .convertShape(VectorOperators.I2D, DOUBLE, 0);
                signed.add(256, signed.compare(VectorOperators.LT, 0)).mul(GAIN).intoArray(lines, k);
            }
        }
        SplineKernels.pad(lines, length, lanes);
    }

    @Override
    public void widen(float[] src, int offset, int step, int length, int lanes, double[] lines) {
        if (lanes % WIDTH != 0) {
            scalar.widen(src, offset, step, length, lanes, lines);
            return;
        }
        try {
            widenFloats.invokeExact(src, offset, step, length, lanes, lines);
        } catch (Throwable thrown) {
            throw Apart.rethrown(thrown);
        }
    }

    private static void widenFloats(float[] src, int offset, int step, int length, int lanes, double[] lines) {
        for (int i = 0, k = SplineGrid.PAD * lanes; i < length; i++) {
            int at = offset + i * step;
            for (int lane = 0; lane < lanes; lane += WIDTH, k += WIDTH) {
                ((DoubleVector) FloatVector.fromArray(HALF_FLOAT, src, at + lane)
                                .convertShape(VectorOperators.F2D, DOUBLE, 0))
                        .mul(GAIN)
                        .intoArray(lines, k);
            }
        }
        SplineKernels.pad(lines, length, lanes);
    }

    @Override
    public void prefilter(double[] lines, int length, int lanes) {
        if (lanes % (2 * WIDTH) != 0) {
            scalar.prefilter(lines, length, lanes);
            return;
        }
        try {
            for (int lane = 0; lane < lanes; lane += 2 * WIDTH) {
                prefilterTwo.invokeExact(lines, length, lanes, lane);
            }
        } catch (Throwable thrown) {
            throw Apart.rethrown(thrown);
        }
    }

    private static void prefilterTwo(double[] lines, int length, int lanes, int lane) {
        double mirrored = SplineKernels.mirrored(length);
        double scale = POLE / (1 - mirrored * mirrored);
        int reach = Math.min(length, HORIZON);
        int last = (length - 1) * lanes + lane;
        DoubleVector firstA = DoubleVector.fromArray(DOUBLE, lines, lane);
        DoubleVector firstB = DoubleVector.fromArray(DOUBLE, lines, lane + WIDTH);
        DoubleVector a = firstA.add(DoubleVector.fromArray(DOUBLE, lines, last).mul(mirrored));
        DoubleVector b =
                firstB.add(DoubleVector.fromArray(DOUBLE, lines, last + WIDTH).mul(mirrored));
        double power = POLE;
        for (int i = 1, k = lane + lanes, m = last - lanes; i < reach; i++, k += lanes, m -= lanes) {
            DoubleVector farA = DoubleVector.fromArray(DOUBLE, lines, m).mul(mirrored);
            DoubleVector farB = DoubleVector.fromArray(DOUBLE, lines, m + WIDTH).mul(mirrored);
            a = a.add(DoubleVector.fromArray(DOUBLE, lines, k).add(farA).mul(power));
            b = b.add(DoubleVector.fromArray(DOUBLE, lines, k + WIDTH).add(farB).mul(power));
            power *= POLE;
        }
        a = a.mul(scale).add(firstA);
        b = b.mul(scale).add(firstB);
        a.intoArray(lines, lane);
        b.intoArray(lines, lane + WIDTH);
        for (int k = lane + lanes; k <= last; k += lanes) {
            a = DoubleVector.fromArray(DOUBLE, lines, k).add(a.mul(POLE));
            b = DoubleVector.fromArray(DOUBLE, lines, k + WIDTH).add(b.mul(POLE));
            a.intoArray(lines, k);
            b.intoArray(lines, k + WIDTH);
        }
        a = a.mul(POLE / (POLE - 1));
        b = b.mul(POLE / (POLE - 1));
        a.intoArray(lines, last);
        b.intoArray(lines, last + WIDTH);
        for (int k = last - lanes; k >= lane; k -= lanes) {
            a = a.sub(DoubleVector.fromArray(DOUBLE, lines, k)).mul(POLE);
            b = b.sub(DoubleVector.fromArray(DOUBLE, lines, k + WIDTH)).mul(POLE);
            a.intoArray(lines, k);
            b.intoArray(lines, k + WIDTH);
        }
    }

    @Override
    public void sample(double[] coefficients, int lanes, SplineGrid grid, int start, int begin, int end, double[] dst) {
        if (lanes % WIDTH != 0) {
            scalar.sample(coefficients, lanes, grid, start, begin, end, dst);
            return;
        }
        try {
            sampleLanes.invokeExact(coefficients, lanes, grid, start, begin, end, dst);
        } catch (Throwable thrown) {
            throw Apart.rethrown(thrown);
        }
    }

    private static void sampleLanes(
            double[] coefficients, int lanes, SplineGrid grid, int start, int begin, int end, double[] dst) {
        double[] weights = grid.weights();
        for (int i = begin; i < end; i++) {
            double w0 = weights[4 * i];
            double w1 = weights[4 * i + 1];
            double w2 = weights[4 * i + 2];
            double w3 = weights[4 * i + 3];
            int k = (grid.first(i) - start) * lanes;
            for (int to = i * lanes; to < (i + 1) * lanes; to += WIDTH, k += WIDTH) {
                DoubleVector.fromArray(DOUBLE, coefficients, k)
                        .mul(w0)
                        .add(DoubleVector.fromArray(DOUBLE, coefficients, k + lanes)
                                .mul(w1))
                        .add(DoubleVector.fromArray(DOUBLE, coefficients, k + 2 * lanes)
                                .mul(w2))
                        .add(DoubleVector.fromArray(DOUBLE, coefficients, k + 3 * lanes)
                                .mul(w3))
                        .intoArray(dst, to);
            }
        }
    }

    @Override
    public void narrow(double[] samples, int length, int lanes, float[] dst, int offset, int step) {
        if (lanes % WIDTH != 0) {
            scalar.narrow(samples, length, lanes, dst, offset, step);
            return;
        }
        try {
            narrowLanes.invokeExact(samples, length, lanes, dst, offset, step);
        } catch (Throwable thrown) {
            throw Apart.rethrown(thrown);
        }
    }

    private static void narrowLanes(double[] samples, int length, int lanes, float[] dst, int offset, int step) {
        for (int i = 0, k = 0; i < length; i++) {
            int at = offset + i * step;
            for (int lane = 0; lane < lanes; lane += WIDTH, k += WIDTH) {
                ((FloatVector) DoubleVector.fromArray(DOUBLE, samples, k)
                                .convertShape(VectorOperators.D2F, HALF_FLOAT, 0))
                        .intoArray(dst, at + lane);
            }
        }
    }

    /** A float plus 2²³ holds the nearest whole number in its low bits; where that was above, one less. */
    @Override
    public void cut(float[] samples, int length, int lanes, byte[] dst, int offset, int step) {
        if (lanes % FLOAT.length() != 0 || !Lanes.HAS_BYTE_QUARTER) {
            scalar.cut(samples, length, lanes, dst, offset, step);
            return;
        }
        try {
            cutLanes.invokeExact(samples, length, lanes, dst, offset, step);
        } catch (Throwable thrown) {
            throw Apart.rethrown(thrown);
        }
    }

    private static void cutLanes(float[] samples, int length, int lanes, byte[] dst, int offset, int step) {
        FloatVector zero = FloatVector.zero(FLOAT);
        for (int i = 0, k = 0; i < length; i++) {
            int at = offset + i * step;
            for (int lane = 0; lane < lanes; lane += FLOAT.length(), k += FLOAT.length()) {
                FloatVector value = FloatVector.fromArray(FLOAT, samples, k);
                value = zero.blend(value, value.compare(VectorOperators.GT, 0)).min(255);
                FloatVector whole = value.add(MAGIC).sub(MAGIC);
                whole = whole.sub(zero.blend(1, whole.compare(VectorOperators.GT, value)));
                ((ByteVector) whole.add(MAGIC)
                                .reinterpretAsInts()
                                .convertShape(VectorOperators.I2B, Lanes.BYTE_QUARTER, 0))
                        .intoArray(dst, at + lane);
            }
        }
    }
}
