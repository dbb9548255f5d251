package io.depth4j.internal.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;

/** Whether HotSpot's C2 will compile here. Without it every vector operation allocates, and scalar kernels are far faster. */
final class OptimizingCompiler {

    /** What HotSpot's flags are where C2 compiles, and makes registers of vectors. */
    private static final Map<String, String> FLAGS =
            Map.of("TieredStopAtLevel", "4", "UseCompiler", "true", "EnableVectorSupport", "true");

    private OptimizingCompiler() {}

    /** Why it will not, if so. */
    static Optional<String> obstacle() {
        String name = System.getProperty("java.vm.name", "");
        String info = System.getProperty("java.vm.info", "");
        String version = System.getProperty("java.vm.version", "");
        boolean c2 = name.contains("Server VM")
                && !info.contains("interpreted mode")
                && !info.contains("emulated-client")
                && !version.contains("jvmci");
        return (c2 ? forbiddingFlag() : Optional.of(name + " (" + info + ")"))
                .map(found -> "vector kernels need HotSpot's C2 compiler, found " + found);
    }

    /** Some flags leave no trace in the system properties. */
    private static Optional<String> forbiddingFlag() {
        HotSpotDiagnosticMXBean hotSpot = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        return FLAGS.entrySet().stream()
                .filter(flag ->
                        !value(hotSpot, flag.getKey()).orElse(flag.getValue()).equals(flag.getValue()))
                .findFirst()
                .map(flag -> flag.getKey() + "=" + value(hotSpot, flag.getKey()).orElseThrow());
    }

    /** A flag's value, none if this JVM does not know the flag: the bean has no other way to ask. */
    private static Optional<String> value(HotSpotDiagnosticMXBean hotSpot, String flag) {
        try {
            return Optional.of(hotSpot.getVMOption(flag).getValue());
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
