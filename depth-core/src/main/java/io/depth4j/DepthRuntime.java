package io.depth4j;

import io.depth4j.internal.kernel.KernelChoice;
import io.depth4j.internal.kernel.Kernels;

/** What runs in this JVM. */
public final class DepthRuntime {

    private DepthRuntime() {}

    /**
     * Which kernels were chosen, and why. The choice is made once, at the first use; {@code -Ddepth4j.kernels=scalar} or
     * {@code vector} forces it.
     *
     * @throws IllegalStateException if vector kernels were forced and cannot run
     */
    public static KernelInfo kernels() {
        KernelChoice choice = Kernels.active().choice();
        return new KernelInfo(choice.name(), choice.vectorBits(), choice.reason());
    }
}
