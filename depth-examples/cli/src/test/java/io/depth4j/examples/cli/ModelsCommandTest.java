package io.depth4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.depth4j.Cancellation;
import io.depth4j.model.ModelCatalog;
import io.depth4j.model.ModelLicense;
import io.depth4j.model.ModelSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {

    private static final String NETWORK = "midas-v2.1-small";

    @TempDir
    Path folder;

    private Run.InProcess here;
    private Stage stage;

    @BeforeEach
    void start() throws IOException {
        here = Run.in(folder);
        stage = new Stage(folder);
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    private Run models(String... arguments) {
        return here.depth(Stream.concat(
                        Stream.of("models", arguments[0], "--cache", "networks"),
                        Stream.of(arguments).skip(1))
                .toArray(String[]::new));
    }

    @Test
    void theListIsTheCatalog() throws IOException {
        assertThat(names(models("list", "--json").out()))
                .isEqualTo(ModelCatalog.all().stream().map(ModelSpec::id).toList());
        assertThat(here.depth("models", "--cache", "networks").out())
                .isEqualTo(models("list").out());
    }

    @Test
    void weightsThatAreNotFreeForEveryUseStandByThemselves() {
        String said = models("licenses").out();
        int border = said.indexOf("Not free");
        for (ModelSpec spec : ModelCatalog.all()) {
            int place = said.indexOf("  " + spec.id() + " ");
            boolean free = spec.license().use() == ModelLicense.Use.FREE;
            assertThat(place).as(spec.id()).isBetween(free ? 0 : border, free ? border : said.length());
        }
    }

    @Test
    void whatWasFetchedIsHereAndIsVerified() throws IOException {
        Run refused = models("fetch", NETWORK, "--mirror", stage.mirror());
        assertThat(refused.status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(refused.err()).contains("--unverified");
        assertThat(folder.resolve("networks")).doesNotExist();

        Run fetched = models("fetch", NETWORK, "--unverified", "--mirror", stage.mirror());
        assertThat(fetched.status()).as(fetched.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readAllBytes(Path.of(fetched.out().strip()))).isEqualTo(Stage.NETWORK);
        assertThat(models("verify").out()).startsWith(NETWORK + ": unknown");
        assertThat(models("list").out()).containsPattern(NETWORK + " .* here ");
    }

    @Test
    void oneThatCannotBeFetchedDoesNotStopTheOthers() {
        Run run = models("fetch", "fastdepth-nyu", NETWORK, "--unverified", "--json", "--mirror", stage.mirror());
        assertThat(run.status()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(run.err()).contains("error: fastdepth-nyu: ", "should have 5418471 bytes");
        assertThat(run.out()).contains("\"failed\"").startsWith("{");
    }

    @Test
    void aWatchingPersonSeesHowFarAFetchIs() {
        here = here.onTerminal();
        Run run = models("fetch", NETWORK, "--unverified", "--mirror", stage.mirror());
        assertThat(run.err()).contains("\r").contains("100 %");
        assertThat(run.out()).doesNotContain("\u001b").doesNotContain("%");
    }

    @Test
    void anInterruptedFetchEndsWithItsStatus() {
        Cancellation interruption = new Cancellation();
        interruption.cancel("interrupted");
        String[] arguments = {
            "models", "fetch", NETWORK, "--unverified", "--cache", "networks", "--mirror", stage.mirror()
        };
        assertThat(here.depth(interruption, arguments).status()).isEqualTo(ExitCode.INTERRUPTED);
    }

    @Test
    void aFileWithOtherBytesIsBad() throws IOException {
        Files.createDirectories(folder.resolve("networks"));
        Files.write(folder.resolve("networks/fastdepth-224.onnx"), Stage.NETWORK);
        Run bad = models("verify", "fastdepth-nyu");
        assertThat(bad.status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(bad.out()).startsWith("fastdepth-nyu: bad");
        assertThat(bad.err()).contains("should have 5418471 bytes, found 18");
        assertThat(models("verify", NETWORK).out()).startsWith(NETWORK + ": missing");
    }

    @Test
    void aFileWithTheRightBytesIsGood() throws IOException {
        String data = System.getProperty("depth4j.data", "");
        assumeFalse(data.isBlank(), "needs the folder depth4j.data with models/fastdepth-224.onnx");
        Files.createDirectories(folder.resolve("networks"));
        Files.copy(Path.of(data, "models/fastdepth-224.onnx"), folder.resolve("networks/fastdepth-224.onnx"));
        Run good = models("verify");
        assertThat(good.status()).isEqualTo(ExitCode.DONE);
        assertThat(good.out()).startsWith("fastdepth-nyu: good");
    }

    @Test
    void aNameThatNobodyKnowsIsSaid() {
        Run run = models("show", "nonsense");
        assertThat(run.status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(run.err()).contains("No network is named 'nonsense'; depth models lists the names");
    }

    private static List<String> names(String document) throws IOException {
        List<String> names = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(document)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME
                        && json.currentName().equals("name")) {
                    names.add(json.nextTextValue());
                }
            }
        }
        return names;
    }
}
