package io.depth4j;

import io.depth4j.internal.kernel.Kernels;
import io.depth4j.internal.kernel.Percentiles;

/**
 * The values that a colour scale or a rescaling spans, always said explicitly; neighbouring pictures may share one.
 *
 * <p>Missing pixels and infinities never widen a range. A plane without one finite value has the {@link #EMPTY} range, in which
 * no value lies.
 *
 * @param low the value at the lower end
 * @param high the value at the upper end, at least {@code low}
 */
public record Range(double low, double high) {

    /** The range of nothing: both ends are {@code NaN}. */
    public static final Range EMPTY = new Range(Double.NaN, Double.NaN);

    public Range {
        low += 0.0; // -0.0 becomes 0.0, so that equal ranges are equal
        high += 0.0;
        boolean empty = Double.isNaN(low) && Double.isNaN(high);
        if (!empty && !(Double.isFinite(low) && Double.isFinite(high) && low <= high)) {
            throw new IllegalArgumentException(
                    "A range needs finite ends, the lower one first, found low=" + low + ", high=" + high);
        }
    }

    /** A fixed range. */
    public static Range of(double low, double high) {
        return new Range(low, high);
    }

    /** From the smallest to the largest finite value. */
    public static Range minMax(FloatPlane plane) {
        float[] ends = new float[2];
        Kernels.active().planes().minMax(plane.array(), 0, plane.size().pixels(), ends);
        return new Range(ends[0], ends[1]);
    }

    /** From the smallest to the largest finite value. */
    public static Range minMax(DepthMap map) {
        return minMax(map.plane());
    }

    /** Between two percentiles of the finite values, 0 to 100, interpolated between neighbours as NumPy does by default. */
    public static Range percentiles(FloatPlane plane, double lowPercent, double highPercent) {
        if (!(lowPercent <= highPercent)) {
            throw new IllegalArgumentException(
                    "The lower percentile comes first, found " + lowPercent + " and " + highPercent);
        }
        int pixels = plane.size().pixels();
        return new Range(
                Percentiles.of(plane.array(), 0, pixels, lowPercent),
                Percentiles.of(plane.array(), 0, pixels, highPercent));
    }

    /** Between two percentiles of the finite values, 0 to 100, interpolated between neighbours as NumPy does by default. */
    public static Range percentiles(DepthMap map, double lowPercent, double highPercent) {
        return percentiles(map.plane(), lowPercent, highPercent);
    }

    /** Whether no value lies in this range. */
    public boolean isEmpty() {
        return Double.isNaN(low);
    }

    public boolean contains(double value) {
        return value >= low && value <= high;
    }

    /** The smallest range that spans this and the other: what neighbouring pictures share. */
    public Range union(Range other) {
        if (isEmpty()) {
            return other;
        }
        return other.isEmpty() ? this : new Range(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** The lower end as kernels take it; an end beyond all floats becomes the last of them. */
    float lowFloat() {
        return asFloat(low);
    }

    /** The upper end as kernels take it; an end beyond all floats becomes the last of them. */
    float highFloat() {
        return asFloat(high);
    }

    private static float asFloat(double end) {
        return (float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, end));
    }
}
