package io.depth4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthEstimators;
import io.depth4j.EstimateOptions;
import io.depth4j.Size;
import io.depth4j.model.ModelCatalog;
import io.depth4j.model.ModelSpec;
import io.depth4j.model.SizeRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What networks see agrees with OpenCV, Pillow and NumPy. */
class PreparedTensorTest {

    private static final int SIZES = 10_000;
    private static final double OF_A_NORMALISED_UNIT = 1e-3;

    @TempDir
    private Path folder;

    /** A network that returns its own input, the three planes below one another. */
    private Path mirror(ModelSpec spec) throws IOException {
        String input = spec.input().tensor();
        String output = spec.output().tensor();
        return new OnnxFile()
                .input(input, OnnxFile.Type.FLOAT32, 1, 3, "height", "width")
                .output(output, OnnxFile.Type.FLOAT32, 1, "rows", "width")
                .longs("shape", 1, 1, -1, 0)
                .longs("axis", 1)
                .node("Reshape", List.of(input, "shape"), "rows")
                .node("Squeeze", List.of("rows", "axis"), output)
                .write(folder.resolve(spec.id() + ".onnx"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"depth-anything-v2-small", "depth-anything-v2-small-hf"})
    void theTensorIsTheReferences(String id) throws IOException {
        List<String[]> lines = ModelGoldens.lines("tensor").stream()
                .filter(line -> line[1].equals(id))
                .toList();
        assertThat(lines).hasSize(30);
        ModelSpec spec = ModelCatalog.named(id);
        double worst = 0;
        try (DepthEstimator estimator = DepthEstimators.open(mirror(spec), spec)) {
            for (String[] line : lines) {
                Size picture = new Size(Integer.parseInt(line[2]), Integer.parseInt(line[3]));
                Size seen = new Size(Integer.parseInt(line[5]), Integer.parseInt(line[6]));
                assertThat(spec.input().size().sizeFor(picture)).isEqualTo(seen);
                float[] tensor = estimator
                        .estimate(
                                ModelGoldens.picture(picture.width(), picture.height(), Integer.parseInt(line[4])),
                                EstimateOptions.defaults().withSize(new Size(seen.width(), 3 * seen.height())))
                        .toPlane()
                        .array();
                float[] found = ModelGoldens.sample(tensor);
                float[] expected = ModelGoldens.expected(line);
                for (int k = 0; k < found.length; k++) {
                    worst = Math.max(worst, Math.abs(found[k] - expected[k]));
                }
            }
        }
        System.out.printf("%s: the prepared tensor is at most %.2g of a normalised unit away%n", id, worst);
        assertThat(worst).isLessThanOrEqualTo(OF_A_NORMALISED_UNIT);
    }

    @Test
    void theSizeIsTheReferencesForTenThousandPictures() throws IOException {
        List<String[]> lines = ModelGoldens.lines("sizes");
        assertThat(lines).hasSizeGreaterThan(5);
        for (String[] line : lines) {
            SizeRule rule = new SizeRule(
                    SizeRule.Mode.valueOf(line[1].toUpperCase(Locale.ROOT).replace('-', '_')),
                    Integer.parseInt(line[2]),
                    Integer.parseInt(line[3]),
                    Integer.parseInt(line[4]));
            CRC32 crc = new CRC32();
            for (int i = 0; i < SIZES; i++) {
                Size picture = new Size(side(2 * i), side(2 * i + 1));
                Size seen = rule.sizeFor(picture);
                String text =
                        picture.width() + " " + picture.height() + " " + seen.width() + " " + seen.height() + "\n";
                crc.update(text.getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(crc.getValue()).as(String.join(" ", line)).isEqualTo(Long.parseLong(line[5], 16));
        }
    }

    private static int side(int index) {
        return 200 + Integer.remainderUnsigned(ModelGoldens.mixed(index), 4000);
    }
}
