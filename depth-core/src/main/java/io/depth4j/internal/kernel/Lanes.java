package io.depth4j.internal.kernel;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The vector shapes that all vector kernels use: the widest that this JVM prefers. */
final class Lanes {

    static final VectorSpecies<Float> FLOAT = FloatVector.SPECIES_PREFERRED;
    static final VectorSpecies<Double> DOUBLE = DoubleVector.SPECIES_PREFERRED;
    static final int BITS = FLOAT.vectorBitSize();

    static final VectorSpecies<Integer> INT = IntVector.SPECIES_PREFERRED;

    /** As many bits of bytes as the other species have. */
    static final VectorSpecies<Byte> BYTE = ByteVector.SPECIES_PREFERRED;

    /** Half as many. */
    static final VectorSpecies<Byte> BYTE_HALF =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, BITS / 2)));

    /** As many bytes as {@link #INT} has lanes; there is no such species below 256 bits, where this one is twice as long. */
    static final VectorSpecies<Byte> BYTE_QUARTER =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, BITS / 4)));

    /** Whether bytes can be read and written one an {@link #INT} lane. */
    static final boolean HAS_BYTE_QUARTER = BYTE_QUARTER.length() == INT.length();

    /** As many shorts as {@link #INT} has lanes, from 128 bits on. */
    static final VectorSpecies<Short> SHORT_HALF =
            VectorSpecies.of(short.class, VectorShape.forBitSize(Math.max(64, BITS / 2)));

    private Lanes() {}
}
