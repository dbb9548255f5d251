package io.depth4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.depth4j.Camera;
import io.depth4j.DepthEstimator;
import io.depth4j.DepthEstimators;
import io.depth4j.EstimateOptions;
import io.depth4j.Image;
import io.depth4j.Size;
import io.depth4j.model.ModelCatalog;
import io.depth4j.model.ModelFile;
import io.depth4j.model.ModelSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A map says which camera it belongs to, in its own pixels, and who said so. */
class CameraProvenanceTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = Camera.Origin.class,
            names = {"GIVEN", "EXIF", "FIELD_OF_VIEW"})
    void theMapCarriesTheCameraOnInItsOwnPixels(Camera.Origin origin) throws IOException {
        Image picture = ModelGoldens.picture(320, 240, 1);
        Camera camera = new Camera(300, 310, 150, 130, origin);
        EstimateOptions options = EstimateOptions.defaults().withCamera(camera);
        try (DepthEstimator estimator = estimator()) {
            assertThat(estimator.estimate(picture, options).camera()).contains(camera);

            Camera resized = estimator
                    .estimate(picture, options.withSize(new Size(160, 60)))
                    .camera()
                    .orElseThrow();
            assertThat(resized.fx()).isCloseTo(150, within(1e-9));
            assertThat(resized.fy()).isCloseTo(77.5, within(1e-9));
            assertThat(resized.cx()).isCloseTo(75, within(1e-9));
            assertThat(resized.cy()).isCloseTo(32.5, within(1e-9));
            assertThat(resized.origin()).isEqualTo(origin);
        }
    }

    @Test
    void noCameraIsMadeUp() throws IOException {
        try (DepthEstimator estimator = estimator()) {
            assertThat(estimator.estimate(ModelGoldens.picture(320, 240, 1)).camera())
                    .isEmpty();
        }
    }

    /** The sum of the channels, read as a catalogued network is. */
    private DepthEstimator estimator() throws IOException {
        ModelSpec spec = ModelCatalog.named("fastdepth-nyu");
        Path file = new OnnxFile()
                .input("image", OnnxFile.Type.FLOAT32, 1, 3, 224, 224)
                .output("depth", OnnxFile.Type.FLOAT32, 1, 1, 224, 224)
                .floats("weights", new float[] {1, 1, 1}, 1, 3, 1, 1)
                .node("Conv", List.of("image", "weights"), "depth")
                .write(folder.resolve("sum.onnx"));
        ModelSpec synthetic = new ModelSpec(
                spec.id(),
                spec.title(),
                spec.input(),
                spec.output(),
                spec.license(),
                ModelFile.named(spec.file().name()),
                false);
        return DepthEstimators.open(file, synthetic);
    }
}
