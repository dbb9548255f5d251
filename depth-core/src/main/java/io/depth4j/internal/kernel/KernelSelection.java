package io.depth4j.internal.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answer to "which kernels can run here": a set of kernels, or the reason why what was demanded cannot run.
 *
 * <p>Kept as a value because a class initialiser that throws would tell its reason only to the first caller.
 */
record KernelSelection(Optional<Kernels> kernels, String reason, Optional<Throwable> cause) {

    enum Mode {
        AUTO,
        SCALAR,
        VECTOR
    }

    static final String PROPERTY = "depth4j.kernels";

    private static final String MODULE = "jdk.incubator.vector";
    private static final int LEAST_BITS = 128;

    /** Without a lambda, which would allocate at every call until C2 has compiled the caller. */
    Kernels orThrow() {
        if (kernels.isEmpty()) {
            throw new IllegalStateException(reason, cause.orElse(null));
        }
        return kernels.get();
    }

    /** What the system property asks for; says once in the log what came of it. */
    static KernelSelection ofProperty() {
        KernelSelection selection = ofProperty(System.getProperty(PROPERTY, "auto"));
        Logger log = LoggerFactory.getLogger(Kernels.class);
        selection
                .kernels()
                .map(Kernels::choice)
                .ifPresent(choice -> log.info(
                        "depth4j kernels: {}{} ({})",
                        choice.name(),
                        choice.vectorBits() == 0 ? "" : " " + choice.vectorBits() + " bit",
                        choice.reason()));
        return selection;
    }

    static KernelSelection ofProperty(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "auto" -> of(Mode.AUTO);
            case "scalar" -> of(Mode.SCALAR);
            case "vector" -> of(Mode.VECTOR);
            default -> refused("-D" + PROPERTY + " takes auto, scalar or vector, found '" + value + "'");
        };
    }

    static KernelSelection of(Mode mode) {
        return switch (mode) {
            case SCALAR -> chosen(Kernels.scalar("forced by -D" + PROPERTY + "=scalar"));
            case VECTOR -> probeVector("forced by -D" + PROPERTY + "=vector");
            case AUTO -> {
                KernelSelection vector = probeVector("chosen because they can run");
                yield vector.kernels().isPresent() ? vector : chosen(Kernels.scalar(vector.reason()));
            }
        };
    }

    /** Cheap checks first, so that nothing of the incubator module is touched where it cannot work. */
    private static KernelSelection probeVector(String why) {
        Optional<String> obstacle = moduleObstacle().or(OptimizingCompiler::obstacle);
        if (obstacle.isPresent()) {
            return refused(obstacle.get());
        }
        try {
            int bits = Lanes.BITS;
            if (bits < LEAST_BITS) {
                return refused("vector kernels need registers of " + LEAST_BITS + " bits, this JVM offers " + bits);
            }
            Kernels vector = new Kernels(
                    KernelChoice.vector(bits, why),
                    new VectorRowKernels(),
                    new VectorSplineKernels(),
                    new VectorPlaneKernels(),
                    new VectorColorKernels(),
                    new VectorTensorKernels(),
                    new VectorNetKernels());
            return disagreement(Kernels.scalar(), vector)
                    .map(found -> refused("vector kernels disagree with scalar ones here: " + found))
                    .orElseGet(() -> chosen(vector));
        } catch (LinkageError | RuntimeException e) {
            return new KernelSelection(Optional.empty(), "vector kernels failed to start: " + e, Optional.of(e));
        }
    }

    private static Optional<String> moduleObstacle() {
        Optional<Module> module = ModuleLayer.boot().findModule(MODULE);
        if (module.isEmpty()) {
            return Optional.of("module " + MODULE + " is not loaded; start Java with --add-modules " + MODULE);
        }
        return Kernels.class.getModule().canRead(module.get())
                ? Optional.empty()
                : Optional.of("module " + Kernels.class.getModule().getName() + " cannot read " + MODULE);
    }

    private static Optional<String> disagreement(Kernels scalar, Kernels vector) {
        return Stream.of(
                        RowKernels.disagreement(scalar.rows(), vector.rows()),
                        SplineKernels.disagreement(scalar.splines(), vector.splines()),
                        PlaneKernels.disagreement(scalar.planes(), vector.planes()),
                        ColorKernels.disagreement(scalar.colors(), vector.colors()),
                        TensorKernels.disagreement(scalar.tensors(), vector.tensors()),
                        NetKernels.disagreement(scalar.nets(), vector.nets()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static KernelSelection chosen(Kernels kernels) {
        return new KernelSelection(Optional.of(kernels), kernels.choice().reason(), Optional.empty());
    }

    private static KernelSelection refused(String reason) {
        return new KernelSelection(Optional.empty(), reason, Optional.empty());
    }
}
