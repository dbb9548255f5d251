package io.depth4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthEstimators;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.model.ModelFile;
import io.depth4j.model.ModelInput;
import io.depth4j.model.ModelLicense;
import io.depth4j.model.ModelOutput;
import io.depth4j.model.ModelSpec;
import io.depth4j.model.ModelSpecJson;
import io.depth4j.model.Resample;
import io.depth4j.model.SizeRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks written by {@link OnnxFile} run. */
class OnnxFileTest {

    private static final ModelSpec SPEC = new ModelSpec(
            "red",
            "Red",
            ModelInput.zeroToOne("image", SizeRule.of(SizeRule.Mode.EXACT, 1, 1), Resample.OPENCV_BILINEAR)
                    .withScale(1),
            ModelOutput.of("depth", DepthKind.SCALE_INVARIANT),
            new ModelLicense("none", ModelLicense.Use.FREE),
            ModelFile.named("red.onnx"),
            false);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"FLOAT32", "FLOAT16"})
    void aNetworkOfNodesConstantsAndAttributesRuns(OnnxFile.Type type) throws IOException {
        Path file = new OnnxFile()
                .input("image", type, "batch", 3, "height", "width")
                .output("depth", type, "batch", 1, "height", "width")
                .node("Cast", List.of("image"), "floats", Map.of("to", OnnxFile.Type.FLOAT32.code()))
                .floats("weights", new float[] {1, 0, 0}, 1, 3, 1, 1)
                .node("Mul", List.of("floats", "weights"), "red")
                .longs("axes", 1)
                .node("ReduceSum", List.of("red", "axes"), "sum", Map.of("keepdims", 1L))
                .node("Cast", List.of("sum"), "depth", Map.of("to", type.code()))
                .metadata("depth4j.spec", ModelSpecJson.write(SPEC))
                .write(folder.resolve("red.onnx"));
        byte[] pixels = {10, 0, 0, 20, 0, 0, 30, 9, 9, 40, 0, 7, 50, 0, 0, 60, 1, 1};
        try (DepthEstimator estimator = DepthEstimators.open(file)) {
            DepthMap map = estimator.estimate(Image.wrap(new Size(3, 2), PixelFormat.RGB24, pixels));
            assertThat(estimator.model().id()).isEqualTo("red");
            assertThat(map.toPlane().array()).containsExactly(10, 20, 30, 40, 50, 60);
        }
    }
}
