package io.depth4j.internal.kernel;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** All vectors of floats have one shape: where several are in use, JDK 17 puts vectors on the heap. */
final class VectorTensorKernels implements TensorKernels {

    private static final VectorSpecies<Float> FLOAT = Lanes.FLOAT;
    private static final int WIDTH = FLOAT.length();

    /** How many pixels one of the widest vectors holds. */
    private static final int HELD = WIDTH / PIXEL;

    /** The quarters of a vector. */
    private static final VectorMask<Float> SECOND = quarter(1);

    private static final VectorMask<Float> THIRD = quarter(2);
    private static final VectorMask<Float> FOURTH = quarter(3);

    /** Where the second and later pixels of a vector lie, if it holds so many. */
    private static final VectorMask<Float> IN_SECOND = pixel(1);

    private static final VectorMask<Float> IN_THIRD = pixel(2);
    private static final VectorMask<Float> IN_FOURTH = pixel(3);

    /** The lanes of a vector of pixels that hold their first channel, over and over. */
    private static final VectorShuffle<Float> PICK = VectorShuffle.fromOp(FLOAT, lane -> lane % HELD * PIXEL);

    /** Whether four taps of three channels fit a vector, and lanes change places fast: on JDK 17 that takes many instructions. */
    private static final boolean HAS_TAPS_AT_ONCE =
            WIDTH >= 12 && Runtime.version().feature() > 17;

    /** Each of four weights for three channels. */
    private static final VectorShuffle<Float> THREE_TIMES = VectorShuffle.fromOp(FLOAT, lane -> lane / 3 % WIDTH);

    private static final VectorShuffle<Float> SECOND_TAP = VectorShuffle.fromOp(FLOAT, lane -> (lane + 3) % WIDTH);
    private static final VectorShuffle<Float> THIRD_TAP = VectorShuffle.fromOp(FLOAT, lane -> (lane + 6) % WIDTH);
    private static final VectorShuffle<Float> FOURTH_TAP = VectorShuffle.fromOp(FLOAT, lane -> (lane + 9) % WIDTH);

    private final ScalarTensorKernels scalar = new ScalarTensorKernels();
    private final MethodHandle mixTwo = apart("mixTwo");
    private final MethodHandle addFour = apart("addFour");
    private final MethodHandle addTwo = apart("addTwo");
    private final MethodHandle addOne = apart("addOne");
    private final MethodHandle resampleTwo = apart("resampleTwo");
    private final MethodHandle resampleFour = apart("resampleFour");
    private final MethodHandle resampleFourAtOnce = apart("resampleFourAtOnce");
    private final MethodHandle resampleMany = apart("resampleMany");
    private final MethodHandle spread = apart("spread");

    private static MethodHandle apart(String name) {
        return Apart.method(MethodHandles.lookup(), name);
    }

    private static VectorMask<Float> pixel(int index) {
        return VectorMask.fromLong(FLOAT, index < HELD ? 0xfL << index * PIXEL : 0);
    }

    private static VectorMask<Float> quarter(int index) {
        return VectorMask.fromLong(FLOAT, (1L << HELD) - 1 << index * HELD);
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

    /**
     * Pixels first, then planes; the pixels that do not fill a vector are done alone. With two or four taps the loop over them
     * is written out.
     */
    @Override
    public void project(
            float[] row, PixelWindows windows, PlaneScale scale, float[] dst, int offset, int stride, float[] scratch) {
        if (windows.channels == 1) {
            scalar.project(row, windows, scale, dst, offset, stride, scratch);
            return;
        }
        int end = FLOAT.loopBound(windows.outputs());
        try {
            switch (windows.windows.taps) {
                case 2 -> resampleTwo.invokeExact(row, windows, end, scratch);
                case 4 -> {
                    if (windows.channels == 3 && HAS_TAPS_AT_ONCE) {
                        resampleFourAtOnce.invokeExact(row, windows, end, scratch);
                    } else {
                        resampleFour.invokeExact(row, windows, end, scratch);
                    }
                }
                default -> resampleMany.invokeExact(row, windows, end, scratch);
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

    /** A vector holds several pixels. */
    private static void resampleTwo(float[] row, PixelWindows windows, int end, float[] pixels) {
        float[] weights = windows.spread;
        int[] first = windows.windows.first;
        int channels = windows.channels;
        int tap = PIXEL * windows.outputs();
        FloatVector zero = FloatVector.zero(FLOAT);
        for (int o = 0, w = 0; o < end; o += HELD, w += WIDTH) {
            zero.add(pixels(row, first, o, channels, 0).mul(FloatVector.fromArray(FLOAT, weights, w)))
                    .add(pixels(row, first, o, channels, channels).mul(FloatVector.fromArray(FLOAT, weights, w + tap)))
                    .intoArray(pixels, w);
        }
    }

    /**
     * A vector a pixel, its other lanes in vain and overwritten by the pixels that follow: measured, less work than
     * {@link #pixels} for every tap.
     */
    private static void resampleFour(float[] row, PixelWindows windows, int end, float[] pixels) {
        float[] weights = windows.windows.weights;
        int[] first = windows.windows.first;
        int channels = windows.channels;
        FloatVector zero = FloatVector.zero(FLOAT);
        for (int o = 0; o < end; o++) {
            int p = LEAD + first[o] * channels;
            zero.add(FloatVector.fromArray(FLOAT, row, p).mul(weights[4 * o]))
                    .add(FloatVector.fromArray(FLOAT, row, p + channels).mul(weights[4 * o + 1]))
                    .add(FloatVector.fromArray(FLOAT, row, p + 2 * channels).mul(weights[4 * o + 2]))
                    .add(FloatVector.fromArray(FLOAT, row, p + 3 * channels).mul(weights[4 * o + 3]))
                    .intoArray(pixels, o * PIXEL);
        }
    }

    /** All taps of a pixel fit one vector: multiplied together, then added up in their order. */
    private static void resampleFourAtOnce(float[] row, PixelWindows windows, int end, float[] pixels) {
        float[] weights = windows.weights;
        int[] first = windows.windows.first;
        FloatVector zero = FloatVector.zero(FLOAT);
        for (int o = 0; o < end; o++) {
            FloatVector taps = FloatVector.fromArray(FLOAT, row, LEAD + first[o] * 3)
                    .mul(FloatVector.fromArray(FLOAT, weights, 4 * o).rearrange(THREE_TIMES));
            zero.add(taps)
                    .add(taps.rearrange(SECOND_TAP))
                    .add(taps.rearrange(THIRD_TAP))
                    .add(taps.rearrange(FOURTH_TAP))
                    .intoArray(pixels, o * PIXEL);
        }
    }

    private static void resampleMany(float[] row, PixelWindows windows, int end, float[] pixels) {
        float[] weights = windows.windows.weights;
        int[] first = windows.windows.first;
        int channels = windows.channels;
        int taps = windows.windows.taps;
        for (int o = 0, w = 0; o < end; o++) {
            FloatVector sum = FloatVector.zero(FLOAT);
            for (int p = LEAD + first[o] * channels, stop = w + taps; w < stop; w++, p += channels) {
                sum = sum.add(FloatVector.fromArray(FLOAT, row, p).mul(weights[w]));
            }
            sum.intoArray(pixels, o * PIXEL);
        }
    }

    /** One pixel from each of several windows: each is loaded to where it will stay, the lanes around it in vain. */
    private static FloatVector pixels(float[] row, int[] first, int o, int channels, int skip) {
        int p = LEAD + skip;
        FloatVector held = FloatVector.fromArray(FLOAT, row, p + first[o] * channels);
        if (HELD > 1) {
            held = held.blend(FloatVector.fromArray(FLOAT, row, p - PIXEL + first[o + 1] * channels), IN_SECOND);
        }
        if (HELD > 2) {
            held = held.blend(FloatVector.fromArray(FLOAT, row, p - 2 * PIXEL + first[o + 2] * channels), IN_THIRD)
                    .blend(FloatVector.fromArray(FLOAT, row, p - 3 * PIXEL + first[o + 3] * channels), IN_FOURTH);
        }
        return held;
    }

    /** A vector of one channel comes from four vectors of pixels, a quarter from each. */
    private static void spread(float[] pixels, int channel, int end, float factor, float bias, float[] dst, int to) {
        for (int i = 0, p = channel; i < end; i += WIDTH, p += PIXEL * WIDTH) {
            FloatVector.fromArray(FLOAT, pixels, p)
                    .rearrange(PICK)
                    .blend(FloatVector.fromArray(FLOAT, pixels, p + WIDTH).rearrange(PICK), SECOND)
                    .blend(FloatVector.fromArray(FLOAT, pixels, p + 2 * WIDTH).rearrange(PICK), THIRD)
                    .blend(FloatVector.fromArray(FLOAT, pixels, p + 3 * WIDTH).rearrange(PICK), FOURTH)
                    .mul(factor)
                    .add(bias)
                    .intoArray(dst, to + i);
        }
    }
}
