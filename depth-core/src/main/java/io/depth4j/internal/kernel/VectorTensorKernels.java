package io.depth4j.internal.kernel;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** All vectors of floats have one shape: where several are in use, JDK 17 puts vectors on the heap. */
@SuppressWarnings("UnusedMethod") // Apart finds them by name.
final class VectorTensorKernels implements TensorKernels {

    private static final VectorSpecies<Float> FLOAT = Lanes.FLOAT;
    private static final int WIDTH = FLOAT.length();

    /** Whether a vector has room for two or four taps of a pixel. */
    private static final boolean HOLDS_TAPS = WIDTH == 8 || WIDTH == 16;

    private static final int GROUP = PixelWindows.GROUP;

    /** Every second of a vector's places for a pixel, and the upper two of four. */
    private static final VectorMask<Float> ODD = lanes(lane -> lane / PIXEL % 2 == 1);

    private static final VectorMask<Float> UPPER = lanes(lane -> lane / PIXEL >= 2);

    /** Neighbouring places change places; the lower two of four and the upper two do. */
    private static final VectorShuffle<Float> NEIGHBOURS =
            shuffle(lane -> lane / PIXEL % 2 == 0 ? lane + PIXEL : lane - PIXEL);

    private static final VectorShuffle<Float> HALVES =
            shuffle(lane -> lane / PIXEL < 2 ? lane + 2 * PIXEL : lane - 2 * PIXEL);

    /** One channel of a vector's number of pixels is spread over three vectors: where it lies in each, and in which. */
    private static final VectorShuffle<Float> PICK = shuffle(lane -> PIXEL * lane);

    private static final VectorMask<Float> IN_SECOND = lanes(lane -> PIXEL * lane / WIDTH == 1);
    private static final VectorMask<Float> IN_THIRD = lanes(lane -> PIXEL * lane / WIDTH == 2);

    private final ScalarTensorKernels scalar = new ScalarTensorKernels();
    private final MethodHandle mixTwo = apart("mixTwo");
    private final MethodHandle addFour = apart("addFour");
    private final MethodHandle addTwo = apart("addTwo");
    private final MethodHandle addOne = apart("addOne");
    private final MethodHandle pairs = apart(WIDTH == 16 ? "pairsByFour" : "pairsByTwo");
    private final MethodHandle fours = apart(WIDTH == 16 ? "foursByFour" : "foursByTwo");
    private final MethodHandle many = apart("many");
    private final MethodHandle spread = apart("spread");

    private static MethodHandle apart(String name) {
        return Apart.method(MethodHandles.lookup(), name);
    }

    private static VectorMask<Float> lanes(IntPredicate set) {
        boolean[] mask = new boolean[WIDTH];
        for (int lane = 0; lane < WIDTH; lane++) {
            mask[lane] = set.test(lane);
        }
        return VectorMask.fromArray(FLOAT, mask, 0);
    }

    private static VectorShuffle<Float> shuffle(IntUnaryOperator from) {
        return VectorShuffle.fromOp(FLOAT, lane -> Math.floorMod(from.applyAsInt(lane), WIDTH));
    }

    @Override
    public void mix(byte[] src, int[] offsets, int taps, float[] weights, int at, int length, float[] row) {
        int end = Lanes.HAS_BYTE_QUARTER ? FLOAT.loopBound(length) : 0;
        try {
            mixRows(src, offsets, taps, weights, at, end, row);
        } catch (Throwable thrown) {
            throw Apart.rethrown(thrown);
        }
        scalar.mix(src, offsets, taps, weights, at, end, length, row);
    }

    /** The sums grow in memory, a few rows a pass. */
    private void mixRows(byte[] src, int[] offsets, int taps, float[] weights, int at, int end, float[] row)
            throws Throwable {
        int k;
        if (taps == 1) {
            Arrays.fill(row, LEAD, LEAD + end, 0f);
            k = 0;
        } else {
            mixTwo.invokeExact(src, offsets[0], offsets[1], weights[at], weights[at + 1], end, row);
            k = 2;
        }
        for (; k + 4 <= taps; k += 4) {
            addFour.invokeExact(src, offsets, k, weights, at + k, end, row);
        }
        if (k + 2 <= taps) {
            addTwo.invokeExact(src, offsets[k], offsets[k + 1], weights[at + k], weights[at + k + 1], end, row);
            k += 2;
        }
        if (k < taps) {
            addOne.invokeExact(src, offsets[k], weights[at + k], end, row);
        }
    }

    private static void mixTwo(byte[] src, int p0, int p1, float w0, float w1, int end, float[] row) {
        FloatVector zero = FloatVector.zero(FLOAT);
        for (int i = 0; i < end; i += WIDTH) {
            zero.add(widened(src, p0 + i).mul(w0))
                    .add(widened(src, p1 + i).mul(w1))
                    .intoArray(row, LEAD + i);
        }
    }

    private static void addFour(byte[] src, int[] offsets, int k, float[] weights, int at, int end, float[] row) {
        int p0 = offsets[k];
        int p1 = offsets[k + 1];
        int p2 = offsets[k + 2];
        int p3 = offsets[k + 3];
        float w0 = weights[at];
        float w1 = weights[at + 1];
        float w2 = weights[at + 2];
        float w3 = weights[at + 3];
        for (int i = 0; i < end; i += WIDTH) {
            FloatVector.fromArray(FLOAT, row, LEAD + i)
                    .add(widened(src, p0 + i).mul(w0))
                    .add(widened(src, p1 + i).mul(w1))
                    .add(widened(src, p2 + i).mul(w2))
                    .add(widened(src, p3 + i).mul(w3))
                    .intoArray(row, LEAD + i);
        }
    }

    private static void addTwo(byte[] src, int p0, int p1, float w0, float w1, int end, float[] row) {
        for (int i = 0; i < end; i += WIDTH) {
            FloatVector.fromArray(FLOAT, row, LEAD + i)
                    .add(widened(src, p0 + i).mul(w0))
                    .add(widened(src, p1 + i).mul(w1))
                    .intoArray(row, LEAD + i);
        }
    }

    private static void addOne(byte[] src, int p, float weight, int end, float[] row) {
        for (int i = 0; i < end; i += WIDTH) {
            FloatVector.fromArray(FLOAT, row, LEAD + i)
                    .add(widened(src, p + i).mul(weight))
                    .intoArray(row, LEAD + i);
        }
    }

    private static FloatVector widened(byte[] src, int p) {
        return (FloatVector) ByteVector.fromArray(Lanes.BYTE_QUARTER, src, p)
                .convertShape(VectorOperators.B2I, Lanes.INT, 0)
                .reinterpretAsInts()
                .and(0xff)
                .convertShape(VectorOperators.I2F, FLOAT, 0);
    }

    /** Pixels first, then planes; the pixels that do not fill a vector are done alone. */
    @Override
    public void project(
            float[] row, PixelWindows windows, PlaneScale scale, float[] dst, int offset, int stride, float[] scratch) {
        if (windows.channels != PIXEL || !HOLDS_TAPS) {
            scalar.project(row, windows, scale, dst, offset, stride, scratch);
            return;
        }
        int end = FLOAT.loopBound(windows.outputs());
        try {
            switch (windows.windows.taps) {
                case 2 -> pairs.invokeExact(row, windows, end, scratch);
                case 1, 3, 4 -> fours.invokeExact(row, windows, end, scratch);
                default -> many.invokeExact(row, windows, end, scratch);
            }
            for (int plane = 0; plane < PlaneScale.PLANES; plane++) {
                int to = offset + plane * stride;
                spread.invokeExact(scratch, scale.channel[plane], end, scale.factor[plane], scale.bias[plane], dst, to);
            }
        } catch (Throwable thrown) {
            throw Apart.rethrown(thrown);
        }
        scalar.project(row, windows, scale, end, dst, offset, stride);
    }

    /**
     * Four taps of a pixel fill a vector. Of four such vectors, two at a time become one that holds half the sums of both, and
     * then again: three changes of lanes for four pixels.
     */
    private static void foursByFour(float[] row, PixelWindows windows, int end, float[] pixels) {
        int[] first = windows.windows.first;
        float[] weights = windows.lanes;
        for (int o = 0, w = 0, to = 0; o < end; o += 4, w += 4 * GROUP, to += 4 * PIXEL) {
            FloatVector a = FloatVector.fromArray(FLOAT, row, LEAD + first[o] * PIXEL)
                    .mul(FloatVector.fromArray(FLOAT, weights, w));
            FloatVector b = FloatVector.fromArray(FLOAT, row, LEAD + first[o + 1] * PIXEL)
                    .mul(FloatVector.fromArray(FLOAT, weights, w + GROUP));
            FloatVector c = FloatVector.fromArray(FLOAT, row, LEAD + first[o + 2] * PIXEL)
                    .mul(FloatVector.fromArray(FLOAT, weights, w + 2 * GROUP));
            FloatVector d = FloatVector.fromArray(FLOAT, row, LEAD + first[o + 3] * PIXEL)
                    .mul(FloatVector.fromArray(FLOAT, weights, w + 3 * GROUP));
            FloatVector ac = a.blend(c, UPPER).add(c.blend(a, UPPER).rearrange(HALVES));
            FloatVector bd = b.blend(d, UPPER).add(d.blend(b, UPPER).rearrange(HALVES));
            ac.blend(bd, ODD).add(bd.blend(ac, ODD).rearrange(NEIGHBOURS)).intoArray(pixels, to);
        }
    }

    /** Two taps of a pixel fill a vector, four two of them; two pixels are folded into one vector. */
    private static void foursByTwo(float[] row, PixelWindows windows, int end, float[] pixels) {
        int[] first = windows.windows.first;
        float[] weights = windows.lanes;
        for (int o = 0, w = 0, to = 0; o < end; o += 2, w += 2 * GROUP, to += 2 * PIXEL) {
            int p = LEAD + first[o] * PIXEL;
            int q = LEAD + first[o + 1] * PIXEL;
            FloatVector a = FloatVector.fromArray(FLOAT, row, p)
                    .mul(FloatVector.fromArray(FLOAT, weights, w))
                    .add(FloatVector.fromArray(FLOAT, row, p + 2 * PIXEL)
                            .mul(FloatVector.fromArray(FLOAT, weights, w + 2 * PIXEL)));
            FloatVector b = FloatVector.fromArray(FLOAT, row, q)
                    .mul(FloatVector.fromArray(FLOAT, weights, w + GROUP))
                    .add(FloatVector.fromArray(FLOAT, row, q + 2 * PIXEL)
                            .mul(FloatVector.fromArray(FLOAT, weights, w + GROUP + 2 * PIXEL)));
            a.blend(b, ODD).add(b.blend(a, ODD).rearrange(NEIGHBOURS)).intoArray(pixels, to);
        }
    }

    /** Two pixels of two taps fill a vector: the second is loaded to where it will stay. */
    private static void pairsByFour(float[] row, PixelWindows windows, int end, float[] pixels) {
        int[] first = windows.windows.first;
        float[] weights = windows.lanes;
        int low = LEAD;
        int high = LEAD - 2 * PIXEL;
        for (int o = 0, w = 0, to = 0; o < end; o += 4, w += 2 * GROUP, to += 4 * PIXEL) {
            FloatVector ac = FloatVector.fromArray(FLOAT, row, low + first[o] * PIXEL)
                    .blend(FloatVector.fromArray(FLOAT, row, high + first[o + 2] * PIXEL), UPPER)
                    .mul(FloatVector.fromArray(FLOAT, weights, w));
            FloatVector bd = FloatVector.fromArray(FLOAT, row, low + first[o + 1] * PIXEL)
                    .blend(FloatVector.fromArray(FLOAT, row, high + first[o + 3] * PIXEL), UPPER)
                    .mul(FloatVector.fromArray(FLOAT, weights, w + GROUP));
            ac.blend(bd, ODD).add(bd.blend(ac, ODD).rearrange(NEIGHBOURS)).intoArray(pixels, to);
        }
    }

    private static void pairsByTwo(float[] row, PixelWindows windows, int end, float[] pixels) {
        int[] first = windows.windows.first;
        float[] weights = windows.lanes;
        for (int o = 0, w = 0, to = 0; o < end; o += 4, w += 2 * GROUP, to += 4 * PIXEL) {
            FloatVector a = FloatVector.fromArray(FLOAT, row, LEAD + first[o] * PIXEL)
                    .mul(FloatVector.fromArray(FLOAT, weights, w));
            FloatVector b = FloatVector.fromArray(FLOAT, row, LEAD + first[o + 1] * PIXEL)
                    .mul(FloatVector.fromArray(FLOAT, weights, w + GROUP));
            FloatVector c = FloatVector.fromArray(FLOAT, row, LEAD + first[o + 2] * PIXEL)
                    .mul(FloatVector.fromArray(FLOAT, weights, w + 2 * PIXEL));
            FloatVector d = FloatVector.fromArray(FLOAT, row, LEAD + first[o + 3] * PIXEL)
                    .mul(FloatVector.fromArray(FLOAT, weights, w + GROUP + 2 * PIXEL));
            a.blend(b, ODD).add(b.blend(a, ODD).rearrange(NEIGHBOURS)).intoArray(pixels, to);
            c.blend(d, ODD).add(d.blend(c, ODD).rearrange(NEIGHBOURS)).intoArray(pixels, to + 2 * PIXEL);
        }
    }

    /** A vector a pixel, the lanes beyond its channels in vain and overwritten by the pixels that follow. */
    private static void many(float[] row, PixelWindows windows, int end, float[] pixels) {
        float[] weights = windows.windows.weights;
        int[] first = windows.windows.first;
        int taps = windows.windows.taps;
        for (int o = 0, w = 0; o < end; o++) {
            FloatVector sum = FloatVector.zero(FLOAT);
            for (int p = LEAD + first[o] * PIXEL, stop = w + taps; w < stop; w++, p += PIXEL) {
                sum = sum.add(FloatVector.fromArray(FLOAT, row, p).mul(weights[w]));
            }
            sum.intoArray(pixels, o * PIXEL);
        }
    }

    private static void spread(float[] pixels, int channel, int end, float factor, float bias, float[] dst, int to) {
        for (int i = 0, p = channel; i < end; i += WIDTH, p += PIXEL * WIDTH) {
            FloatVector.fromArray(FLOAT, pixels, p)
                    .rearrange(PICK)
                    .blend(FloatVector.fromArray(FLOAT, pixels, p + WIDTH).rearrange(PICK), IN_SECOND)
                    .blend(FloatVector.fromArray(FLOAT, pixels, p + 2 * WIDTH).rearrange(PICK), IN_THIRD)
                    .mul(factor)
                    .add(bias)
                    .intoArray(dst, to + i);
        }
    }
}
