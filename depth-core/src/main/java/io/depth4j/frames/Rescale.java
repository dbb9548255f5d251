package io.depth4j.frames;

import io.depth4j.Range;
import java.util.Objects;

/** Which values of a picture get the first and the last colour. */
public sealed interface Rescale {

    /** The ends of a range; what lies beyond gets the colours that the map has for that. */
    record Fixed(Range range) implements Rescale {
        public Fixed {
            Objects.requireNonNull(range, "range");
            if (range.isEmpty()) {
                throw new IllegalArgumentException("A fixed range is not empty");
            }
        }
    }

    /** The least and the greatest value of the picture. */
    record MinMax() implements Rescale {}

    /**
     * The least and the greatest value of each row by itself, so that rows cannot be compared. A row of one value gets the first
     * colour.
     */
    record PerRow() implements Rescale {}

    /**
     * Two percentiles of the picture's values: what logs call static normalisation.
     *
     * @param low 0 to 100
     * @param high {@code low} to 100
     */
    record Percentiles(double low, double high) implements Rescale {
        public Percentiles {
            requirePercentiles(low, high);
        }
    }

    /**
     * For each row two percentiles of the values round it, 0 and 100 for the least and the greatest: what logs call dynamic
     * normalisation.
     *
     * @param depth from the first row of the window to the last one, in the unit of the rows; positive and finite
     * @param low 0 to 100
     * @param high {@code low} to 100
     */
    record Window(double depth, double low, double high) implements Rescale {
        public Window {
            if (!(depth > 0 && depth < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("A window of depth is positive and finite, found " + depth);
            }
            requirePercentiles(low, high);
        }
    }

    /** Over a fixed range. */
    static Rescale fixed(double low, double high) {
        return new Fixed(Range.of(low, high));
    }

    /** None: a value from 0 to 255 is the number of its colour, fractions off. */
    static Rescale none() {
        return fixed(0, 256);
    }

    /** From the least to the greatest value of the picture. */
    static Rescale minMax() {
        return new MinMax();
    }

    /** Each row from its least to its greatest value. */
    static Rescale perRow() {
        return new PerRow();
    }

    /** Between two percentiles of the picture's values. */
    static Rescale percentiles(double low, double high) {
        return new Percentiles(low, high);
    }

    /** Each row between two percentiles of the values within half of {@code depth} above and below it. */
    static Rescale window(double depth, double low, double high) {
        return new Window(depth, low, high);
    }

    private static void requirePercentiles(double low, double high) {
        if (!(low >= 0 && low <= high && high <= 100)) {
            throw new IllegalArgumentException(
                    "Percentiles lie between 0 and 100, the lower one first, found " + low + " and " + high);
        }
    }
}
