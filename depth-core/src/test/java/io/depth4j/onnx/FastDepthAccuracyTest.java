package io.depth4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthEstimators;
import io.depth4j.eval.Metric;
import io.depth4j.eval.Scores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Real weights on real photos with ground truth: what the public API gives is what the network is known to give. */
class FastDepthAccuracyTest {

    /** AbsRel and δ1 by source, from an evaluation of the same network on the same photos by other code. */
    private static final Map<String, double[]> KNOWN = Map.of(
            "nyu", new double[] {0.104, 0.921},
            "sunrgbd", new double[] {0.115, 0.839},
            "slambook", new double[] {0.145, 0.830},
            "tum", new double[] {0.111, 0.915});

    @Test
    void indoorPhotosGetTheAccuracyThatTheNetworkIsKnownFor() throws IOException {
        String data = System.getProperty("depth4j.data", "");
        assumeTrue(!data.isBlank(), "-Ddepth4j.data names no folder with a network and photos");
        Map<String, List<Scores>> found = new TreeMap<>();
        try (DepthEstimator estimator = DepthEstimators.open(Path.of(data, "models", "fastdepth-224.onnx"))) {
            for (IndoorPair pair : IndoorPair.in(Path.of(data, "eval"))) {
                found.computeIfAbsent(pair.source(), source -> new ArrayList<>())
                        .add(pair.scores(estimator));
            }
        }
        assertThat(found.keySet()).isEqualTo(new TreeMap<>(KNOWN).keySet());
        found.forEach((source, scores) -> {
            Scores mean = Scores.mean(scores);
            double absRel = mean.of(Metric.ABS_REL);
            double delta1 = mean.of(Metric.DELTA1);
            System.out.printf("%-10s AbsRel %.4f δ1 %.4f%n", source, absRel, delta1);
            assertThat(absRel).as("AbsRel of %s", source).isCloseTo(KNOWN.get(source)[0], within(0.01));
            assertThat(delta1).as("δ1 of %s", source).isCloseTo(KNOWN.get(source)[1], within(0.01));
        });
    }
}
