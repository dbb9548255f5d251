package io.depth4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.depth4j.frames.ImageSummary;
import io.depth4j.tiledb.TileDbFrameStore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What signals do to rows on their way into a store. */
@Tag("jar")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FramesJarTest {

    private static final int FILES = 12;
    private static final int ROWS = 20_000;
    private static final String PIXELS = ",7".repeat(200) + "\n";

    @TempDir
    Path folder;

    @BeforeEach
    void signals() {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "no such signals here");
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aWatchedFolderThatIsInterruptedLosesNothingAndStoresNothingHalf(String signal, int status) throws Exception {
        Path incoming = Files.createDirectories(folder.resolve("incoming"));
        for (int file = 0; file < FILES; file++) {
            table(incoming.resolve(file + ".csv"), file);
        }
        String[] words = {"frames", "watch", "--store", Wells.STORE, "--settle", "0s", "--workers", "1", "incoming"};
        Process process = Run.interruptibleJar(folder, words)
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        Path processed = incoming.resolve("processed");
        while (tables(processed).isEmpty()) {
            assertThat(process.isAlive()).isTrue();
            Thread.sleep(5);
        }
        kill(process, signal);

        assertThat(process.waitFor()).isEqualTo(status);
        List<String> done = tables(processed);
        assertThat(done.size()).isBetween(1, FILES - 1);
        assertThat(tables(incoming)).hasSize(FILES - done.size());
        assertThat(images()).hasSize(done.size()).allSatisfy(image -> {
            assertThat(done).contains(image.name());
            assertThat(image.rows()).isEqualTo(ROWS);
        });
        assertThat(folder.resolve("err.txt"))
                .content()
                .contains("interrupted: " + done.size() + " done")
                .doesNotContain("error: ");

        Run rest = Run.ofJar(folder, "frames", "watch", "--store", Wells.STORE, "--settle", "0s", "--once", "incoming");
        assertThat(rest.status()).as(rest.err()).isEqualTo(ExitCode.DONE);
        assertThat(images()).hasSize(FILES);
        assertThat(Run.ofJar(folder, "frames", "verify", "--store", Wells.STORE).status())
                .isEqualTo(ExitCode.DONE);
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void anInterruptedIngestionOfALongTableLeavesNothingAndEndsAtOnce(String signal, int status) throws Exception {
        Process process = Run.interruptibleJar(
                        folder, "frames", "ingest", "--store", Wells.STORE, "--name", "long", "-")
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        long killed = 0;
        try (OutputStream rows = process.getOutputStream()) {
            long row = 0;
            while (process.isAlive()) {
                StringBuilder block = new StringBuilder();
                for (int i = 0; i < 1000; i++) {
                    block.append(row++).append(PIXELS);
                }
                rows.write(block.toString().getBytes(StandardCharsets.US_ASCII));
                if (killed == 0 && row > 50_000 && Files.isDirectory(folder.resolve("wells/segments"))) {
                    killed = System.nanoTime();
                    kill(process, signal);
                }
            }
        } catch (IOException gone) {
            // It reads no more, and that is what was wanted.
            assertThat(killed).isPositive();
        }
        assertThat(process.waitFor()).isEqualTo(status);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed);

        assertThat(millis)
                .as("far below the time after which it is told that a command does not stop")
                .isLessThan(5000);
        assertThat(folder.resolve("err.txt")).content().contains("interrupted: 0 done, 1 not tried");
        assertThat(images()).isEmpty();
        Run sound = Run.ofJar(folder, "frames", "verify", "--store", Wells.STORE);
        assertThat(sound.out()).contains("0 images, 0 rows, sound");
    }

    private static void kill(Process process, String signal) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    private static void table(Path file, int start) throws IOException {
        try (BufferedWriter table = Files.newBufferedWriter(file)) {
            for (int row = 0; row < ROWS; row++) {
                table.write((start + row) + PIXELS);
            }
        }
    }

    private List<ImageSummary> images() {
        try (TileDbFrameStore store = Wells.open(folder)) {
            return store.images();
        }
    }

    private static List<String> tables(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .toList();
        }
    }
}
