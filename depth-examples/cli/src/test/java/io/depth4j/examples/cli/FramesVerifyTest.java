package io.depth4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FramesVerifyTest {

    @TempDir
    Path folder;

    @BeforeEach
    void store() throws IOException {
        Wells.store(folder);
    }

    @Test
    void aSoundStoreIsZero() throws IOException {
        Run run = Wells.run(folder, "verify");
        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("1 image, 30 rows, sound");
        assertThat(Wells.values(Wells.run(folder, "verify", "--json").out()))
                .containsEntry("/sound", "true")
                .containsEntry("/rows", "30");
    }

    @Test
    void aStoreThatLacksARowsFileIsOneAndSaysSo() throws IOException {
        for (Path file : fragments()) {
            Files.delete(file);
        }
        Run run = Wells.run(folder, "verify", "--json");
        assertThat(run.status()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(run.err()).startsWith("error: Image 1");
        assertThat(Wells.values(run.out())).containsEntry("/sound", "false").containsKey("/problems/0");
    }

    private List<Path> fragments() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("wells/segments"))) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".tdb"))
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }
}
