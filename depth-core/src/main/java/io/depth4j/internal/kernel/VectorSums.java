package io.depth4j.internal.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;

/**
 * Sums that pass through a loop in registers. C2 of JDK 17 does not know a vector's class after a loop; it guesses it from what
 * the Vector API's own methods have seen in this JVM, and where those were vectors of several kinds, keeps the sums on the heap.
 * Hence all that is done to a sum is done here, where it is told.
 */
final class VectorSums {

    private static final boolean ONE_STEP = hasOneStep();
    private static final Class<? extends Vector<Float>> CLASS = Lanes.FLOAT.vectorType();

    private VectorSums() {}

    /** A product more: in one step where the machine has it, else C2 would make the one step out of slow ones. */
    static FloatVector add(FloatVector a, FloatVector b, FloatVector sum) {
        FloatVector known = known(sum);
        return ONE_STEP ? a.fma(b, known) : a.mul(b).add(known);
    }

    static void store(FloatVector sum, float[] dst, int at) {
        known(sum).intoArray(dst, at);
    }

    /** No less than {@code low}, no more than {@code high}. */
    static void store(FloatVector sum, FloatVector low, FloatVector high, float[] dst, int at) {
        known(sum).max(low).min(high).intoArray(dst, at);
    }

    static float total(FloatVector sum) {
        return known(sum).reduceLanes(VectorOperators.ADD);
    }

    private static FloatVector known(FloatVector sum) {
        return (FloatVector) CLASS.cast(sum);
    }

    private static boolean hasOneStep() {
        try {
            return Boolean.parseBoolean(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .getVMOption("UseFMA")
                    .getValue());
        } catch (IllegalArgumentException unknownFlag) {
            return false;
        }
    }
}
