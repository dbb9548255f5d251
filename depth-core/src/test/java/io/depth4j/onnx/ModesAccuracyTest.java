package io.depth4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthEstimators;
import io.depth4j.DepthMap;
import io.depth4j.Image;
import io.depth4j.estimate.Mode;
import io.depth4j.eval.Benchmark;
import io.depth4j.eval.BenchmarkResult;
import io.depth4j.eval.Metric;
import io.depth4j.eval.Sample;
import io.depth4j.eval.SampleSet;
import io.depth4j.eval.SampleSets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each mode gains on real photos of rooms, and what it takes. */
class ModesAccuracyTest {

    /** Of the sources, each of which counts the same, and the time of one estimate in the size of the photo. */
    private record Measured(double absRel, double delta1, double milliseconds) {}

    private static final Set<String> ROOMS = Set.of("nyu", "sunrgbd", "slambook", "tum");

    @Test
    void qualityIsMoreAccurateThanFast() throws IOException {
        String data = System.getProperty("depth4j.data", "");
        assumeTrue(!data.isBlank(), "-Ddepth4j.data names no folder with a network and photos");
        SampleSet rooms = SampleSets.manifest(Path.of(data, "eval", "manifest.csv"))
                .only(sample -> ROOMS.contains(sample.source()));
        Map<Mode, Measured> found = new EnumMap<>(Mode.class);
        for (Mode mode : Mode.values()) {
            try (DepthEstimator estimator =
                    mode.over(DepthEstimators.open(Path.of(data, "models", "fastdepth-224.onnx")))) {
                found.put(mode, measured(estimator, rooms));
            }
        }
        System.getLogger("modes").log(System.Logger.Level.INFO, "{0}", found);

        Measured fast = found.get(Mode.FAST);
        assertThat(found.get(Mode.BALANCED).absRel).as("AbsRel").isCloseTo(fast.absRel, within(0.002));
        Measured quality = found.get(Mode.QUALITY);
        assertThat(quality.absRel).as("AbsRel").isLessThan(fast.absRel);
        assertThat(quality.delta1).as("δ1").isGreaterThan(fast.delta1);
    }

    private static Measured measured(DepthEstimator estimator, SampleSet rooms) throws IOException {
        BenchmarkResult result = Benchmark.of(rooms).run(estimator);
        assertThat(result.failures()).isEmpty();
        System.getLogger("modes").log(System.Logger.Level.INFO, "{0}", result.bySource());
        List<Double> times = new ArrayList<>();
        for (Sample sample : rooms.samples()) {
            times.add(milliseconds(estimator, sample.picture()));
        }
        return new Measured(
                result.mean().of(Metric.ABS_REL),
                result.mean().of(Metric.DELTA1),
                times.stream().mapToDouble(each -> each).average().orElseThrow());
    }

    /** The median of some, after others. */
    private static double milliseconds(DepthEstimator estimator, Image picture) {
        double[] times = new double[7];
        int kept = 0;
        for (int i = 0; i < 10; i++) {
            kept += estimator.estimate(picture).width();
        }
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            DepthMap map = estimator.estimate(picture);
            times[i] = (System.nanoTime() - start) / 1e6;
            kept += map.width();
        }
        assertThat(kept).isEqualTo((times.length + 10) * picture.width());
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
