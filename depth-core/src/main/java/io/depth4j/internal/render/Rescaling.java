package io.depth4j.internal.render;

import io.depth4j.FloatPlane;
import io.depth4j.Range;
import io.depth4j.frames.RenderOptions;
import io.depth4j.frames.Rescale;

/**
 * The rows of a picture with values as a map of colours takes them.
 *
 * @param rows the picture's own
 * @param colors from the first to the last colour, in the values of {@code rows}
 * @param values the same in the values that there were; in percent where rows have ranges of their own
 * @param byRow whether rows have ranges of their own
 */
record Rescaling(PictureRows rows, Range colors, Range values, boolean byRow) {

    private static final Range SHARES = Range.of(0, 1);
    private static final Range PERCENT = Range.of(0, 100);

    /** Leaves values as they are: for maps that have values of their own. */
    static Rescaling none(PictureRows rows) {
        PictureRows shown = rows.cropped();
        Range range = Range.minMax(shown.plane());
        return new Rescaling(shown, range, range, false);
    }

    /** Rescales values, in place where they change. */
    static Rescaling of(PictureRows rows, RenderOptions options) {
        Rescale rescale = options.rescale();
        if (rescale instanceof Rescale.Window window) {
            stretchInWindows(rows.plane(), rows.depths(), window);
        }
        PictureRows shown = rows.cropped();
        FloatPlane plane = shown.plane();
        boolean byRow = rescale instanceof Rescale.PerRow || rescale instanceof Rescale.Window;
        if (rescale instanceof Rescale.PerRow) {
            stretchRows(plane);
        }
        Range values = byRow ? PERCENT : range(plane, rescale);
        Range colors = byRow ? SHARES : values;
        if (options.gamma() != 1 && !values.isEmpty()) {
            if (!byRow) {
                stretch(plane.array(), 0, plane.array().length, values);
            }
            bend(plane.array(), options.gamma());
            colors = SHARES;
        }
        return new Rescaling(shown, colors, values, byRow);
    }

    private static Range range(FloatPlane plane, Rescale rescale) {
        if (rescale instanceof Rescale.Fixed fixed) {
            return fixed.range();
        }
        return rescale instanceof Rescale.Percentiles percentiles
                ? Range.percentiles(plane, percentiles.low(), percentiles.high())
                : Range.minMax(plane);
    }

    private static void stretchRows(FloatPlane plane) {
        float[] values = plane.array();
        int width = plane.width();
        for (int from = 0; from < values.length; from += width) {
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            for (int i = from; i < from + width; i++) {
                if (Float.isFinite(values[i])) {
                    low = Math.min(low, values[i]);
                    high = Math.max(high, values[i]);
                }
            }
            if (low <= high) {
                stretch(values, from, from + width, Range.of(low, high));
            }
        }
    }

    private static void stretchInWindows(FloatPlane plane, double[] depths, Rescale.Window window) {
        float[] values = plane.array();
        int width = plane.width();
        double half = window.depth() / 2;
        SlidingPercentiles sliding = new SlidingPercentiles(values);
        int from = 0;
        int to = 0;
        for (int row = 0; row < depths.length; row++) {
            while (to < depths.length && depths[to] - depths[row] <= half) {
                sliding.add(to * width, (to + 1) * width);
                to++;
            }
            while (depths[row] - depths[from] > half) {
                sliding.remove(from * width, (from + 1) * width);
                from++;
            }
            double low = sliding.percentile(window.low());
            double high = sliding.percentile(window.high());
            if (low <= high) {
                stretch(values, row * width, (row + 1) * width, Range.of(low, high));
            }
        }
    }

    /** Values to their place between the ends of a range, 0 to 1. In a range without width, what is not below or above is at 0. */
    private static void stretch(float[] values, int from, int to, Range range) {
        // By halves, as the width of the range may be beyond all doubles.
        double low = range.low() / 2;
        double width = range.high() / 2 - low;
        for (int i = from; i < to; i++) {
            double above = values[i] / 2.0 - low;
            values[i] = (float) (width > 0 ? above / width : Math.signum(above) * 2);
        }
    }

    /** Raises what lies between 0 and 1 to a power. */
    private static void bend(float[] values, double gamma) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] > 0 && values[i] < 1) {
                values[i] = (float) Math.pow(values[i], gamma);
            }
        }
    }
}
