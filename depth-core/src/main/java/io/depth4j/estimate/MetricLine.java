package io.depth4j.estimate;

import io.depth4j.DepthKind;

/** From the value of a map to metres, as a {@link io.depth4j.Calibration} reads the two numbers; any numbers at all. */
record MetricLine(DepthKind kind, double scale, double shift) {

    /** Infinite where a disparity is not positive. */
    double metres(double value) {
        double line = scale * value + shift;
        if (!kind.largerIsNearer()) {
            return line;
        }
        return line > 0 ? 1 / line : Double.POSITIVE_INFINITY;
    }

    boolean isUsable() {
        return scale > 0 && scale < Double.POSITIVE_INFINITY && Double.isFinite(shift);
    }

    /** The line that lies between this one, at 0, and the other, at 1. */
    MetricLine towards(MetricLine other, double share) {
        return new MetricLine(kind, scale + share * (other.scale - scale), shift + share * (other.shift - shift));
    }
}
