package io.depth4j.internal.estimate;

import io.depth4j.FloatPlane;
import io.depth4j.FrameResizer;
import io.depth4j.Range;
import io.depth4j.Size;
import io.depth4j.internal.kernel.WarmUp;
import io.depth4j.internal.resize.OpenCvConvention;
import io.depth4j.internal.resize.WindowResizer;
import io.depth4j.model.Upsample;

/** Brings a network's map to the size of the picture. */
public final class Enlarger {

    private static final FrameResizer NEAREST = resizer("nearest", OpenCvConvention.NEAREST);
    private static final FrameResizer BILINEAR = resizer("bilinear", OpenCvConvention.BILINEAR);
    private static final FrameResizer BICUBIC = resizer("bicubic", OpenCvConvention.BICUBIC);

    private Enlarger() {}

    private static FrameResizer resizer(String name, OpenCvConvention convention) {
        return new WindowResizer(name, convention, WarmUp::kernels);
    }

    public static void resize(FloatPlane src, Upsample upsample, FloatPlane dst) {
        switch (upsample) {
            case NEAREST -> NEAREST.resizeInto(src, dst);
            case BILINEAR -> BILINEAR.resizeInto(src, dst);
            case BICUBIC_CLAMPED -> {
                BICUBIC.resizeInto(src, dst);
                clamp(dst, Range.minMax(src));
            }
            case BILINEAR_CORNERS -> betweenCorners(src, dst);
        }
    }

    static void clamp(FloatPlane plane, Range range) {
        float low = (float) range.low();
        float high = (float) range.high();
        float[] values = plane.array();
        for (int i = 0; i < values.length; i++) {
            // Math.max keeps NaN: what is missing stays so.
            values[i] = Math.min(high, Math.max(low, values[i]));
        }
    }

    /** In floats, in the order of PyTorch: along the rows first, then between them. */
    private static void betweenCorners(FloatPlane src, FloatPlane dst) {
        Size from = src.size();
        Size to = dst.size();
        Corners across = new Corners(from.width(), to.width());
        Corners down = new Corners(from.height(), to.height());
        float[] values = src.array();
        float[] out = dst.array();
        for (int y = 0; y < to.height(); y++) {
            int above = down.low[y] * from.width();
            int below = down.high[y] * from.width();
            float lower = down.weight[y];
            for (int x = 0; x < to.width(); x++) {
                int left = across.low[x];
                int right = across.high[x];
                float righter = across.weight[x];
                float top = between(values[above + left], values[above + right], righter);
                float bottom = between(values[below + left], values[below + right], righter);
                out[y * to.width() + x] = between(top, bottom, lower);
            }
        }
    }

    /** A neighbour that does not count may be missing. */
    private static float between(float one, float other, float share) {
        return share == 0 ? one : (1 - share) * one + share * other;
    }

    /** Where each output lies between two inputs of one axis, the first and the last on one another. */
    private static final class Corners {

        final int[] low;
        final int[] high;
        final float[] weight;

        Corners(int inputs, int outputs) {
            low = new int[outputs];
            high = new int[outputs];
            weight = new float[outputs];
            float step = outputs > 1 ? (float) (inputs - 1) / (outputs - 1) : 0;
            for (int o = 0; o < outputs; o++) {
                float at = o * step;
                low[o] = Math.min((int) at, inputs - 1);
                high[o] = Math.min(low[o] + 1, inputs - 1);
                weight[o] = at - low[o];
            }
        }
    }
}
