package io.depth4j.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSelectionTest {

    private static final String MODULE = "--add-modules=jdk.incubator.vector";

    @TempDir
    Path folder;

    @Test
    void choosesVectorKernelsByItselfWhereTheModuleIs() throws Exception {
        assertThat(java(MODULE).out).matches("vector \\d+ bit \\(chosen because they can run\\)");
    }

    @Test
    void choosesScalarKernelsWithoutTheModuleAndNamesTheFlag() throws Exception {
        assertThat(java().out)
                .isEqualTo("scalar (module jdk.incubator.vector is not loaded; start Java with --add-modules"
                        + " jdk.incubator.vector)");
    }

    @Test
    void choosesScalarKernelsWithoutC2() throws Exception {
        for (String noC2 : List.of(
                "-Xint",
                "-XX:TieredStopAtLevel=0",
                "-XX:TieredStopAtLevel=1",
                "-XX:TieredStopAtLevel=2",
                "-XX:TieredStopAtLevel=3",
                "-XX:CompilationMode=quick-only")) {
            assertThat(java(MODULE, noC2).out).as(noC2).startsWith("scalar (vector kernels need HotSpot's C2 compiler");
        }
        assertThat(java(MODULE, "-XX:TieredStopAtLevel=3").out).endsWith("found TieredStopAtLevel=3)");
    }

    @Test
    void choosesVectorKernelsWithoutC1() throws Exception {
        assertThat(java(MODULE, "-XX:-TieredCompilation").out).startsWith("vector ");
    }

    @Test
    void choosesScalarKernelsWhereRegistersAreNarrow() throws Exception {
        assertThat(java(MODULE, "-XX:MaxVectorSize=8").out)
                .isEqualTo("scalar (vector kernels need registers of 128 bits, this JVM offers 64)");
    }

    @Test
    void thePropertyForcesEitherKind() throws Exception {
        assertThat(java(MODULE, "-Ddepth4j.kernels=scalar").out)
                .isEqualTo("scalar (forced by -Ddepth4j.kernels=scalar)");
        assertThat(java(MODULE, "-Ddepth4j.kernels=vector").out)
                .matches("vector \\d+ bit \\(forced by -Ddepth4j.kernels=vector\\)");
        assertThat(java(MODULE, "-Ddepth4j.kernels=auto").out).startsWith("vector ");
    }

    @Test
    void forcingWhatCannotRunThrowsAndNamesTheFlag() throws Exception {
        Run run = java("-Ddepth4j.kernels=vector");

        assertThat(run.exitCode).isNotZero();
        assertThat(run.err)
                .contains("IllegalStateException: module jdk.incubator.vector is not loaded; start Java with"
                        + " --add-modules jdk.incubator.vector")
                .doesNotContain("ExceptionInInitializerError", "NoClassDefFoundError");
    }

    @Test
    void anUnknownValueIsRefusedWithWhatWouldDo() {
        assertThatThrownBy(() -> KernelSelection.ofProperty("fast").orThrow())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("-Ddepth4j.kernels takes auto, scalar or vector, found 'fast'");
    }

    @Test
    void saysOnceInTheLogWhatWasChosenAndTheRuntimeAgrees() throws Exception {
        for (List<String> flags : List.of(List.<String>of(), List.of(MODULE))) {
            Run run = java(flags.toArray(String[]::new));

            assertThat(run.err.lines().filter(line -> line.contains("depth4j kernels:")))
                    .singleElement()
                    .asString()
                    .isEqualTo("[main] INFO " + Kernels.class.getName() + " - depth4j kernels: " + run.out);
        }
    }

    private record Run(int exitCode, String out, String err) {}

    /** A JVM like this one, with these flags. */
    private Run java(String... flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(flags));
        command.addAll(List.of(
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=info",
                "-cp",
                System.getProperty("java.class.path"),
                KernelReport.class.getName()));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"));
        int exitCode = builder.start().waitFor();
        return new Run(
                exitCode, Files.readString(out).strip(), Files.readString(err).strip());
    }
}
