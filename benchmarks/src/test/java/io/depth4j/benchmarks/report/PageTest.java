package io.depth4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.benchmarks.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {

    @TempDir
    Path folder;

    @Test
    void eachPeerGetsARowWithItsRatioAndTheDistanceToACopy() throws IOException {
        Json.write(
                folder.resolve("jdk17-vector.json"),
                List.of(
                        entry("RowResizeBenchmark", "bilinear", "ours", 20, 1),
                        entry("RowResizeBenchmark", "bilinear", "openCv", 80, 2),
                        entry("RowResizeBenchmark", "bilinear", "javaAwt", 400, Double.NaN),
                        entry("RowResizeBenchmark", "bilinear", "copy", 4, 1)));

        assertThat(Page.of(folder).lines())
                .contains(
                        "## JDK 17.0.1, with the vector module",
                        "- machine: A processor, 2 processors, Linux amd64",
                        "- flags: `--add-modules jdk.incubator.vector`",
                        "- kernels: vector 512",
                        "| row resize, bilinear | 20.0 ± 1.0 | OpenCV | 80.0 ± 2.0 | 4.00 | 4.0 | 5.0 |",
                        "| row resize, bilinear | 20.0 ± 1.0 | java.awt | 400.0 | 20.00 | 4.0 | 5.0 |");
    }

    @Test
    void anOperationWithoutACopyIsRefused() throws IOException {
        Json.write(folder.resolve("x.json"), List.of(entry("RowResizeBenchmark", "bilinear", "ours", 20, 1)));

        assertThatThrownBy(() -> Page.of(folder))
                .hasMessage("Expected a result of 'copy' for row resize, bilinear, found only [ours]");
    }

    @Test
    void otherFilesAreLeftAlone() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "not JSON");

        assertThat(Page.of(folder)).startsWith("# Benchmarks").doesNotContain("## JDK");
    }

    private static Map<String, Object> entry(String type, String parameter, String method, double score, double error) {
        return Map.ofEntries(
                Map.entry("benchmark", "io.depth4j.benchmarks.jmh." + type + "." + method),
                Map.entry("jmhVersion", "1.37"),
                Map.entry("jdkVersion", "17.0.1"),
                Map.entry("vmName", "OpenJDK 64-Bit Server VM"),
                Map.entry("vmVersion", "17.0.1+1"),
                Map.entry("jvmArgs", List.of("--add-modules", "jdk.incubator.vector")),
                Map.entry("warmupIterations", 3),
                Map.entry("measurementIterations", 5),
                Map.entry("measurementTime", "1 s"),
                Map.entry("params", Map.of("resizer", parameter)),
                Map.entry(
                        "primaryMetric",
                        Map.of(
                                "score",
                                score,
                                "scoreError",
                                Double.isNaN(error) ? "NaN" : error,
                                "scoreUnit",
                                "us/op")),
                Map.entry(
                        "machine",
                        Map.of("cpu", "A processor", "processors", 2, "os", "Linux amd64", "kernels", "vector 512")));
    }
}
