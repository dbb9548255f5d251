package io.depth4j.internal.guided;

/** Rows of pixels with several numbers each, one row after the other; a pixel's numbers stand side by side. */
@FunctionalInterface
interface Rows {

    /** Fills {@code row} with the next one. */
    void next(double[] row);
}
