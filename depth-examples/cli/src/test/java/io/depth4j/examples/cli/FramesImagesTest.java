package io.depth4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FramesImagesTest {

    @TempDir
    Path folder;

    @Test
    void eachImageIsALineAndAnObject() throws IOException {
        Wells.store(folder);
        assertThat(Wells.run(folder, "ingest", "--lenient", "--unit", "ft", "--quantize", "none", Wells.FAULTY)
                        .status())
                .isEqualTo(ExitCode.DONE);

        Run run = Wells.run(folder, "images");
        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).startsWith("IMAGE  NAME");
        assertThat(Wells.cells(run.out()).get(0))
                .startsWith("1", Wells.HOLE, "30", "1000.0", "1002.9", "m", "200", "uint8");
        assertThat(Wells.cells(run.out()).get(1))
                .startsWith("2", Wells.FAULTY, "2", "7.0", "7.3", "ft", "3", "float32");

        Map<String, String> values =
                Wells.values(Wells.run(folder, "images", "--json").out());
        assertThat(values)
                .containsEntry("/0/image", "1")
                .containsEntry("/0/rows", "30")
                .containsEntry("/0/to", "1002.9")
                .containsEntry("/1/unit", "ft")
                .containsEntry("/1/type", "float32");
        assertThat(values.get("/1/updated")).isGreaterThan(values.get("/0/updated"));
        String first = values.get("/0/updated");
        assertThat(Wells.cells(Wells.run(folder, "images", "--at", first).out()))
                .hasSize(1);
    }

    @Test
    void anEmptyStoreHasNone() throws IOException {
        Wells.tables(folder);
        assertThat(Wells.run(folder, "ingest", Wells.FAULTY).status()).isEqualTo(ExitCode.NOTHING_DONE);
        Run run = Wells.run(folder, "images");
        assertThat(run.status()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).contains("no images");
        assertThat(Wells.run(folder, "images", "--json").out().strip()).isEqualTo("[ ]");
    }

    @Test
    void lookingMakesNoStore() {
        for (String command : new String[] {"images", "stats", "log", "verify", "compact"}) {
            Run run = Wells.run(folder, command);
            assertThat(run.status()).as(command).isEqualTo(ExitCode.NOTHING_DONE);
            assertThat(run.err()).contains("There is no store in").hasLineCount(1);
        }
        assertThat(folder).isEmptyDirectory();
    }
}
