package io.depth4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthEstimators;
import io.depth4j.DepthException;
import io.depth4j.DepthMap;
import io.depth4j.Image;
import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import io.depth4j.Size;
import io.depth4j.UnavailableException;
import io.depth4j.model.ModelSpec;
import io.depth4j.model.ModelSpecJson;
import io.depth4j.model.SizeRule;
import io.depth4j.spi.Availability;
import io.depth4j.spi.NetworkOptions;
import io.depth4j.spi.Provider;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files, shapes and types of networks that ONNX Runtime runs, and what is said of those that it cannot. */
class OnnxBackendTest {

    private static final ModelSpec EXACT = SmallNetworks.spec(SizeRule.of(SizeRule.Mode.EXACT, 1, 1));

    @TempDir
    private Path folder;

    @Test
    void theEngineIsReady() {
        assertThat(DepthEstimators.backends().get("onnx"))
                .isInstanceOfSatisfying(
                        Availability.Ready.class,
                        ready -> assertThat(ready.version()).startsWith("1."));
    }

    @Test
    void aFreeSizeIsSeenAsItIs() throws IOException {
        try (DepthEstimator estimator = DepthEstimators.open(
                SmallNetworks.mean(1, "height", "width").write(folder.resolve("free.onnx")), EXACT)) {
            for (Size size : List.of(new Size(1, 1), new Size(37, 5), new Size(640, 480), new Size(37, 5))) {
                assertIsMean(estimator, SmallNetworks.noise(size, 1), 1e-6);
            }
        }
    }

    @Test
    void aFixedSizeIsWhatPicturesAreBroughtTo() throws IOException {
        Path file = SmallNetworks.mean(1, 48, 64).write(folder.resolve("fixed.onnx"));
        try (DepthEstimator estimator = DepthEstimators.open(file, SmallNetworks.spec(SizeRule.squash(64, 48)))) {
            assertIsMean(estimator, SmallNetworks.noise(new Size(64, 48), 2), 1e-6);
            assertThat(estimator
                            .estimate(SmallNetworks.noise(new Size(100, 10), 2))
                            .size())
                    .isEqualTo(new Size(100, 10));
        }
        assertThatThrownBy(() -> DepthEstimators.open(file, SmallNetworks.spec(SizeRule.squash(32, 48))))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContainingAll("width 64", "height 48", "width 32");
    }

    @Test
    void halfPrecisionIsReadAndWritten() throws IOException {
        try (DepthEstimator estimator =
                DepthEstimators.open(SmallNetworks.halfMean().write(folder.resolve("half.onnx")), EXACT)) {
            assertIsMean(estimator, SmallNetworks.noise(new Size(31, 17), 3), 1e-3);
            assertIsMean(estimator, SmallNetworks.noise(new Size(31, 17), 4), 1e-3);
        }
    }

    private static void assertIsMean(DepthEstimator estimator, Image image, double tolerance) {
        DepthMap map = estimator.estimate(image);
        assertThat(map.size()).isEqualTo(image.size());
        byte[] pixels = image.array();
        for (int i = 0; i < image.size().pixels(); i++) {
            double mean = ((pixels[3 * i] & 0xff) + (pixels[3 * i + 1] & 0xff) + (pixels[3 * i + 2] & 0xff)) / 765.0;
            assertThat((double) map.values().get(i)).isCloseTo(mean, within(tolerance));
        }
    }

    @Test
    void theContentOfAFileDoesAsWellAsTheFile() throws IOException {
        try (DepthEstimator estimator =
                DepthEstimators.open(SmallNetworks.mean(1, "height", "width").bytes(), EXACT)) {
            assertIsMean(estimator, SmallNetworks.noise(new Size(9, 9), 5), 1e-6);
            assertThat(estimator.model().sha256()).hasSize(64);
        }
    }

    @Test
    void weightsMayStandInAFileBesideTheNetwork() throws IOException {
        ByteBuffer weight =
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(2);
        Files.write(folder.resolve("weights.bin"), weight.array());
        OnnxFile network = new OnnxFile()
                .input("image", OnnxFile.Type.FLOAT32, 1, 3, "height", "width")
                .output("depth", OnnxFile.Type.FLOAT32, 1, "height", "width")
                .floatsIn("weights.bin", "weight", 1)
                .node("ReduceMean", List.of("image"), "mean", Map.of("axes", new long[] {1}, "keepdims", 0L))
                .node("Mul", List.of("mean", "weight"), "depth");
        Image white = SmallNetworks.noise(new Size(4, 4), 6);
        Arrays.fill(white.array(), (byte) 255);
        Path file = network.write(folder.resolve("outside.onnx"));

        try (DepthEstimator estimator = DepthEstimators.open(file, EXACT)) {
            assertThat(estimator.estimate(white).at(3, 3)).isEqualTo(2);
        }

        Files.delete(folder.resolve("weights.bin"));
        assertThatThrownBy(() -> DepthEstimators.open(file, EXACT))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("weights.bin");
    }

    @Test
    void aFileMayCarryItsOwnSpec() throws IOException {
        Path file = SmallNetworks.mean(1, "height", "width")
                .metadata("depth4j.spec", ModelSpecJson.write(EXACT))
                .write(folder.resolve("own.onnx"));
        try (DepthEstimator estimator = DepthEstimators.open(file)) {
            assertThat(estimator.model().id()).isEqualTo("mean");
        }
    }

    @Test
    void aSpecMayStandBesideItsFile() throws IOException {
        Path file = SmallNetworks.mean(1, "height", "width").write(folder.resolve("beside.onnx"));
        Files.writeString(folder.resolve("beside.depth.json"), ModelSpecJson.write(EXACT));
        try (DepthEstimator estimator = DepthEstimators.open(file)) {
            assertThat(estimator.model().id()).isEqualTo("mean");
        }
    }

    @Test
    void aFileWithoutASpecIsNotGuessedAt() throws IOException {
        Path file = SmallNetworks.mean(1, "height", "width").write(folder.resolve("bare.onnx"));

        assertThatThrownBy(() -> DepthEstimators.open(file))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContainingAll("bare.onnx", "image", "depth", "nearest", "bare.depth.json");
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        assertThatThrownBy(() -> DepthEstimators.open(folder.resolve("no.onnx"), EXACT))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("no.onnx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no network at all", "\u0008\u0008\u0012\u0000"})
    void whatIsNoNetworkIsMalformed(String content) {
        assertThatThrownBy(() -> DepthEstimators.open(content.getBytes(StandardCharsets.UTF_8), EXACT))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining("bytes in memory");
    }

    @Test
    void aNetworkCutShortIsMalformedWhereverItEnds() {
        byte[] whole = SmallNetworks.mean(1, "height", "width").bytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> DepthEstimators.open(part, EXACT).close())
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(MalformedInputException.class);
        }
    }

    @Test
    void aDamagedNetworkFailsInTheFamilyOrRuns() throws IOException {
        byte[] whole = SmallNetworks.mean(1, "height", "width").bytes();
        SplittableRandom random = new SplittableRandom(7);
        Image image = SmallNetworks.noise(new Size(8, 8), 7);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            try (DepthEstimator estimator = DepthEstimators.open(damaged, EXACT)) {
                assertThat(estimator.estimate(image).size()).isEqualTo(image.size());
            } catch (DepthException e) {
                assertThat(e).hasMessageMatching("(?s).{20,}");
            }
        }
    }

    @Test
    void wrongNamesRanksAndTypesAreFoundAtOpening() {
        assertRefused(
                new OnnxFile()
                        .input("picture", OnnxFile.Type.FLOAT32, 1, 3, "h", "w")
                        .output("depth", OnnxFile.Type.FLOAT32, 1, 3, "h", "w")
                        .node("Identity", List.of("picture"), "depth"),
                "'image'",
                "picture");
        assertRefused(
                new OnnxFile()
                        .input("image", OnnxFile.Type.FLOAT32, 3, "h", "w")
                        .output("depth", OnnxFile.Type.FLOAT32, 3, "h", "w")
                        .node("Identity", List.of("image"), "depth"),
                "4 axes",
                "[3,");
        assertRefused(
                new OnnxFile()
                        .input("image", OnnxFile.Type.UINT8, 1, 3, "h", "w")
                        .output("depth", OnnxFile.Type.UINT8, 1, 3, "h", "w")
                        .node("Identity", List.of("image"), "depth"),
                "floats",
                "uint8");
        assertRefused(
                new OnnxFile()
                        .input("image", OnnxFile.Type.FLOAT32, 1, 4, "h", "w")
                        .output("depth", OnnxFile.Type.FLOAT32, 1, 4, "h", "w")
                        .node("Identity", List.of("image"), "depth"),
                "three channels",
                "4");
        assertRefused(
                new OnnxFile()
                        .input("image", OnnxFile.Type.FLOAT32, 1, 3, "h", "w")
                        .output("classes", OnnxFile.Type.FLOAT32, 1, 3)
                        .node(
                                "ReduceMean",
                                List.of("image"),
                                "classes",
                                Map.of("axes", new long[] {2, 3}, "keepdims", 0L)),
                "'depth'",
                "classes");
    }

    private static void assertRefused(OnnxFile file, String expected, String found) {
        assertThatThrownBy(() -> DepthEstimators.open(file.bytes(), EXACT))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContainingAll("'mean'", "expected", expected, "found", found);
    }

    @Test
    void aNetworkThatGivesNoMapIsFoundWhenItRuns() throws IOException {
        OnnxFile classes = new OnnxFile()
                .input("image", OnnxFile.Type.FLOAT32, 1, 3, "h", "w")
                .output("depth", OnnxFile.Type.FLOAT32, 1, "classes")
                .longs("shape", 1, -1)
                .node("Reshape", List.of("image", "shape"), "depth");
        try (DepthEstimator estimator = DepthEstimators.open(classes.bytes(), EXACT)) {
            assertThatThrownBy(() -> estimator.estimate(SmallNetworks.noise(new Size(5, 4), 8)))
                    .isInstanceOf(MalformedInputException.class)
                    .hasMessageContainingAll("depth", "5×4", "[1, 60]");
        }
    }

    @Test
    void wantingTooMuchMemoryIsALimit() throws IOException {
        Image image = SmallNetworks.noise(new Size(5, 4), 9);
        try (DepthEstimator estimator =
                DepthEstimators.open(SmallNetworks.huge().bytes(), EXACT)) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> estimator.estimate(image)).isInstanceOf(LimitExceededException.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Provider.class,
            names = {"CUDA", "TENSORRT", "DIRECTML", "OPENVINO"})
    void aProviderThatIsDemandedAndMissingIsAnErrorThatNamesWhatToAdd(Provider provider) {
        assertThatThrownBy(() -> open(NetworkOptions.defaults().demanding(provider)))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining(provider.name())
                .hasMessageMatching("(?s).*(onnxruntime_gpu|build of ONNX Runtime).*");
    }

    @Test
    void fallingBackOnTheProcessorIsTold() throws IOException {
        try (DepthEstimator estimator = open(NetworkOptions.defaults().withProviders(Provider.CUDA, Provider.CPU))) {
            assertThat(estimator.model().provider()).isEqualTo("CPU");
            assertThat(estimator.model().fallback().orElseThrow()).contains("CUDA", "onnxruntime_gpu");
            assertIsMean(estimator, SmallNetworks.noise(new Size(3, 3), 10), 1e-6);
        }
        try (DepthEstimator estimator = open(NetworkOptions.defaults())) {
            assertThat(estimator.model().fallback()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(NetworkOptions.Optimization.class)
    void everyLevelOfOptimisationGivesTheSame(NetworkOptions.Optimization level) throws IOException {
        try (DepthEstimator estimator =
                open(NetworkOptions.defaults().withOptimization(level).withThreads(1))) {
            assertIsMean(estimator, SmallNetworks.noise(new Size(20, 10), 11), 1e-6);
        }
    }

    private static DepthEstimator open(NetworkOptions options) throws IOException {
        return DepthEstimators.builder(SmallNetworks.mean(1, "height", "width").bytes())
                .spec(EXACT)
                .options(options)
                .open();
    }

    @Test
    void anAxisLongerThanAnyArrayIsTold() {
        byte[] content = SmallNetworks.mean(1, 1L << 40, "width").bytes();
        assertThatThrownBy(() -> DepthEstimators.open(content, EXACT))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContainingAll("'image'", "1099511627776");
    }

    @Test
    void aNetworkThatTakesTwoPicturesAtOnceIsTold() {
        byte[] content = SmallNetworks.mean(2, "height", "width").bytes();
        assertThatThrownBy(() -> DepthEstimators.open(content, EXACT))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContainingAll("single pictures", "image float32[2,3,?,?]");
    }
}
