package io.depth4j.internal.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;

/**
 * Sums that pass through a loop in registers. C2 of JDK 17 does not know a vector's class after a loop; it guesses it from what
 * the Vector API's own methods have seen in this JVM, and where those were vectors of several kinds, keeps the sums on the heap.
 * Hence all that is done to a sum is done here, where it is told.
 */
final class VectorSums {

    private static final Class<? extends Vector<Float>> CLASS = Lanes.FLOAT.vectorType();

    private VectorSums() {}

    /** A product more, as {@link Fma} adds it. */
    static FloatVector add(FloatVector a, FloatVector b, FloatVector sum) {
        FloatVector known = known(sum);
        return Fma.ONE_STEP ? a.fma(b, known) : a.mul(b).add(known);
    }

    static void store(FloatVector sum, float[] dst, int at) {
        known(sum).intoArray(dst, at);
    }

    /** No less than {@code low}, no more than {@code high}. */
    static void store(FloatVector sum, FloatVector low, FloatVector high, float[] dst, int at) {
        known(sum).max(low).min(high).intoArray(dst, at);
    }

    private static FloatVector known(FloatVector sum) {
        return (FloatVector) CLASS.cast(sum);
    }
}
