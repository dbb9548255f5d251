package io.depth4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FramesLogTest {

    @TempDir
    Path folder;

    @Test
    void changesAreListedTheLatestFirst() throws IOException {
        Wells.store(folder);
        assertThat(Wells.run(folder, "delete", "--image", "1").status()).isEqualTo(ExitCode.DONE);

        Run run = Wells.run(folder, "log");
        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(Wells.cells(run.out())).extracting(row -> row.get(2)).containsExactly("delete", "upsert");
        assertThat(run.out()).contains("source=" + Wells.HOLE);

        Map<String, String> values =
                Wells.values(Wells.run(folder, "log", "--before", "2", "--json").out());
        assertThat(values)
                .containsEntry("/0/commit", "1")
                .containsEntry("/0/new", "30")
                .containsEntry("/0/note/rows", "30")
                .doesNotContainKey("/1/commit");
        assertThat(Wells.cells(Wells.run(folder, "log", "--limit", "1").out())).hasSize(1);
        assertThat(Wells.run(folder, "log", "--limit", "0").status()).isEqualTo(ExitCode.USAGE);
    }
}
