package io.depth4j.internal.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.depth4j.Cancellation;
import io.depth4j.DepthEstimator;
import io.depth4j.DepthEstimators;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.Image;
import io.depth4j.MalformedInputException;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.StoppedException;
import io.depth4j.UnavailableException;
import io.depth4j.model.ModelFile;
import io.depth4j.model.ModelInput;
import io.depth4j.model.ModelLicense;
import io.depth4j.model.ModelOutput;
import io.depth4j.model.ModelSpec;
import io.depth4j.model.ModelSpecJson;
import io.depth4j.model.Resample;
import io.depth4j.model.SizeRule;
import io.depth4j.onnx.OnnxFile;
import io.depth4j.spi.Network;
import io.depth4j.spi.NetworkOptions;
import io.depth4j.spi.Provider;
import io.depth4j.spi.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine promises beside its numbers. */
@Timeout(60)
class JavaBackendTest {

    @TempDir
    private Path folder;

    private static OnnxFile picture() {
        return new OnnxFile()
                .input("image", OnnxFile.Type.FLOAT32, "batch", 3, "height", "width")
                .output("depth", OnnxFile.Type.FLOAT32, "batch", "channels", "rows", "columns");
    }

    private static OnnxFile picture(String operator, Map<String, ?> attributes, String... inputs) {
        return picture()
                .floats("weights", new float[3 * 3 * 9], 3, 3, 3, 3)
                .floats("two", new float[2], 2, 1, 1)
                .node(operator, List.of(inputs), "depth", attributes);
    }

    private static void refused(OnnxFile file, Class<? extends Exception> error, String... words) {
        assertThatThrownBy(() -> Engines.java(file)).isInstanceOf(error).hasMessageContainingAll(words);
    }

    @Test
    void anUnknownOperatorIsNamedWithItsNode() {
        refused(picture("MatMul", Map.of(), "image", "image"), UnavailableException.class, "'MatMul'", "'depth'");
    }

    @Test
    void whatAnOperatorIsNotAbleToDoIsNamed() {
        Class<UnavailableException> error = UnavailableException.class;
        refused(
                picture("Conv", Map.of("dilations", new long[] {2, 2}), "image", "weights"),
                error,
                "dilations",
                "2",
                "'depth'");
        refused(picture("Conv", Map.of("auto_pad", "SAME_UPPER"), "image", "weights"), error, "SAME_UPPER");
        refused(picture("Conv", Map.of("strange", 1L), "image", "weights"), error, "'strange'");
        refused(picture("Concat", Map.of("axis", 2L), "image", "image"), error, "axis", "2");
        refused(picture("Cast", Map.of("to", 7L), "image"), error, "'to'", "7");
        refused(picture("Resize", Map.of("mode", "cubic"), "image", "", "two"), error, "cubic");
        refused(picture("CumSum", Map.of("reverse", 1L), "image", "two"), error, "reverse");
        refused(picture("Clip", Map.of(), "image", "image"), error, "constant");
        refused(picture("DequantizeLinear", Map.of(), "image", "two"), error, "constant");
    }

    @Test
    void whatNoNetworkShouldHaveIsNamed() {
        Class<MalformedInputException> error = MalformedInputException.class;
        refused(picture("Conv", Map.of("pads", new long[] {-1, 0, 0, 0}), "image", "weights"), error, "pads", "-1");
        refused(picture("Conv", Map.of("pads", new long[] {1}), "image", "weights"), error, "pads", "4");
        refused(picture("Conv", Map.of("strides", 2L), "image", "weights"), error, "strides");
        refused(picture("Conv", Map.of("kernel_shape", new long[] {5, 5}), "image", "weights"), error, "5×5");
        refused(picture("Relu", Map.of(), "image", "image"), error, "1 inputs");
        refused(picture("Relu", Map.of()), error, "1 inputs");
        refused(picture("Add", Map.of(), "image", "two"), error, "'depth'", "2×1×1");
        refused(picture("Add", Map.of(), "image", "nothing"), error, "'nothing'", "nothing makes");
        refused(picture("Relu", Map.of(), "image").node("Relu", List.of("image"), "depth"), error, "'depth'", "twice");
        refused(picture("Relu", Map.of(), "image").output("other", OnnxFile.Type.FLOAT32, 1), error, "'other'");
    }

    @Test
    void aCycleIsRefused() {
        OnnxFile file = picture()
                .node("Add", List.of("image", "second"), "first")
                .node("Relu", List.of("first"), "second")
                .node("Relu", List.of("second"), "depth");
        refused(file, MalformedInputException.class, "'second'", "cycle", "'first'");
    }

    @Test
    void weightsInAFileOfTheirOwnAreRefused() {
        OnnxFile file = picture().floatsIn("weights.bin", "w", 3, 3, 1, 1).node("Conv", List.of("image", "w"), "depth");
        refused(file, UnavailableException.class, "'w'", "file of its own");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 22})
    void operatorsOfOtherVersionsAreRefused(int version) {
        refused(
                picture("Relu", Map.of(), "image").operators(version),
                UnavailableException.class,
                "version",
                "" + version);
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 13, 18, 21})
    void operatorsOfEveryVersionInBetweenRun(int version) {
        try (Network network = Engines.java(picture("Relu", Map.of(), "image").operators(version))) {
            assertThat(Engines.run(network, Engines.noise(1, 1, 3, 4, 5)).shape())
                    .containsExactly(1, 3, 4, 5);
        }
    }

    @Test
    void inputsThatTheNetworkDoesNotTakeAreRefused() {
        try (Network network = Engines.java(picture("Relu", Map.of(), "image"))) {
            assertThatThrownBy(() -> Engines.run(network, Engines.noise(1, 1, 4, 4, 4)))
                    .isInstanceOf(MalformedInputException.class)
                    .hasMessageContainingAll("'image'", "[1, 4, 4, 4]");
            assertThatThrownBy(() -> Engines.run(network, new Tensor.Longs(List.of(1), new long[1])))
                    .isInstanceOf(MalformedInputException.class)
                    .hasMessageContaining("whole numbers");
            assertThatThrownBy(() -> network.run(Map.of(), Set.of("depth"), new Cancellation()))
                    .isInstanceOf(MalformedInputException.class)
                    .hasMessageContaining("image");
            Tensor image = Engines.noise(1, 1, 3, 4, 4);
            assertThatThrownBy(() -> network.run(Map.of("image", image), Set.of("other"), new Cancellation()))
                    .isInstanceOf(MalformedInputException.class)
                    .hasMessageContainingAll("'other'", "depth");
        }
    }

    @Test
    void aPictureTooSmallForTheKernelIsRefusedWithTheNode() {
        try (Network network = Engines.java(picture("Conv", Map.of(), "image", "weights"))) {
            assertThatThrownBy(() -> Engines.run(network, Engines.noise(1, 1, 3, 2, 9)))
                    .isInstanceOf(MalformedInputException.class)
                    .hasMessageContainingAll("'depth'", "3×2×9");
        }
    }

    @Test
    void anotherProviderIsReplacedOrRefusedAsTheOptionsSay() {
        byte[] file = picture("Relu", Map.of(), "image").bytes();
        try (Network network = Engines.java(file, NetworkOptions.defaults().withProviders(Provider.CUDA))) {
            assertThat(network.provider().provider()).isEqualTo(Provider.CPU);
            assertThat(network.provider().fallback())
                    .hasValueSatisfying(why -> assertThat(why).contains("CUDA"));
        }
        assertThatThrownBy(() -> Engines.java(file, NetworkOptions.defaults().demanding(Provider.CUDA)))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("CUDA");
    }

    @Test
    void severalThreadsGiveWhatOneGives() {
        for (int seed = 0; seed < 30; seed++) {
            RandomNetwork random = new RandomNetwork(seed);
            Tensor.Floats image = Engines.noise(seed, random.shape());
            try (Network one = Engines.java(random.bytes(), Engines.ONE_THREAD);
                    Network four = Engines.java(random.bytes(), Engines.ONE_THREAD.withThreads(4))) {
                assertThat(Engines.difference(Engines.run(one, image), Engines.run(four, image)))
                        .isLessThan(1e-5);
            }
        }
    }

    @Test
    void runsSideBySideDoNotDisturbEachOther() throws Exception {
        RandomNetwork random = new RandomNetwork(5);
        List<Tensor.Floats> images = new ArrayList<>();
        List<Tensor.Floats> expected = new ArrayList<>();
        ExecutorService callers = Executors.newFixedThreadPool(6);
        try (Network network = Engines.java(random.bytes(), Engines.ONE_THREAD.withThreads(3))) {
            for (int i = 0; i < 60; i++) {
                images.add(Engines.noise(i, random.shape()));
                expected.add(Engines.run(network, images.get(i)));
            }
            List<Future<Tensor.Floats>> found = new ArrayList<>();
            for (Tensor.Floats image : images) {
                found.add(callers.submit(() -> Engines.run(network, image)));
            }
            for (int i = 0; i < found.size(); i++) {
                assertThat(Engines.difference(expected.get(i), found.get(i).get()))
                        .isLessThan(1e-5);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void manyShapesOneAfterTheOtherRun() {
        try (Network network = Engines.java(picture("Conv", Map.of(), "image", "weights"))) {
            for (int side = 3; side < 20; side++) {
                assertThat(Engines.run(network, Engines.noise(1, 2, 3, side, 2 * side))
                                .shape())
                        .containsExactly(2, 3, side - 2, 2 * side - 2);
            }
        }
    }

    @Test
    void fewPlansAreKept() {
        Graph graph = GraphBuilder.build(
                ModelReader.read(picture("Relu", Map.of(), "image").bytes()));
        Plans plans = new Plans(graph, NetworkOptions.Optimization.ALL);
        Plans.Kept first = plans.of(List.of(List.of(1, 3, 9, 9)));
        assertThat(plans.of(List.of(List.of(1, 3, 9, 9)))).isSameAs(first);
        for (int side = 10; side < 30; side++) {
            assertThat(plans.of(List.of(List.of(1, 3, side, side))).plan().floats())
                    .isPositive();
        }
        assertThat(plans.size()).isEqualTo(4);
    }

    /** A chain of convolutions of one size needs two pictures of memory, however long it is. */
    @Test
    void memoryIsUsedAgain() {
        OnnxFile file = picture().floats("w", new float[16 * 3], 16, 3, 1, 1).floats("v", new float[256], 16, 16, 1, 1);
        file.node("Conv", List.of("image", "w"), "v0");
        for (int i = 0; i < 20; i++) {
            file.node("Conv", List.of("v" + i, "v"), i == 19 ? "depth" : "v" + (i + 1));
        }
        Graph graph = GraphBuilder.build(ModelReader.read(file.bytes()));
        Plan plan = Planner.plan(graph, List.of(new Shape(3, 10, 10)), NetworkOptions.Optimization.ALL);
        assertThat(plan.floats()).isEqualTo(2 * 16 * 100);
    }

    @Test
    void activationsAndSumsRunInTheConvolutionBeforeThem() {
        OnnxFile file = picture()
                .floats("w", new float[9], 3, 3, 1, 1)
                .node("Conv", List.of("image", "w"), "a")
                .node("Relu", List.of("a"), "b")
                .node("Conv", List.of("b", "w"), "c")
                .node("Add", List.of("c", "image"), "d")
                .node("HardSwish", List.of("d"), "depth");
        Graph graph = GraphBuilder.build(ModelReader.read(file.bytes()));
        List<Shape> shapes = List.of(new Shape(3, 8, 8));
        assertThat(Planner.plan(graph, shapes, NetworkOptions.Optimization.ALL).steps())
                .hasSize(2);
        assertThat(Planner.plan(graph, shapes, NetworkOptions.Optimization.NONE).steps())
                .hasSize(5);
    }

    @Test
    void aRunEndsSoonAfterItIsCancelledAndTheEndWaitsForIt() throws Exception {
        ExecutorService caller = Executors.newSingleThreadExecutor();
        OnnxFile file = slowButSmall();
        Network network = Engines.java(file.bytes(), Engines.ONE_THREAD.withThreads(2));
        try {
            Cancellation cancellation = new Cancellation();
            CountDownLatch begun = new CountDownLatch(1);
            AtomicBoolean ended = new AtomicBoolean();
            Tensor image = new Tensor.Written(List.of(1, 64, 64, 64), floats -> begun.countDown());
            Future<?> run = caller.submit(() -> {
                try {
                    return network.run(Map.of("image", image), Set.of("depth"), cancellation);
                } finally {
                    ended.set(true);
                }
            });
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            Thread.sleep(50);
            assertThat(ended).isFalse();
            cancellation.cancel();
            network.close();
            assertThat(run)
                    .failsWithin(30, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .withCauseInstanceOf(StoppedException.class);
            assertThatThrownBy(() -> Engines.run(network, Engines.noise(1, 1, 64, 4, 4)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
        } finally {
            network.close();
            caller.shutdownNow();
        }
    }

    /** Seconds of work, a few milliseconds an operation. */
    private static OnnxFile slowButSmall() {
        OnnxFile file = new OnnxFile()
                .input("image", OnnxFile.Type.FLOAT32, "batch", 64, "height", "width")
                .output("depth", OnnxFile.Type.FLOAT32, "batch", 64, "rows", "columns")
                .floats("w", new float[64 * 64 * 9], 64, 64, 3, 3);
        for (int i = 0; i < 500; i++) {
            String from = i == 0 ? "image" : "v" + (i - 1);
            file.node(
                    "Conv", List.of(from, "w"), i == 499 ? "depth" : "v" + i, Map.of("pads", new long[] {1, 1, 1, 1}));
        }
        return file;
    }

    @Test
    void anEstimatorOverTheEngineGivesDepthAndSaysWhatRanIt() throws IOException {
        ModelSpec spec = new ModelSpec(
                "red",
                "Red",
                ModelInput.zeroToOne("image", SizeRule.of(SizeRule.Mode.EXACT, 1, 1), Resample.OPENCV_BILINEAR)
                        .withScale(1),
                ModelOutput.of("depth", DepthKind.SCALE_INVARIANT),
                new ModelLicense("none", ModelLicense.Use.FREE),
                ModelFile.named("red.onnx"),
                false);
        Path file = new OnnxFile()
                .input("image", OnnxFile.Type.FLOAT32, "batch", 3, "height", "width")
                .output("depth", OnnxFile.Type.FLOAT32, "batch", 1, "height", "width")
                .floats("red", new float[] {1, 0, 0}, 1, 3, 1, 1)
                .node("Conv", List.of("image", "red"), "depth")
                .metadata("depth4j.spec", ModelSpecJson.write(spec))
                .write(folder.resolve("red.onnx"));
        byte[] pixels = {10, 0, 0, 20, 0, 0, 30, 9, 9, 40, 0, 7, 50, 0, 0, 60, 1, 1};
        try (DepthEstimator estimator =
                DepthEstimators.builder(file).backend(new JavaBackend()).open()) {
            DepthMap map = estimator.estimate(Image.wrap(new Size(3, 2), PixelFormat.RGB24, pixels));
            assertThat(estimator.model().backend()).isEqualTo("java");
            assertThat(estimator.model().provider()).isEqualTo("CPU");
            assertThat(map.toPlane().array()).containsExactly(new float[] {10, 20, 30, 40, 50, 60}, within(1e-4f));
        }
    }
}
