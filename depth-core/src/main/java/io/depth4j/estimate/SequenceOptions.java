package io.depth4j.estimate;

import io.depth4j.DepthKind;
import java.util.Objects;

/**
 * How the frames of a clip are held together.
 *
 * @param lowPercent the percentile of a frame's values that its shot's range begins with
 * @param highPercent the percentile of a frame's values that its shot's range ends with
 * @param cut how different two neighbouring pictures are, from 0 to 1, when a new shot begins; above 1 it never does
 * @param tolerance how far apart, as a share of what the map spans, two frames may show a pixel that did not move
 * @param metric what happens to maps that are metres already
 */
public record SequenceOptions(
        double lowPercent, double highPercent, double cut, double tolerance, MetricFrames metric) {

    /** What happens to maps of {@link DepthKind#METRIC}. */
    public enum MetricFrames {
        /** They stay as they are: the network's own metres, which may flicker. */
        KEPT,
        /** They are scaled to the metres of the shot's first frames: calmer, and as right or wrong as those were. */
        SCALED
    }

    private static final SequenceOptions DEFAULTS = new SequenceOptions(2, 98, 0.45, 0.05, MetricFrames.KEPT);

    public SequenceOptions {
        Objects.requireNonNull(metric, "metric");
        if (!(lowPercent >= 0 && lowPercent < highPercent && highPercent <= 100)) {
            throw new IllegalArgumentException("Percentiles lie between 0 and 100, the lower one first, found "
                    + lowPercent + " and " + highPercent);
        }
        if (!(cut > 0)) {
            throw new IllegalArgumentException("The difference that makes a cut is positive, found " + cut);
        }
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("The tolerance lies between 0 and 1, found " + tolerance);
        }
    }

    /** A range without the outermost 2 % on either side, a twentieth of tolerance, metres kept. */
    public static SequenceOptions defaults() {
        return DEFAULTS;
    }

    public SequenceOptions withPercentiles(double newLow, double newHigh) {
        return new SequenceOptions(newLow, newHigh, cut, tolerance, metric);
    }

    public SequenceOptions withCut(double newCut) {
        return new SequenceOptions(lowPercent, highPercent, newCut, tolerance, metric);
    }

    public SequenceOptions withTolerance(double newTolerance) {
        return new SequenceOptions(lowPercent, highPercent, cut, newTolerance, metric);
    }

    public SequenceOptions withMetric(MetricFrames newMetric) {
        return new SequenceOptions(lowPercent, highPercent, cut, tolerance, newMetric);
    }
}
