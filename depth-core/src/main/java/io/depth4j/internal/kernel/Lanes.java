package io.depth4j.internal.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The vector shapes that all vector kernels use: the widest that this JVM prefers. */
final class Lanes {

    static final VectorSpecies<Float> FLOAT = FloatVector.SPECIES_PREFERRED;
    static final VectorSpecies<Double> DOUBLE = DoubleVector.SPECIES_PREFERRED;
    static final int BITS = FLOAT.vectorBitSize();

    private Lanes() {}
}
