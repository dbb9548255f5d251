package io.depth4j.estimate;

/**
 * A pixel whose distance somebody measured.
 *
 * @param x column, from 0
 * @param y row, from 0
 * @param metres to what the pixel shows, along the axis that the map is measured along
 */
public record KnownDepth(int x, int y, double metres) {

    public KnownDepth {
        if (!(metres > 0 && metres < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "A known depth is positive and finite, found " + metres + " m at (" + x + ", " + y + ")");
        }
    }
}
