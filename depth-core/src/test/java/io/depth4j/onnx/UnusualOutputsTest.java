package io.depth4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthEstimators;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.Image;
import io.depth4j.MalformedInputException;
import io.depth4j.Range;
import io.depth4j.Size;
import io.depth4j.model.DepthReading;
import io.depth4j.model.ModelOutput;
import io.depth4j.model.ModelSpec;
import io.depth4j.model.SizeRule;
import io.depth4j.model.Upsample;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and shapes that a network should not yield, and now and then does. */
class UnusualOutputsTest {

    private static final ModelOutput DEPTH = ModelOutput.of("depth", DepthKind.METRIC);
    private static final Image IMAGE = SmallNetworks.noise(new Size(16, 12), 1);

    private static DepthMap estimated(OnnxFile network, ModelOutput output) throws IOException {
        ModelSpec exact = SmallNetworks.spec(SizeRule.of(SizeRule.Mode.EXACT, 1, 1));
        ModelSpec spec = new ModelSpec(
                exact.id(), exact.title(), exact.input(), output, exact.license(), exact.file(), exact.verified());
        try (DepthEstimator estimator = DepthEstimators.open(network.bytes(), spec)) {
            return estimator.estimate(IMAGE, EstimateOptions.defaults());
        }
    }

    private static OnnxFile meanAnd(float number) {
        return SmallNetworks.mean(1, "height", "width")
                .output("number", OnnxFile.Type.FLOAT32, 1)
                .floats("constant", new float[] {number}, 1)
                .node("Identity", List.of("constant"), "number");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, 0, -1, Float.POSITIVE_INFINITY})
    void aFocalLengthThatIsNoneIsTold(float focal) {
        for (DepthReading reading :
                List.of(new DepthReading.OwnFocal("number"), new DepthReading.InversePerWidth("number"))) {
            assertThatThrownBy(() -> estimated(meanAnd(focal), DEPTH.withReading(reading)))
                    .isInstanceOf(MalformedInputException.class)
                    .hasMessageContainingAll("'number'", "focal length", Float.toString(focal));
        }
    }

    @Test
    void pointsInNoRowsAreTold() {
        OnnxFile network = new OnnxFile()
                .input("image", OnnxFile.Type.FLOAT32, 1, 3, "height", "width")
                .output("depth", OnnxFile.Type.FLOAT32, 1, "height", "width", 3)
                .output("number", OnnxFile.Type.FLOAT32, 1)
                .floats("constant", new float[] {1}, 1)
                .longs("none", 0)
                .longs("rows", 1)
                .node("Identity", List.of("constant"), "number")
                .node("Transpose", List.of("image"), "points", Map.of("perm", new long[] {0, 2, 3, 1}))
                .node("Slice", List.of("points", "none", "none", "rows"), "depth");
        assertThatThrownBy(() -> estimated(network, DEPTH.withReading(new DepthReading.Points("number"))))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContainingAll("'depth'", "[1, 0, 16, 3]");
    }

    @Test
    void infinityIsMissingWhateverIsValid() throws IOException {
        OnnxFile network = new OnnxFile()
                .input("image", OnnxFile.Type.FLOAT32, 1, 3, "height", "width")
                .output("depth", OnnxFile.Type.FLOAT32, 1, "height", "width")
                .floats("zero", new float[] {0}, 1)
                .node("ReduceMean", List.of("image"), "mean", Map.of("axes", new long[] {1}, "keepdims", 0L))
                .node("Div", List.of("mean", "zero"), "depth");
        DepthMap map = estimated(network, DEPTH.withValid(Range.of(-1e300, 1e300)));
        assertThat(map.missing()).isEqualTo(map.size().pixels());
    }

    @ParameterizedTest
    @EnumSource(Upsample.class)
    void aMissingPixelTakesNoNeighbourWithItWhereNothingIsEnlarged(Upsample upsample) throws IOException {
        OnnxFile network = SmallNetworks.mean(1, "height", "width");
        DepthMap whole = estimated(network, DEPTH);
        DepthMap holed = estimated(network, DEPTH.withUpsample(upsample).withValid(Range.of(0, 0.5)));
        for (int i = 0; i < whole.size().pixels(); i++) {
            float value = whole.values().get(i);
            assertThat(Float.isNaN(holed.values().get(i))).as("pixel %d", i).isEqualTo(value > 0.5f);
        }
    }

    @Test
    void oneOutputMayHaveTwoMeanings() throws IOException {
        DepthMap map = estimated(
                SmallNetworks.mean(1, "height", "width"),
                DEPTH.withReading(new DepthReading.Plain(10)).withConfidence("depth"));
        for (int i = 0; i < map.size().pixels(); i++) {
            assertThat(map.values().get(i))
                    .isEqualTo(10 * map.confidence().orElseThrow().get(i));
        }
    }
}
