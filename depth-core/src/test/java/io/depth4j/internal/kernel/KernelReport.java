package io.depth4j.internal.kernel;

import io.depth4j.DepthRuntime;

/** Says on standard output which kernels run; for JVMs that a test starts with flags of its own. */
final class KernelReport {

    private KernelReport() {}

    public static void main(String[] args) {
        Kernels.active();
        Kernels.active();
        System.out.println(DepthRuntime.kernels());
    }
}
