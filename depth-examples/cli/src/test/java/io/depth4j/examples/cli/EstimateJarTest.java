package io.depth4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.depth4j.DepthKind;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.io.DepthFiles;
import io.depth4j.io.DepthReadOptions;
import io.depth4j.io.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What signals do to a batch. */
@Tag("jar")
class EstimateJarTest {

    private static final int PHOTOS = 12;
    private static final DepthReadOptions METRES = DepthReadOptions.defaults().withKind(DepthKind.METRIC);

    @TempDir
    Path folder;

    /** Shells number the signal that ended a program. */
    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void aSignalLeavesNothingHalfAndTheNextRunDoesTheRest(String signal, int status) throws Exception {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "no such signals here");
        TinyNetwork.slow(folder.resolve("slow.onnx"), 256, 150, "metric");
        Files.createDirectories(folder.resolve("photos"));
        for (int i = 0; i < PHOTOS; i++) {
            Images.write(
                    Image.allocate(new Size(600 + i, 400), PixelFormat.RGB24), folder.resolve("photos/" + i + ".png"));
        }
        String[] words = {"estimate", "photos", "-o", "out", "--format", "pfm", "--model", "slow.onnx"};

        Process process = Run.interruptibleJar(folder, words)
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        while (results().isEmpty()) {
            assertThat(process.isAlive()).isTrue();
            Thread.sleep(10);
        }
        Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
        assertThat(kill.waitFor()).isZero();

        assertThat(process.waitFor()).isEqualTo(status);
        List<Path> done = results();
        assertThat(done.size()).isBetween(1, PHOTOS - 1);
        for (Path result : done) {
            assertThat(DepthFiles.read(result, METRES).height()).isEqualTo(400);
        }
        assertThat(leftovers()).isEmpty();
        assertThat(folder.resolve("err.txt")).content().contains("interrupted: " + done.size() + " done");

        Run rest = Run.ofJar(folder, words);
        assertThat(rest.status()).as(rest.err()).isEqualTo(ExitCode.DONE);
        assertThat(rest.err()).contains((PHOTOS - done.size()) + " done, " + done.size() + " there already");
        assertThat(results()).hasSize(PHOTOS);
    }

    /** Shells make long lines of photos/*.jpg; with one photo the line is made long by a property. */
    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void aLongCommandLineDoesNotEndTheJvm() throws IOException {
        TinyNetwork.mean(folder.resolve("tiny.onnx"));
        Images.write(Image.allocate(new Size(8, 8), PixelFormat.RGB24), folder.resolve("photo.png"));

        Run run = Run.of(Run.jar(
                folder,
                List.of("-Dfiller=" + "x".repeat(20_000)),
                "estimate",
                "photo.png",
                "-o",
                "depth.pfm",
                "--model",
                "tiny.onnx"));

        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(folder.resolve("depth.pfm")).exists();
    }

    private List<Path> results() throws IOException {
        return files().filter(file -> file.toString().endsWith(".pfm")).toList();
    }

    private List<Path> leftovers() throws IOException {
        return files().filter(file -> file.toString().endsWith(".tmp")).toList();
    }

    private Stream<Path> files() throws IOException {
        Path out = folder.resolve("out");
        if (!Files.isDirectory(out)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(out)) {
            return files.toList().stream();
        }
    }
}
