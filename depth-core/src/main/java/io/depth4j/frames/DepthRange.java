package io.depth4j.frames;

/**
 * The depths from one to another. The lower end always belongs to it, the upper one if {@link #closed()}.
 *
 * @param low the lower end, may be minus infinity
 * @param high the upper end, may be infinity
 * @param closed whether {@code high} itself belongs to it
 */
public record DepthRange(double low, double high, boolean closed) {

    private static final DepthRange ALL = closed(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public DepthRange {
        low += 0.0; // -0.0 becomes 0.0, so that equal ranges are equal
        high += 0.0;
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "A depth range runs from the lower depth to the higher one, found " + low + " to " + high);
        }
    }

    /** Both ends belong to it. */
    public static DepthRange closed(double low, double high) {
        return new DepthRange(low, high, true);
    }

    /** The upper end does not belong to it: ranges that follow one another share no depth. */
    public static DepthRange halfOpen(double low, double high) {
        return new DepthRange(low, high, false);
    }

    /** Every depth. */
    public static DepthRange all() {
        return ALL;
    }

    public boolean contains(double depth) {
        return depth >= low && isBelowEnd(depth);
    }

    /** Whether it has depths in common with those from {@code from} to {@code to}, both of them included. */
    public boolean meets(double from, double to) {
        return to >= low && isBelowEnd(from);
    }

    /** Whether a depth lies before the upper end, or at it where the end belongs to the range. */
    public boolean isBelowEnd(double depth) {
        return closed ? depth <= high : depth < high;
    }

    /** The same depths counted in another unit. */
    public DepthRange to(DepthUnit from, DepthUnit to) {
        return from == to ? this : new DepthRange(from.to(to, low), from.to(to, high), closed);
    }

    @Override
    public String toString() {
        return "[" + low + ", " + high + (closed ? "]" : ")");
    }
}
