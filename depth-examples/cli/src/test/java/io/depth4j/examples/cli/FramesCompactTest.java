package io.depth4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.frames.Frames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesCompactTest {

    @TempDir
    Path folder;

    private String first;

    @BeforeEach
    void rowsInSeveralParts() throws IOException {
        Wells.store(folder);
        first = Wells.values(Wells.run(folder, "log", "--json").out()).get("/0/time");
        for (int i = 0; i < 3; i++) {
            Files.writeString(folder.resolve("more.csv"), (2000 + i) + ",1".repeat(Wells.PIXELS) + "\n");
            assertThat(Wells.run(folder, "ingest", "--image", "1", "more.csv").status())
                    .isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void partsAreMergedAndThePastIsForgotten() throws IOException {
        Frames before = Wells.read(folder, 1);
        Run run = Wells.run(folder, "compact", "--keep", "0s", "--json");

        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        Map<String, String> values = Wells.values(run.out());
        assertThat(values).containsEntry("/segmentsBefore", "4").containsEntry("/segmentsAfter", "1");
        assertThat(Wells.read(folder, 1).sameAs(before)).isTrue();
        Run past = Wells.run(folder, "images", "--at", first);
        assertThat(past.status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(past.err()).contains("goes back to").contains(first);
        assertThat(Wells.run(folder, "stats").out()).doesNotContain("its beginning");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--keep 7d", "--keep 12h", "--keep PT30M", "--keep-since 2020-05-01T12:00:00Z"})
    void thePastStaysThatIsKept(String words) {
        Run run = Wells.run(folder, "compact", words.isEmpty() ? new String[0] : words.split(" "));
        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).startsWith("4 segments of ").contains(" became 1 of ");
        assertThat(Wells.cells(Wells.run(folder, "images", "--at", first).out()))
                .singleElement()
                .satisfies(image -> assertThat(image).contains("30"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--keep 7",
                "--keep -1d",
                "--keep PT-5M",
                "--keep-since noon",
                "--keep 7d --keep-since 2020-05-01T12:00:00Z"
            })
    void wrongWordsAreUsage(String words) {
        Run run = Wells.run(folder, "compact", words.split(" "));
        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).hasLineCount(1);
    }
}
