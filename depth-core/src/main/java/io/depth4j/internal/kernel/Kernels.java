package io.depth4j.internal.kernel;

import java.util.Optional;

/** One implementation of every family of kernels: all scalar, or all vector. */
public record Kernels(
        KernelChoice choice,
        RowKernels rows,
        SplineKernels splines,
        PlaneKernels planes,
        ColorKernels colors,
        TensorKernels tensors,
        NetKernels nets) {

    /**
     * The kernels of this JVM, chosen at the first call.
     *
     * @throws IllegalStateException if {@code -Ddepth4j.kernels} forces kernels that cannot run here
     */
    public static Kernels active() {
        return Chosen.SELECTION.orThrow();
    }

    /** The kernels that run everywhere. */
    public static Kernels scalar() {
        return scalar("asked for");
    }

    /** The kernels over {@code jdk.incubator.vector}, where they can run. */
    public static Optional<Kernels> vector() {
        return KernelSelection.of(KernelSelection.Mode.VECTOR).kernels();
    }

    Kernels withNets(NetKernels others) {
        return new Kernels(choice, rows, splines, planes, colors, tensors, others);
    }

    static Kernels scalar(String reason) {
        return new Kernels(
                KernelChoice.scalar(reason),
                new ScalarRowKernels(),
                new ScalarSplineKernels(),
                new ScalarPlaneKernels(),
                new ScalarColorKernels(),
                new ScalarTensorKernels(),
                new ScalarNetKernels());
    }

    private static final class Chosen {
        static final KernelSelection SELECTION = KernelSelection.ofProperty();
    }
}
