package io.depth4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.io.DepthFiles;
import io.depth4j.io.DepthFormat;
import io.depth4j.io.DepthScale;
import io.depth4j.io.DepthWriteOptions;
import io.depth4j.io.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/accuracy.md shows. */
class AccuracyGuideTest {

    @TempDir
    private Path folder;

    private Path manifest() throws IOException {
        FloatPlane metres = FloatPlane.allocate(new Size(8, 6));
        for (int y = 0; y < metres.height(); y++) {
            for (int x = 0; x < metres.width(); x++) {
                metres.set(x, y, 1 / (0.3f + (y + 0.5f) / metres.height()));
            }
        }
        Images.write(Image.allocate(new Size(8, 6), PixelFormat.RGB24), folder.resolve("a.png"));
        DepthFiles.write(
                DepthMap.wrap(metres, DepthKind.METRIC),
                folder.resolve("a-depth.png"),
                DepthFormat.PNG16,
                DepthWriteOptions.defaults().withScale(DepthScale.MILLIMETRES));
        return Files.writeString(folder.resolve("photos.csv"), """
                        id,rgb,gt,kind,scale
                        room_a,a.png,a-depth.png,depth,0.001
                        """);
    }

    @Test
    void anEstimatorIsMeasuredBesideTheRamp() throws IOException {
        Path manifest = manifest();
        List<String> told = new ArrayList<>();
        try (DepthEstimator estimator = new VerticalRamp()) {
            // region: benchmark
            Benchmark benchmark = Benchmark.of(SampleSets.manifest(manifest)) // or nyu, kitti, diode, middlebury
                    .withProtocol(Protocol.defaults().withAligner(Aligner.roe()))
                    .withListener(progress -> told.add(progress.done() + " of " + progress.total()));
            BenchmarkResult result = benchmark.run(estimator);
            BenchmarkResult ramp = benchmark.run(new VerticalRamp());

            Map<String, Scores> bySource = result.bySource();
            double absRel = result.mean().of(Metric.ABS_REL); // of the sources, each of which counts the same
            double gain = result.gain(Metric.ABS_REL, ramp); // refuses another protocol, and other samples
            List<SampleFailure> failures = result.failures(); // each with its reason
            // endregion
            assertThat(bySource).containsOnlyKeys("room");
            assertThat(absRel).isBetween(0.0, 0.001);
            assertThat(gain).isZero();
            assertThat(failures).isEmpty();
            assertThat(told).containsExactly("1 of 1", "1 of 1");
            BenchmarkResult other = benchmark.withProtocol(Protocol.defaults()).run(new VerticalRamp());
            assertThatThrownBy(() -> result.gain(Metric.ABS_REL, other)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
