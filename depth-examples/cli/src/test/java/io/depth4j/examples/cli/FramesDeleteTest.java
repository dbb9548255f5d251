package io.depth4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FramesDeleteTest {

    @TempDir
    Path folder;

    @Test
    void anImageGoesAndCanStillBeSeenAsItWas() throws IOException {
        Wells.store(folder);
        String before = Wells.values(Wells.run(folder, "log", "--json").out()).get("/0/time");

        Run run = Wells.run(folder, "delete", "--image", "1", "--json");

        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(Wells.values(run.out())).containsEntry("/image", "1").containsEntry("/rows", "30");
        assertThat(Wells.run(folder, "images").err()).contains("no images");
        assertThat(Wells.cells(Wells.run(folder, "images", "--at", before).out()))
                .hasSize(1);
    }

    @Test
    void anImageThatIsNotThereIsNamed() throws IOException {
        Wells.store(folder);
        Run run = Wells.run(folder, "delete", "--image", "2");
        assertThat(run.status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(run.err()).contains("There is no image 2; there are 1: 1");
    }
}
