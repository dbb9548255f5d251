package io.depth4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FramesStatsTest {

    @TempDir
    Path folder;

    @Test
    void aStoreIsToldInNumbers() throws IOException {
        Wells.store(folder);
        Run run = Wells.run(folder, "stats");
        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .containsPattern("(?m)^images +1$")
                .containsPattern("(?m)^rows +30$")
                .containsPattern("(?m)^size +[0-9.]+ KiB$")
                .containsPattern("(?m)^goes back to +its beginning$");

        Map<String, String> values =
                Wells.values(Wells.run(folder, "stats", "--json").out());
        assertThat(values)
                .containsEntry("/images", "1")
                .containsEntry("/rows", "30")
                .containsEntry("/segments", "1")
                .containsEntry("/commits", "1");
        assertThat(Long.parseLong(values.get("/bytes"))).isPositive();
    }
}
