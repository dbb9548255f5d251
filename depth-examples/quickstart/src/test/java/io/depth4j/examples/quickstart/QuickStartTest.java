package io.depth4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.Image;
import io.depth4j.io.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickStartTest {

    @Test
    void theProgramWritesThePictureThatReadmeShows(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("room.png");
        QuickStart.main(new String[] {file.toString()});

        Image shown = Images.read(Path.of("../../docs/quickstart.png"));
        Image written = Images.read(file);
        assertThat(written.size()).isEqualTo(shown.size());
        int most = 0;
        for (int y = 0; y < shown.height(); y++) {
            for (int x = 0; x < 3 * shown.width(); x++) {
                most = Math.max(most, Math.abs(shown.at(x / 3, y, x % 3) - written.at(x / 3, y, x % 3)));
            }
        }
        // Math.pow may differ by a unit in the last place between machines, and so may a rounded byte.
        assertThat(most).isLessThanOrEqualTo(1);
        assertThat(Files.size(file)).isLessThan(500_000);
    }
}
