package io.depth4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.depth4j.Camera;
import io.depth4j.DepthEstimator;
import io.depth4j.DepthEstimators;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.Image;
import io.depth4j.MalformedInputException;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.model.DepthReading;
import io.depth4j.model.ModelCatalog;
import io.depth4j.model.ModelFile;
import io.depth4j.model.ModelInput;
import io.depth4j.model.ModelSpec;
import io.depth4j.model.SizeRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For each family of the catalog a small network with the same names, ranks and kinds of outputs, from the picture to the finished
 * map, against NumPy, OpenCV and Pillow.
 */
class ModelFamiliesTest {

    private static final double RELATIVE = 1e-4;
    private static final float BIAS = 3;
    private static final float SKY = 3.8f;
    private static final float FOCAL = 1200;

    @TempDir
    private Path folder;

    static Stream<String> families() throws IOException {
        return ModelGoldens.lines("map").stream().map(line -> line[1]).distinct();
    }

    @ParameterizedTest
    @MethodSource("families")
    void theFinishedMapIsTheReferences(String id) throws IOException {
        ModelSpec spec = withoutHash(ModelCatalog.named(id));
        double[] errors = new double[0];
        try (DepthEstimator estimator = DepthEstimators.builder(network(spec))
                .spec(spec)
                .acceptLicense()
                .open()) {
            for (String[] line : ModelGoldens.lines("map")) {
                if (line[1].equals(id)) {
                    double[] more = errors(map(estimator, line), line);
                    errors = Stream.of(errors, more)
                            .flatMapToDouble(Arrays::stream)
                            .toArray();
                }
            }
        }
        Arrays.sort(errors);
        double p99 = errors[(int) (0.99 * (errors.length - 1))];
        System.out.printf("%-42s p99 %.1e, worst %.1e%n", id, p99, errors[errors.length - 1]);
        assertThat(p99).isLessThanOrEqualTo(RELATIVE);
    }

    private static DepthMap map(DepthEstimator estimator, String[] line) {
        Size size = new Size(Integer.parseInt(line[2]), Integer.parseInt(line[3]));
        Image picture = ModelGoldens.picture(size.width(), size.height(), Integer.parseInt(line[4]));
        if (line[5].equals("-")) {
            return estimator.estimate(picture);
        }
        double focal = Double.parseDouble(line[5]);
        Camera camera = new Camera(focal, focal, size.width() / 2.0, size.height() / 2.0, Camera.Origin.GIVEN);
        return estimator.estimate(picture, EstimateOptions.defaults().withCamera(camera));
    }

    private static double[] errors(DepthMap map, String[] line) {
        float[] found = ModelGoldens.sample(map.toPlane().array());
        float[] expected = ModelGoldens.expected(line);
        double[] errors = new double[found.length];
        for (int k = 0; k < found.length; k++) {
            assertThat(Float.isNaN(found[k])).as("sample %d of %s", k, line[1]).isEqualTo(Float.isNaN(expected[k]));
            errors[k] = Float.isNaN(found[k]) ? 0 : Math.abs(found[k] - expected[k]) / Math.abs(expected[k]);
        }
        return errors;
    }

    /** The spec of the real weights knows their hash, which these are not. */
    private static ModelSpec withoutHash(ModelSpec spec) {
        return new ModelSpec(
                spec.id(),
                spec.title(),
                spec.input(),
                spec.output(),
                spec.license(),
                ModelFile.named(spec.file().name()),
                false);
    }

    /** Weighs the channels; a metric network with a farthest depth squeezes the sum by a sigmoid. */
    private Path network(ModelSpec spec) throws IOException {
        OnnxFile file = new OnnxFile();
        String input = spec.input().tensor().equals(ModelInput.ONLY)
                ? "0"
                : spec.input().tensor();
        String output = spec.output().tensor().equals(ModelInput.ONLY)
                ? "797"
                : spec.output().tensor();
        boolean fixed = spec.input().size().mode() == SizeRule.Mode.SQUASH;
        Object height = fixed ? (Object) spec.input().size().height() : "height";
        Object width = fixed ? (Object) spec.input().size().width() : "width";
        file.floats("weights", new float[] {0.5f, 0.3f, 0.2f}, 1, 3, 1, 1)
                .floats("bias", new float[] {BIAS}, 1)
                .longs("views", 1);
        String image = input;
        if (spec.input().rank() == 5) {
            file.input(input, OnnxFile.Type.FLOAT32, 1, "views", 3, height, width)
                    .node("Squeeze", List.of(input, "views"), "planes");
            image = "planes";
        } else {
            file.input(input, OnnxFile.Type.FLOAT32, fixed ? 1 : "batch", 3, height, width);
        }
        file.node("Conv", List.of(image, "weights", "bias"), "raw");
        String depth = "raw";
        float farthest = (float) spec.output().valid().high();
        if (farthest == 10 || farthest == 20 || farthest == 80) {
            file.floats("farthest", new float[] {farthest}, 1)
                    .node("Sub", List.of("raw", "bias"), "difference")
                    .node("Sigmoid", List.of("difference"), "share")
                    .node("Mul", List.of("share", "farthest"), "metres");
            depth = "metres";
        }
        axes(file, spec, depth, output, height, width);
        others(file, spec, height, width);
        return file.write(folder.resolve(spec.id() + ".onnx"));
    }

    /** In as many axes as the real network's output has. */
    private static void axes(OnnxFile file, ModelSpec spec, String depth, String output, Object height, Object width) {
        if (spec.id().startsWith("resnet50")) {
            file.longs("channel", 0, 1)
                    .node("Squeeze", List.of(depth, "channel"), output)
                    .output(output, OnnxFile.Type.FLOAT32, height, width);
        } else if (spec.input().rank() == 5 || spec.id().matches("(metric3d|fastdepth).*")) {
            file.node("Identity", List.of(depth), output)
                    .output(output, OnnxFile.Type.FLOAT32, "batch", 1, height, width);
        } else {
            file.longs("channel", 1)
                    .node("Squeeze", List.of(depth, "channel"), output)
                    .output(output, OnnxFile.Type.FLOAT32, "batch", height, width);
        }
    }

    private static void others(OnnxFile file, ModelSpec spec, Object height, Object width) {
        if (spec.output().sky().isPresent()) {
            // Only the network without metres is compared where there is sky.
            float scale = spec.output().kind() == DepthKind.METRIC ? 0.01f : 0.3f / SKY;
            file.floats("scale", new float[] {scale}, 1)
                    .node("Mul", List.of("raw", "scale"), "sky")
                    .output("sky", OnnxFile.Type.FLOAT32, "batch", 1, height, width);
        }
        if (spec.output().reading() instanceof DepthReading.OwnFocal own) {
            file.floats("focal", new float[] {FOCAL}, 1)
                    .node("Identity", List.of("focal"), own.focal())
                    .output(own.focal(), OnnxFile.Type.FLOAT32, 1);
        }
    }

    @Test
    void theOnlyOutputIsNotFoundAmongTwo() throws IOException {
        Path file = new OnnxFile()
                .input("0", OnnxFile.Type.FLOAT32, 1, 3, 256, 256)
                .output("796", OnnxFile.Type.FLOAT32, 1, 3, 256, 256)
                .output("797", OnnxFile.Type.FLOAT32, 1, 3, 256, 256)
                .node("Identity", List.of("0"), "796")
                .node("Identity", List.of("0"), "797")
                .write(folder.resolve("two.onnx"));
        assertThatThrownBy(() -> DepthEstimators.open(file, ModelCatalog.named("midas-v2.1-small")))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContainingAll("'midas-v2.1-small'", "expected one single output", "796", "797");
    }

    @Test
    void aCanonicalDepthIsMetricOnlyWhereTheCameraIsKnown() throws IOException {
        ModelSpec spec = ModelCatalog.named("metric3d-v2-small");
        try (DepthEstimator estimator = DepthEstimators.builder(network(spec))
                .spec(spec)
                .acceptLicense()
                .open()) {
            Image picture = ModelGoldens.picture(120, 80, 1);
            Camera camera = Camera.ofHorizontalFieldOfView(picture.size(), 60);
            assertThat(estimator.estimate(picture).kind()).isEqualTo(DepthKind.SCALE_INVARIANT);
            assertThat(estimator
                            .estimate(picture, EstimateOptions.defaults().withCamera(camera))
                            .kind())
                    .isEqualTo(DepthKind.METRIC);
        }
    }

    @Test
    void aNetworkThatEstimatesItsFocalLengthGivesACameraWithSquarePixels() throws IOException {
        ModelSpec spec = ModelCatalog.named("depth-pro");
        try (DepthEstimator estimator = DepthEstimators.builder(network(spec))
                .spec(spec)
                .acceptLicense()
                .open()) {
            Camera camera = estimator
                    .estimate(ModelGoldens.picture(640, 200, 1))
                    .camera()
                    .orElseThrow();
            assertThat(camera.fx()).isCloseTo(FOCAL * 640 / 1536, within(1e-3));
            assertThat(camera.fy()).isEqualTo(camera.fx());
            assertThat(camera.origin()).isEqualTo(Camera.Origin.NETWORK);
        }
    }

    /** A slanted plane behind a sphere, as points without shift and in another unit, and no depth in a corner. */
    @Test
    void pointsBecomeMetresAndACamera() throws IOException {
        int width = 160;
        int height = 120;
        double focal = 140;
        double shift = 0.7;
        double scale = 2.5;
        float[] points = new float[width * height * 3];
        float[] mask = new float[width * height];
        double[] metres = new double[width * height];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                double u = (x + 0.5 - width / 2.0) / focal;
                double v = (y + 0.5 - height / 2.0) / focal;
                double z =
                        Math.hypot(x - 70, y - 60) < 30 ? 1.5 + 0.001 * Math.hypot(x - 70, y - 60) : 3 / (1 - 0.5 * u);
                points[3 * i] = (float) (u * z);
                points[3 * i + 1] = (float) (v * z);
                points[3 * i + 2] = (float) (z - shift);
                metres[i] = scale * z;
                mask[i] = x < 20 && y < 10 ? 0.2f : 0.9f;
            }
        }
        ModelSpec spec = ModelCatalog.named("moge-2-vitl-normal");
        Path file = new OnnxFile()
                .input("image", OnnxFile.Type.FLOAT32, "batch", 3, "height", "width")
                .input("num_tokens", OnnxFile.Type.INT64)
                .output("points", OnnxFile.Type.FLOAT32, "batch", "height", "width", 3)
                .output("normal", OnnxFile.Type.FLOAT32, "batch", "height", "width", 3)
                .output("mask", OnnxFile.Type.FLOAT32, "batch", "height", "width")
                .output("metric_scale", OnnxFile.Type.FLOAT32, "batch")
                .floats("all", points, 1, height, width, 3)
                .floats("kept", mask, 1, height, width)
                .floats("tokens", new float[] {(float) (scale / 1800)}, 1)
                .node("Identity", List.of("all"), "points")
                .node("Identity", List.of("all"), "normal")
                .node("Identity", List.of("kept"), "mask")
                .node("Cast", List.of("num_tokens"), "count", Map.of("to", OnnxFile.Type.FLOAT32.code()))
                .node("Mul", List.of("count", "tokens"), "metric_scale")
                .write(folder.resolve("moge.onnx"));
        try (DepthEstimator estimator = DepthEstimators.open(file, spec)) {
            DepthMap map = estimator.estimate(
                    Image.wrap(new Size(width, height), PixelFormat.RGB24, new byte[3 * width * height]));
            assertThat(map.kind()).isEqualTo(DepthKind.METRIC);
            assertThat(map.missing()).isEqualTo(20 * 10);
            assertThat(map.camera().orElseThrow().fx()).isCloseTo(focal, within(1e-3 * focal));
            for (int i = 0; i < metres.length; i++) {
                float found = map.at(i % width, i / width);
                if (!Float.isNaN(found)) {
                    assertThat((double) found).isCloseTo(metres[i], within(1e-3 * metres[i]));
                }
            }
        }
    }
}
