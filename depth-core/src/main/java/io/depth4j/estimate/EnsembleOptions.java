package io.depth4j.estimate;

import io.depth4j.DepthKind;
import java.util.Objects;

/**
 * How the maps of an ensemble are brought together.
 *
 * @param tolerance how far apart, as a share of what the map spans, two members may be at a pixel and still agree
 * @param metric what happens to maps in metres when the first member's are metres too
 */
public record EnsembleOptions(double tolerance, MetricMembers metric) {

    /** What happens to maps of {@link DepthKind#METRIC} whose reference is one as well. */
    public enum MetricMembers {
        /** They stay as they are: metres are metres, and who is off by a factor is seen to disagree. */
        KEPT,
        /** They are scaled to the first member's metres: only shapes are compared. */
        SCALED
    }

    private static final EnsembleOptions DEFAULTS = new EnsembleOptions(0.1, MetricMembers.KEPT);

    public EnsembleOptions {
        Objects.requireNonNull(metric, "metric");
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("The tolerance lies between 0 and 1, found " + tolerance);
        }
    }

    /** A tenth of tolerance, metres kept. */
    public static EnsembleOptions defaults() {
        return DEFAULTS;
    }

    public EnsembleOptions withTolerance(double newTolerance) {
        return new EnsembleOptions(newTolerance, metric);
    }

    public EnsembleOptions withMetric(MetricMembers newMetric) {
        return new EnsembleOptions(tolerance, newMetric);
    }
}
