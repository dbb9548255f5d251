package io.depth4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkTest {

    private static final Size SIZE = new Size(12, 9);

    /** A floor whose disparity rises to the lower edge, and bends by {@code bend}. */
    private static Sample floor(String id, String source, double bend) {
        FloatPlane metres = FloatPlane.allocate(SIZE);
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                double height = (y + 0.5) / SIZE.height();
                metres.set(x, y, (float) (1 / (0.2 + height + bend * height * height)));
            }
        }
        Image picture = Image.allocate(new Size(24, 18), PixelFormat.RGB24);
        return Sample.of(id, source, () -> picture, () -> DepthMap.wrap(metres, DepthKind.METRIC));
    }

    @Test
    void everySourceCountsTheSameHoweverManySamplesItHas() {
        SampleSet set =
                new SampleSet("floors", List.of(floor("a", "flat", 0), floor("b", "flat", 0), floor("c", "bent", 3)));
        BenchmarkResult result = Benchmark.of(set).run(new VerticalRamp());

        assertThat(result.failures()).isEmpty();
        assertThat(result.bySource().keySet()).containsExactly("flat", "bent");
        double flat = result.bySource().get("flat").of(Metric.ABS_REL);
        double bent = result.bySource().get("bent").of(Metric.ABS_REL);
        assertThat(flat).isCloseTo(0, within(1e-6));
        assertThat(bent).isGreaterThan(0.05);
        assertThat(result.mean().of(Metric.ABS_REL)).isCloseTo((flat + bent) / 2, within(1e-12));
        assertThat(result.mean().pixels()).isEqualTo(3L * SIZE.pixels());
        assertThat(result.estimator()).isEqualTo("vertical-ramp");
    }

    @Test
    void oneBadSampleIsToldWithItsReasonAndStopsNothing() {
        Sample missing = Sample.of(
                "lost",
                "flat",
                () -> {
                    throw new NoSuchFileException("lost.png");
                },
                () -> {
                    throw new IOException("never asked");
                });
        FloatPlane nothing = FloatPlane.allocate(SIZE);
        Arrays.fill(nothing.array(), Float.NaN);
        Sample unknown = Sample.of(
                "unknown",
                "flat",
                () -> Image.allocate(SIZE, PixelFormat.RGB24),
                () -> DepthMap.wrap(nothing, DepthKind.METRIC));
        List<BenchmarkProgress> heard = new ArrayList<>();
        BenchmarkResult result = Benchmark.of(new SampleSet("floors", List.of(missing, floor("a", "flat", 0), unknown)))
                .withListener(heard::add)
                .run(new VerticalRamp());

        assertThat(result.results()).extracting(SampleResult::id).containsExactly("a");
        assertThat(result.failures()).extracting(SampleFailure::id).containsExactly("lost", "unknown");
        assertThat(result.failures().get(0).reason()).isEqualTo("There is no file lost.png");
        assertThat(result.failures().get(1).reason()).contains("No pixel has both");
        assertThat(heard)
                .containsExactly(
                        new BenchmarkProgress(1, 1, 3, "lost"),
                        new BenchmarkProgress(2, 1, 3, "a"),
                        new BenchmarkProgress(3, 2, 3, "unknown"));
        BenchmarkResult none =
                Benchmark.of(new SampleSet("lost ones", List.of(missing))).run(new VerticalRamp());
        assertThatThrownBy(none::mean)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lost of flat: There is no file lost.png");
    }

    @Test
    void resultsUnderDifferentProtocolsOrOfDifferentSamplesRefuseToBeCompared() {
        SampleSet set = new SampleSet("floors", List.of(floor("a", "flat", 0), floor("b", "bent", 1)));
        Benchmark benchmark = Benchmark.of(set);
        BenchmarkResult result = benchmark.run(new VerticalRamp());
        Protocol other = Protocol.defaults().withClamp(Clamp.NONE);
        BenchmarkResult elsewise = benchmark.withProtocol(other).run(new VerticalRamp());
        BenchmarkResult fewer =
                Benchmark.of(set.only(sample -> sample.id().equals("a"))).run(new VerticalRamp());

        assertThat(result.gain(Metric.DELTA1, result)).isZero();
        assertThatThrownBy(() -> result.gain(Metric.DELTA1, elsewise))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(other.name());
        assertThatThrownBy(() -> result.gain(Metric.DELTA1, fewer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"b\"");
        List<SampleResult> mixed =
                List.of(result.results().get(0), elsewise.results().get(1));
        assertThatThrownBy(() -> new BenchmarkResult("ramp", "floors", other, mixed, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(other.name());
    }

    @Test
    void twoSamplesOfOneIdAreRefused() {
        List<Sample> samples = List.of(floor("a", "flat", 0), floor("a", "bent", 1));
        assertThatThrownBy(() -> new SampleSet("floors", samples))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"a\"");
    }
}
