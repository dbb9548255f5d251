package io.depth4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the finished jar can show. */
@Tag("jar")
class JarTest {

    private static final int STARTS = 15;

    @TempDir
    Path folder;

    @Test
    void helpAndVersionWork() {
        Run help = Run.ofJar(folder, "--help");
        assertThat(help.status()).isEqualTo(ExitCode.DONE);
        assertThat(help.out()).startsWith("Usage: depth");
        assertThat(help.err()).isEmpty();
        assertThat(Run.ofJar(folder, "--version").out()).matches("depth \\d.*\\R");
    }

    @Test
    void helpIsAnsweredByTheFirstJvmAndWithoutKernelsFilesOrLogs() {
        Run run = Run.of(Run.jar(folder, List.of("-Xlog:class+load:file=loaded.txt"), "resize", "--help"));
        assertThat(run.status()).isEqualTo(ExitCode.DONE);
        assertThat(folder.resolve("loaded.txt"))
                .content()
                .contains("io.depth4j.examples.cli.ResizeCommand")
                .doesNotContain(
                        "io.depth4j.FrameResizers", "io.depth4j.internal", "org.slf4j", "java.lang.ProcessBuilder");
    }

    @Test
    void theSecondJvmHasTheVectorModuleAndTheOptionsOfTheFirst() {
        assumeTrue(ModuleFinder.ofSystem().find("jdk.incubator.vector").isPresent(), "needs a JDK with vectors");
        Run run = Run.of(Run.jar(folder, List.of("-Xmx300m", "-Dmy.own=1"), "doctor"));
        assertThat(run.status()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains("jdk.incubator.vector is loaded by a second start")
                .contains("300.0 MiB for the JVM")
                .contains("-Dmy.own=1");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void whoForcesScalarKernelsGetsNoSecondJvm() {
        Run run = Run.of(Run.jar(folder, List.of("-Ddepth4j.kernels=scalar"), "doctor"));
        assertThat(run.status()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("scalar (forced by").doesNotContain("second start");
    }

    @Test
    void theStatusOfTheSecondJvmComesOutOfTheFirst() {
        Run wrong = Run.ofJar(folder, "nonsense");
        assertThat(wrong.status()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.err()).startsWith("error: ").doesNotContain("WARNING");
    }

    @Test
    void bytesPassThroughBothJvms() throws IOException {
        Files.writeString(folder.resolve("rows.csv"), "1,2,3\n");
        ProcessBuilder builder =
                Run.jar(folder, List.of(), "resize", "--convention", "nearest", "--width", "6", "-", "-");
        Run run = Run.of(builder.redirectInput(folder.resolve("rows.csv").toFile()));
        assertThat(run.out()).isEqualTo("1,1,2,2,3,3\n");
    }

    @Test
    void anInterruptedProgramLeavesNothingUnderAFinalName() throws Exception {
        ProcessBuilder builder =
                Run.interruptibleJar(folder, "resize", "--convention", "area", "--width", "2", "-", "out.csv");
        Process process = builder.redirectErrorStream(true).start();
        try (OutputStream rows = process.getOutputStream()) {
            byte[] block = "1,2,3,4\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1000 && files().isEmpty(); i++) {
                rows.write(block);
                rows.flush();
                Thread.sleep(10);
            }
            assertThat(files())
                    .as("it writes beside the final name")
                    .singleElement()
                    .asString()
                    .endsWith(".tmp");
            interrupt(process);
            for (int i = 0; i < 20; i++) {
                rows.write(block);
                rows.flush();
            }
        } catch (IOException gone) {
            // It reads no more, and that is what was wanted.
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(files()).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** As Ctrl-C does, which Java itself cannot. */
    private static void interrupt(Process process) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "needs /bin/kill");
        new ProcessBuilder("/bin/kill", "-INT", "" + process.pid()).start().waitFor();
    }

    /** Asserts no time, which a busy machine would break, and prints what it found. */
    @Test
    void howLongHelpTakesBesideTheSmallestProgram() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        long hello = median(() -> new ProcessBuilder(
                java, "-cp", Path.of("target/test-classes").toAbsolutePath().toString(), Hello.class.getName()));
        long help = median(() -> Run.jar(folder, List.of(), "--help"));
        System.out.printf(
                Locale.ROOT,
                "Medians of %d starts: hello %d ms, depth --help %d ms; wanted at most 1.5 x hello + 350 ms = %.0f ms%n",
                STARTS,
                hello,
                help,
                1.5 * hello + 350);
    }

    private static long median(Supplier<ProcessBuilder> builder) {
        long[] nanos = LongStream.generate(() -> {
                    long start = System.nanoTime();
                    assertThat(Run.of(builder.get()).status()).isZero();
                    return System.nanoTime() - start;
                })
                .limit(STARTS)
                .sorted()
                .toArray();
        return nanos[STARTS / 2] / 1_000_000;
    }
}
