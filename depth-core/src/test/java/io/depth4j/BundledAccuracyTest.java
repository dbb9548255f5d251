package io.depth4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.depth4j.eval.Benchmark;
import io.depth4j.eval.BenchmarkResult;
import io.depth4j.eval.Metric;
import io.depth4j.eval.SampleSet;
import io.depth4j.eval.SampleSets;
import io.depth4j.eval.Scores;
import io.depth4j.eval.VerticalRamp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How good the network that comes with the library is on real photos, beside a ramp that has seen none of them. */
class BundledAccuracyTest {

    /** Of the mean over sources. */
    private static final double MOST_ABS_REL = 0.17;

    private static final double LEAST_DELTA1 = 0.75;

    /** Of the seven sources, by AbsRel. */
    private static final int BETTER_THAN_RAMP = 7;

    @Test
    void realPhotosAreEstimatedBetterThanByTheRamp() throws IOException {
        String data = System.getProperty("depth4j.data", "");
        assumeTrue(!data.isBlank(), "-Ddepth4j.data names no folder with photos");
        SampleSet photos = SampleSets.manifest(Path.of(data, "eval", "manifest.csv"));
        try (DepthEstimator bundled = DepthEstimators.bundled();
                DepthEstimator nothing = new VerticalRamp()) {
            BenchmarkResult network = Benchmark.of(photos).run(bundled);
            BenchmarkResult ramp = Benchmark.of(photos).run(nothing);
            print(network, ramp);

            assertThat(network.failures()).isEmpty();
            assertThat(network.bySource()).hasSize(7);
            assertThat(network.mean().of(Metric.ABS_REL)).isLessThanOrEqualTo(MOST_ABS_REL);
            assertThat(network.mean().of(Metric.DELTA1)).isGreaterThanOrEqualTo(LEAST_DELTA1);
            Map<String, Scores> ramps = ramp.bySource();
            assertThat(network.bySource().entrySet().stream()
                            .filter(source -> source.getValue().of(Metric.ABS_REL)
                                    < ramps.get(source.getKey()).of(Metric.ABS_REL))
                            .count())
                    .isGreaterThanOrEqualTo(BETTER_THAN_RAMP);
        }
    }

    private static void print(BenchmarkResult network, BenchmarkResult ramp) {
        System.out.println("AbsRel, delta1, Spearman         bundled              ramp");
        Map<String, Scores> ramps = ramp.bySource();
        network.bySource().forEach((source, scores) -> print(source, scores, ramps.get(source)));
        print("mean of sources", network.mean(), ramp.mean());
    }

    private static void print(String source, Scores network, Scores ramp) {
        System.out.printf("%-25s %s   %s%n", source, figures(network), figures(ramp));
    }

    private static String figures(Scores scores) {
        return "%.3f %.3f %.3f"
                .formatted(scores.of(Metric.ABS_REL), scores.of(Metric.DELTA1), scores.of(Metric.SPEARMAN));
    }
}
