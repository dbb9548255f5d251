package io.depth4j.internal.java;

import io.depth4j.LimitExceededException;

/** How much a network from outside may ask for; far above any that Java would run in bearable time. */
final class Ceilings {

    static final int FILE_BYTES = 128 << 20;
    static final int NODES = 4096;
    static final int TENSORS = 16384;
    static final int AXES = 8;

    /** Numbers in one attribute, inputs of one node, pairs of metadata. */
    static final int LIST = 4096;

    static final int CHANNELS = 1 << 16;

    /** Floats of all weights as kernels want them. */
    static final long WEIGHTS = 1 << 26;

    /** Floats of everything that one run holds. */
    static final long ARENA = 1 << 28;

    private Ceilings() {}

    /** Throws if there is more than there may be. */
    static void require(String what, long found, long most) {
        if (found > most) {
            throw new LimitExceededException("The network has " + found + " " + what + ", allowed are " + most);
        }
    }
}
