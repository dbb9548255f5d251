package io.depth4j.model;

import java.util.Objects;

/** What is done to the numbers that leave a network before they are depth. */
public sealed interface DepthReading {

    /** They are depth, once multiplied by {@code unit}. */
    record Plain(double unit) implements DepthReading {
        public Plain {
            requirePositive("plain", unit);
        }
    }

    /** One over them is depth. */
    record Reciprocal() implements DepthReading {}

    /** Depth as a camera of this focal length, in pixels of the network's input, would see it; needs the camera's own. */
    record CanonicalFocal(double focal) implements DepthReading {
        public CanonicalFocal {
            requirePositive("canonical-focal", focal);
        }
    }

    /**
     * Depth as a camera of the network's own estimate would see it; where the camera is given, its focal length counts.
     *
     * @param focal the output that holds the focal length in pixels of the network's input
     */
    record OwnFocal(String focal) implements DepthReading {
        public OwnFocal {
            Objects.requireNonNull(focal, "focal");
        }
    }

    /**
     * One over depth for a picture as wide as its focal length is long.
     *
     * @param focal the output that holds the focal length in pixels of the network's input, used where no camera is given
     */
    record InversePerWidth(String focal) implements DepthReading {
        public InversePerWidth {
            Objects.requireNonNull(focal, "focal");
        }
    }

    /**
     * Points in space up to a shift along the axis; focal length and shift are solved for.
     *
     * @param metricScale the output that holds the factor to metres
     */
    record Points(String metricScale) implements DepthReading {
        public Points {
            Objects.requireNonNull(metricScale, "metricScale");
        }
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("output.reading." + name + " is positive and finite, found " + value);
        }
    }
}
