package io.depth4j.internal.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * A product added to a sum. Where the machine does both in one step, rounding once, so do all kernels of networks, scalar and
 * vector, and give the same bits; elsewhere they round twice, for one step out of slow ones would take a hundred times as long.
 */
final class Fma {

    static final boolean ONE_STEP = hasOneStep();

    private Fma() {}

    static float add(float a, float b, float sum) {
        return ONE_STEP ? Math.fma(a, b, sum) : sum + a * b;
    }

    private static boolean hasOneStep() {
        try {
            return Boolean.parseBoolean(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .getVMOption("UseFMA")
                    .getValue());
        } catch (RuntimeException | LinkageError notHotSpot) {
            return false;
        }
    }
}
