package io.depth4j.internal.java;

/** Counts the floats that weights take, so that a small file whose nodes share weights cannot ask for much memory. */
final class Weights {

    private long taken;

    void take(long floats) {
        taken += floats;
        Ceilings.require("floats of weights", taken, Ceilings.WEIGHTS);
    }
}
