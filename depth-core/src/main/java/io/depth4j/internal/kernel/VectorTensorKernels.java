package io.depth4j.internal.kernel;

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

    /** For each channel, the lanes of a vector of pixels that hold it, over and over. */
    private static final VectorShuffle<Float> PICK_0 = pick(0);

    private static final VectorShuffle<Float> PICK_1 = pick(1);
    private static final VectorShuffle<Float> PICK_2 = pick(2);

    private final ScalarTensorKernels scalar = new ScalarTensorKernels();

    private static VectorMask<Float> pixel(int index) {
        return VectorMask.fromLong(FLOAT, index < HELD ? 0xfL << index * PIXEL : 0);
    }

    private static VectorMask<Float> quarter(int index) {
        return VectorMask.fromLong(FLOAT, (1L << HELD) - 1 << index * HELD);
    }

    private static VectorShuffle<Float> pick(int channel) {
        return VectorShuffle.fromOp(FLOAT, lane -> lane % HELD * PIXEL + channel);
    }

    @Override
    public void mix(byte[] src, int[] offsets, int taps, float[] weights, int at, int length, float[] row) {
        int end = Lanes.HAS_BYTE_QUARTER ? FLOAT.loopBound(length) : 0;
        if (taps == 2) {
            mixTwo(src, offsets[0], offsets[1], weights[at], weights[at + 1], end, row);
        } else {
            mixMany(src, offsets, taps, weights, at, end, row);
        }
        scalar.mix(src, offsets, taps, weights, at, end, length, row);
    }

    private static void mixTwo(byte[] src, int p0, int p1, float w0, float w1, int end, float[] row) {
        FloatVector zero = FloatVector.zero(FLOAT);
        for (int i = 0; i < end; i += WIDTH) {
            zero.add(widened(src, p0 + i).mul(w0))
                    .add(widened(src, p1 + i).mul(w1))
                    .intoArray(row, LEAD + i);
        }
    }

    /** The sums grow in memory, four, two or one row a pass. */
    private static void mixMany(byte[] src, int[] offsets, int taps, float[] weights, int at, int end, float[] row) {
        Arrays.fill(row, LEAD, LEAD + end, 0f);
        int k = 0;
        for (; k + 4 <= taps; k += 4) {
            addFour(src, offsets, k, weights, at + k, end, row);
        }
        if (k + 2 <= taps) {
            addTwo(src, offsets[k], offsets[k + 1], weights[at + k], weights[at + k + 1], end, row);
            k += 2;
        }
        if (k < taps) {
            addOne(src, offsets[k], weights[at + k], end, row);
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
        switch (windows.windows.taps) {
            case 2 -> resampleTwo(row, windows, end, scratch);
            case 4 -> resampleFour(row, windows, end, scratch);
            default -> resampleMany(row, windows, end, scratch);
        }
        spread(scratch, end, scale, dst, offset, stride);
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
     * A vector a pixel, its other lanes in vain and overwritten by the pixels that follow: for JDK 17, which blends slowly, less
     * work than {@link #pixels} for every tap.
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
    private static void spread(float[] pixels, int end, PlaneScale scale, float[] dst, int offset, int stride) {
        int planeA = scale.planeOf(0);
        int planeB = scale.planeOf(1);
        int planeC = scale.planeOf(2);
        float factorA = scale.factor[planeA];
        float factorB = scale.factor[planeB];
        float factorC = scale.factor[planeC];
        float biasA = scale.bias[planeA];
        float biasB = scale.bias[planeB];
        float biasC = scale.bias[planeC];
        int toA = offset + planeA * stride;
        int toB = offset + planeB * stride;
        int toC = offset + planeC * stride;
        for (int i = 0, p = 0; i < end; i += WIDTH, p += PIXEL * WIDTH) {
            FloatVector a = FloatVector.fromArray(FLOAT, pixels, p);
            FloatVector b = FloatVector.fromArray(FLOAT, pixels, p + WIDTH);
            FloatVector c = FloatVector.fromArray(FLOAT, pixels, p + 2 * WIDTH);
            FloatVector d = FloatVector.fromArray(FLOAT, pixels, p + 3 * WIDTH);
            a.rearrange(PICK_0)
                    .blend(b.rearrange(PICK_0), SECOND)
                    .blend(c.rearrange(PICK_0), THIRD)
                    .blend(d.rearrange(PICK_0), FOURTH)
                    .mul(factorA)
                    .add(biasA)
                    .intoArray(dst, toA + i);
            a.rearrange(PICK_1)
                    .blend(b.rearrange(PICK_1), SECOND)
                    .blend(c.rearrange(PICK_1), THIRD)
                    .blend(d.rearrange(PICK_1), FOURTH)
                    .mul(factorB)
                    .add(biasB)
                    .intoArray(dst, toB + i);
            a.rearrange(PICK_2)
                    .blend(b.rearrange(PICK_2), SECOND)
                    .blend(c.rearrange(PICK_2), THIRD)
                    .blend(d.rearrange(PICK_2), FOURTH)
                    .mul(factorC)
                    .add(biasC)
                    .intoArray(dst, toC + i);
        }
    }
}
