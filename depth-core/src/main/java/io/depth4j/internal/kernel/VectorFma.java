package io.depth4j.internal.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import jdk.incubator.vector.FloatVector;

/** A product and a sum: in one step where the machine has it, else C2 would make the one step out of slow ones. */
final class VectorFma {

    private static final boolean ONE_STEP = hasOneStep();

    private VectorFma() {}

    static FloatVector add(FloatVector a, FloatVector b, FloatVector sum) {
        return ONE_STEP ? a.fma(b, sum) : a.mul(b).add(sum);
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
