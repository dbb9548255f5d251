package io.depth4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.DepthEstimators;
import io.depth4j.UnavailableException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is said in a JVM that lacks ONNX Runtime, or half of it. */
@Timeout(60)
class MissingEngineTest {

    @TempDir
    private Path folder;

    /** The other process: asks, then opens a network, and writes down what it was told. */
    static final class Asking {

        private Asking() {}

        public static void main(String[] arguments) throws IOException {
            List<String> told = new ArrayList<>();
            told.add(DepthEstimators.backends().toString());
            try {
                DepthEstimators.open(Path.of(arguments[0])).close();
            } catch (UnavailableException e) {
                told.add(e.getMessage());
                told.add("because of " + e.getCause());
            }
            Files.write(Path.of(arguments[1]), told);
        }
    }

    private List<String> told(String classPath, String... options) throws Exception {
        Path network = SmallNetworks.mean(1, 8, 8).write(folder.resolve("net.onnx"));
        Path told = folder.resolve("told");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath, Asking.class.getName(), network.toString(), told.toString()));
        Process other = new ProcessBuilder(command).inheritIO().start();
        try {
            assertThat(other.waitFor()).isZero();
        } finally {
            other.destroyForcibly();
        }
        return Files.readAllLines(told);
    }

    @Test
    void withoutTheJarItIsSaidWhatToAdd() throws Exception {
        String without = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("onnxruntime"))
                .collect(Collectors.joining(File.pathSeparator));
        assertThat(told(without))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).containsAnyOf("add com.microsoft.onnxruntime", "because of java"));
    }

    @Test
    void aLibraryThatDoesNotLoadIsToldWithItsReasonEveryTime() throws Exception {
        Path library = folder.resolve(System.mapLibraryName("onnxruntime"));
        Files.write(library, "no library".getBytes(StandardCharsets.US_ASCII));
        assertThat(told(System.getProperty("java.class.path"), "-Donnxruntime.native.path=" + folder))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).contains(library.toString()));
    }
}
