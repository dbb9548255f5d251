package io.depth4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.depth4j.Cancellation;
import io.depth4j.DepthEstimator;
import io.depth4j.DepthEstimators;
import io.depth4j.EstimateOptions;
import io.depth4j.Image;
import io.depth4j.Size;
import io.depth4j.StoppedException;
import io.depth4j.model.SizeRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What runs for days loses no memory, in the heap or outside of it. */
@Tag("soak")
class SoakTest {

    private static final int SAMPLES = 100;
    private static final Path STATUS = Path.of("/proc/self/status");

    @Test
    void aSmallNetworkHoldsItsMemory() throws IOException {
        DepthEstimator small = DepthEstimators.open(
                SmallNetworks.mean("batch", "height", "width").bytes(),
                SmallNetworks.spec(SizeRule.of(SizeRule.Mode.EXACT, 1, 1)));
        assertHoldsItsMemory(small, 40_000);
    }

    @Test
    void fastDepthHoldsItsMemory() throws IOException {
        String data = System.getProperty("depth4j.data", "");
        assumeTrue(Boolean.getBoolean("depth4j.soak"), "minutes long: run with the profile soak");
        assumeTrue(!data.isBlank(), "-Ddepth4j.data names no folder with a network");
        assertHoldsItsMemory(DepthEstimators.open(Path.of(data, "models", "fastdepth-224.onnx")), 20_000);
    }

    private static void assertHoldsItsMemory(DepthEstimator network, int calls) throws IOException {
        assumeTrue(Files.isReadable(STATUS), "resident memory is read from " + STATUS + ", which is not here");
        List<Image> images = new ArrayList<>();
        for (Size size : List.of(new Size(320, 240), new Size(240, 320), new Size(199, 77))) {
            images.add(SmallNetworks.noise(size, images.size()));
        }
        double[] kilobytes = new double[SAMPLES];
        try (DepthEstimator estimator = network) {
            for (int call = 0; call < calls; call++) {
                estimate(estimator, images.get(call % images.size()), call);
                if (call % (calls / SAMPLES) == 0) {
                    kilobytes[call / (calls / SAMPLES)] = resident();
                }
            }
        }
        int first = SAMPLES / 5;
        double perCall = slope(kilobytes, first) * SAMPLES / calls;
        double growth = kilobytes[SAMPLES - 1] / kilobytes[first] - 1;
        System.out.printf(
                "%d calls: resident memory gains %.3f kB a call, %.1f %% from %.0f kB over the last 80 %%%n",
                calls, perCall, 100 * growth, kilobytes[first]);
        assertThat(perCall).isLessThanOrEqualTo(1);
        assertThat(growth).isLessThanOrEqualTo(0.05);
    }

    /** Every shape of call: most go through, some are stopped, some share a run. */
    private static void estimate(DepthEstimator estimator, Image image, int call) {
        if (call % 50 == 7) {
            Cancellation cancelled = new Cancellation();
            cancelled.cancel();
            try {
                estimator.estimate(image, EstimateOptions.defaults().withCancellation(cancelled));
            } catch (StoppedException expected) {
                assertThat(expected).hasMessageContaining("stopped");
            }
        } else if (call % 50 == 8) {
            assertThat(estimator.estimateAll(List.of(image, image))).hasSize(2);
        } else {
            assertThat(estimator.estimate(image).size()).isEqualTo(image.size());
        }
    }

    private static double resident() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")))
                .findFirst()
                .orElseThrow();
    }

    /** Kilobytes a sample, by least squares from {@code first} on. */
    private static double slope(double[] values, int first) {
        double n = values.length - first;
        double middle = first + (n - 1) / 2;
        double xy = 0;
        double xx = 0;
        for (int i = first; i < values.length; i++) {
            xy += (i - middle) * values[i];
            xx += (i - middle) * (i - middle);
        }
        return xy / xx;
    }
}
