package io.depth4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthEstimators;
import io.depth4j.eval.Benchmark;
import io.depth4j.eval.BenchmarkResult;
import io.depth4j.eval.Metric;
import io.depth4j.eval.SampleSets;
import io.depth4j.eval.Scores;
import io.depth4j.eval.VerticalRamp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Real weights on real photos with ground truth: what the public API gives is what the network is known to give.
 *
 * <p>The other code draws at most 30,000 known pixels of a photo, and reads the map between its pixels there; here all known pixels
 * count, in a map of their size. The ramp, which nothing resizes, shows what the drawing alone does: up to 0.007.
 */
class FastDepthAccuracyTest {

    /** AbsRel and δ1 of FastDepth by source, from an evaluation of the same network on the same photos by other code. */
    static final Map<String, double[]> FAST_DEPTH = Map.of(
            "nyu", new double[] {0.104, 0.921},
            "sunrgbd", new double[] {0.115, 0.839},
            "slambook", new double[] {0.145, 0.830},
            "tum", new double[] {0.111, 0.915},
            "middlebury", new double[] {0.324, 0.477},
            "kitti", new double[] {0.347, 0.354},
            "cleargrasp", new double[] {0.158, 0.748},
            "mean", new double[] {0.186, 0.726});

    /** The same of the ramp, by the same code. */
    static final Map<String, double[]> RAMP = Map.of(
            "nyu", new double[] {0.225, 0.637},
            "sunrgbd", new double[] {0.293, 0.521},
            "slambook", new double[] {0.335, 0.333},
            "tum", new double[] {0.116, 0.837},
            "middlebury", new double[] {0.243, 0.626},
            "kitti", new double[] {0.238, 0.687},
            "cleargrasp", new double[] {0.118, 0.829},
            "mean", new double[] {0.224, 0.639});

    private static BenchmarkResult measured(DepthEstimator estimator) throws IOException {
        return Benchmark.of(SampleSets.manifest(data().resolve("eval/manifest.csv")))
                .run(estimator);
    }

    private static Path data() {
        String data = System.getProperty("depth4j.data", "");
        assumeTrue(!data.isBlank(), "-Ddepth4j.data names no folder with a network and photos");
        return Path.of(data);
    }

    @Test
    void photosGetTheAccuracyThatTheNetworkIsKnownFor() throws IOException {
        try (DepthEstimator estimator = DepthEstimators.open(data().resolve("models/fastdepth-224.onnx"))) {
            assertAccuracy(measured(estimator), FAST_DEPTH);
        }
    }

    @Test
    void photosGetTheAccuracyThatTheRampIsKnownFor() throws IOException {
        try (DepthEstimator estimator = new VerticalRamp()) {
            assertAccuracy(measured(estimator), RAMP);
        }
    }

    private static void assertAccuracy(BenchmarkResult found, Map<String, double[]> expected) {
        assertThat(found.failures()).isEmpty();
        assertThat(found.results()).hasSize(21);
        Map<String, Scores> scores = new LinkedHashMap<>(found.bySource());
        scores.put("mean", found.mean());
        assertThat(scores.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        scores.forEach((source, each) -> {
            double absRel = each.of(Metric.ABS_REL);
            double delta1 = each.of(Metric.DELTA1);
            assertThat(absRel).as("AbsRel of %s", source).isCloseTo(expected.get(source)[0], within(0.01));
            assertThat(delta1).as("δ1 of %s", source).isCloseTo(expected.get(source)[1], within(0.01));
        });
    }
}
