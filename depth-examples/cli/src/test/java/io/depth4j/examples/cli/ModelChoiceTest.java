package io.depth4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.depth4j.Cancellation;
import io.depth4j.DepthEstimator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ModelChoiceTest {

    @Command
    private static final class Chooser {
        @Mixin
        private ModelChoice choice;
    }

    @TempDir
    Path folder;

    private DepthEstimator open(String... words) throws IOException {
        Chooser chooser = new Chooser();
        new CommandLine(chooser)
                .registerConverter(Path.class, folder::resolve)
                .registerConverter(ModelChoice.Model.class, text -> new ModelChoice.Model(text, folder.resolve(text)))
                .parseArgs(words);
        Streams streams = Streams.ofProcess();
        return chooser.choice.open(new DepthCommand(streams, Map.of(), new Cancellation()).console());
    }

    @Test
    void whatIsMissingIsSaidWithWhatToDo() throws IOException {
        Path text = Files.writeString(folder.resolve("text.onnx"), "no network");
        assertSays("found 'nonsense', which is neither", "--model", "nonsense");
        assertSays("depth models fetch midas-v2.1-small gets it", "--model", "midas-v2.1-small", "--cache", "networks");
        assertSays("found 'abacus'", "--model", text.toString(), "--backend", "abacus");
        assertThatThrownBy(() -> open("--model", text.toString())).hasMessageContaining("text.onnx");
    }

    private void assertSays(String message, String... words) {
        assertThatThrownBy(() -> open(words))
                .isInstanceOf(NothingDoneException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aNetworkComesWithTheProgramAndRunsInEitherEngine() throws IOException {
        try (DepthEstimator estimator = open()) {
            assertThat(estimator.model().backend()).isEqualTo("java");
        }
        try (DepthEstimator estimator = open("--backend", "onnx")) {
            assertThat(estimator.model().backend()).isEqualTo("onnx");
        }
    }

    @Test
    void aFileAndAFetchedNetworkOpen() throws IOException {
        String data = System.getProperty("depth4j.data", "");
        assumeFalse(data.isBlank(), "needs the folder depth4j.data with models/fastdepth-224.onnx");
        Path network = Path.of(data, "models/fastdepth-224.onnx");
        try (DepthEstimator estimator = open("--model", network.toString(), "--threads", "1", "--backend", "onnx")) {
            assertThat(estimator.model().id()).isEqualTo("fastdepth-nyu");
        }
        Files.createDirectories(folder.resolve("networks"));
        Files.copy(network, folder.resolve("networks/fastdepth-224.onnx"));
        try (DepthEstimator estimator = open("--model", "fastdepth-nyu", "--cache", "networks")) {
            assertThat(estimator.model().backend()).isEqualTo("onnx");
        }
    }
}
