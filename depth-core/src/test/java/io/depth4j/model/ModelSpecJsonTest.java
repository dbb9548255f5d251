package io.depth4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.DepthAxis;
import io.depth4j.DepthKind;
import io.depth4j.MalformedInputException;
import io.depth4j.Range;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Specs in JSON: what is left out has a default, and what is wrong is named. */
class ModelSpecJsonTest {

    private static final String SPEC = """
            {
              "id": "my-network",
              "input": {"tensor": "image", "size": {"mode": "squash", "width": 224, "height": 224},
                        "mean": [0.0, 0.0, 0.0]},
              "output": {"tensor": "depth", "kind": "metric", "valid": [0.0, 10.0]},
              "license": {"name": "Apache-2.0", "use": "free"},
              "file": {"name": "my-network.onnx"}
            }
            """;

    @Test
    void whatIsNotSaidHasADefault() {
        ModelSpec spec = ModelSpecJson.read(SPEC);
        assertThat(spec)
                .isEqualTo(new ModelSpec(
                        "my-network",
                        "my-network",
                        ModelInput.zeroToOne("image", SizeRule.squash(224, 224), Resample.OPENCV_BILINEAR),
                        ModelOutput.of("depth", DepthKind.METRIC).withValid(Range.of(0, 10)),
                        new ModelLicense("Apache-2.0", ModelLicense.Use.FREE),
                        ModelFile.named("my-network.onnx"),
                        false));
    }

    @Test
    void allThatASpecCanSaySurvives() {
        for (DepthReading reading : List.of(
                new DepthReading.Plain(0.001),
                new DepthReading.Reciprocal(),
                new DepthReading.CanonicalFocal(1000),
                new DepthReading.OwnFocal("f"),
                new DepthReading.InversePerWidth("f"),
                new DepthReading.Points("scale"))) {
            ModelSpec spec = new ModelSpec(
                    "all",
                    "Allés",
                    ModelInput.imageNet("x", SizeRule.of(SizeRule.Mode.LOWER_BOUND, 518, 14), Resample.PILLOW_BICUBIC)
                            .withRank(5)
                            .withOrder(ModelInput.ChannelOrder.BGR)
                            .withScale(2)
                            .withConstants(Map.of("n", 7L, "m", -1L)),
                    ModelOutput.of("y", DepthKind.AFFINE_INVARIANT)
                            .withAxis(DepthAxis.RAY)
                            .withReading(reading)
                            .withValid(Range.of(1e-3, 80))
                            .withUpsample(Upsample.NEAREST)
                            .withConfidence("c")
                            .withMask("m")
                            .withSky(new ModelOutput.Above("s", 0.3)),
                    new ModelLicense("own", ModelLicense.Use.RESTRICTED),
                    ModelFile.named("a.onnx")
                            .withSize(3)
                            .withSha256("0".repeat(64))
                            .withSource("https://example.org/a.onnx"),
                    true);
            assertThat(ModelSpecJson.read(ModelSpecJson.write(spec))).isEqualTo(spec);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // what stands there | what is put in its place | what the message names
                "\"id\": \"my-network\"   | \"title\": \"x\"            | 'id' is missing",
                "\"id\": \"my-network\"   | \"id\": 7                   | 'id' should be a string",
                "\"id\": \"my-network\"   | \"id\": \"My Network\"      | id has lower-case",
                "\"id\": \"my-network\"   | \"id\": \"a\", \"id\": \"b\"| line 2",
                "\"tensor\": \"image\"    | \"tensors\": \"image\"      | 'input.tensors' is no field",
                "\"tensor\": \"image\",   | ``                          | 'input.tensor' is missing",
                "\"squash\"               | \"squish\"                  | 'input.size.mode' should be one of lower-bound",
                "\"width\": 224           | \"width\": 0                | input.size",
                "\"width\": 224           | \"width\": 22.4             | 'input.size.width' should be a whole number",
                "\"width\": 224           | \"width\": 99999999999      | 'input.size.width' should be a whole number",
                "\"width\": 224           | \"width\": 99999999999999999999 | 'input.size.width' should be a whole number",
                "\"width\": 224           | \"width\": null            | 'input.size.width' should hold a value, found null",
                "\"width\": 224           | \"width\": \"224\"         | a whole number, found '224'",
                "\"width\": 224           | \"width\": 999999          | input.size",
                "[0.0, 0.0, 0.0]          | [0.0, 0.0]                  | input.mean",
                "[0.0, 0.0, 0.0]          | [0.0, 0.0, null]            | 'input.mean.2' should hold a value",
                "[0.0, 0.0, 0.0]          | [0.0, 0.0, \"0\"]           | 'input.mean' should be a list of numbers",
                "[0.0, 0.0, 0.0]          | [0.0, 0.0, 1e999]           | input.mean",
                "[0.0, 0.0, 0.0]          | [0.0, 0.0, NaN]             | line 4",
                "\"mean\":                | \"deviation\":              | input.deviation",
                "\"mean\":                | \"scale\": -1, \"mean\":    | input.scale",
                "\"mean\":                | \"rank\": 3, \"mean\":      | input.rank",
                "\"metric\"               | \"meters\"                  | 'output.kind' should be one of metric",
                "[0.0, 10.0]              | [10.0]                      | 'output.valid'",
                "[0.0, 10.0]              | [10.0, 0.0]                 | output.valid",
                "\"valid\":               | \"reading\": {\"plain\": 0}, \"valid\": | output.reading.plain",
                "\"valid\":               | \"reading\": {}, \"valid\": | output.reading",
                "\"valid\":               | \"reading\": 3, \"valid\":  | 'output.reading' should be an object",
                "\"valid\":               | \"sky\": {\"above\": 1}, \"valid\": | 'output.sky.tensor' is missing",
                "\"valid\":               | \"upsample\": \"cubic\", \"valid\": | 'output.upsample' should be one of",
                "\"free\"                 | \"gratis\"                  | 'license.use' should be one of free, restricted",
                "\"name\": \"Apache-2.0\",| ``                          | 'license.name' is missing",
                "\"my-network.onnx\"      | \"../x.onnx\"               | file.name",
                "\"my-network.onnx\"      | \"x\\u0000.onnx\"          | file.name",
                "\"my-network.onnx\"      | \"C:x.onnx\"               | file.name",
                "\"my-network.onnx\"      | \"a\", \"sha256\": \"abc\"  | file.sha256",
                "\"my-network.onnx\"      | \"a\", \"size\": 0          | file.size",
                "\"my-network.onnx\"      | \"a\", \"size\": \"1\"      | 'file.size' should be a whole number",
                "\"my-network.onnx\"      | \"a\", \"source\": \"h ttp\"| file.source",
                "\"my-network.onnx\"}     | \"a\"                       | line",
            })
    void aMessageNamesTheField(String found, String replacement, String message) {
        assertThat(SPEC).contains(found);
        assertThatThrownBy(() -> ModelSpecJson.read(SPEC.replace(found, replacement)))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatIsTooDeepOrTooLongIsDamaged() {
        for (String tensor : List.of(
                "[".repeat(100_000) + "]".repeat(100_000),
                "\"" + "x".repeat(20_000) + "\"",
                "9".repeat(5_000),
                "\"image\"" + " ".repeat(2_000_000))) {
            assertThatThrownBy(() -> ModelSpecJson.read(SPEC.replace("\"image\"", tensor)))
                    .isInstanceOf(MalformedInputException.class)
                    .hasMessageContaining("exceeds the maximum");
        }
    }
}
