package io.depth4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthEstimators;
import io.depth4j.eval.Aligner;
import io.depth4j.eval.Benchmark;
import io.depth4j.eval.BenchmarkResult;
import io.depth4j.eval.Metric;
import io.depth4j.eval.Protocol;
import io.depth4j.eval.SampleSet;
import io.depth4j.eval.SampleSets;
import io.depth4j.eval.Scores;
import io.depth4j.eval.Space;
import io.depth4j.eval.VerticalRamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The measured tables of docs/accuracy.md. */
class AccuracyLedgerTest {

    private static final Path PAGE = Path.of("../docs/accuracy.md");
    private static final Pattern NUMBER = Pattern.compile("-?\\d*\\.\\d+");
    private static final Set<String> ROOMS = Set.of("nyu", "sunrgbd", "slambook", "tum");

    /** Half of the last digit, and what engines and processors may differ by. */
    private static final double TOLERANCE = 0.0015;

    @Test
    void theTablesAreWhatIsMeasured() throws IOException {
        String data = System.getProperty("depth4j.data", "");
        assumeTrue(!data.isBlank(), "-Ddepth4j.data names no folder with a network and photos");
        SampleSet photos = SampleSets.manifest(Path.of(data, "eval", "manifest.csv"));
        SampleSet rooms = photos.only(sample -> ROOMS.contains(sample.source()));
        try (DepthEstimator network = DepthEstimators.open(Path.of(data, "models", "fastdepth-224.onnx"));
                DepthEstimator ramp = new VerticalRamp()) {
            assertTable("sources", sources(measured(photos, network), measured(photos, ramp)));
            assertTable("protocols", protocols(rooms, network, ramp));
        }
    }

    private static BenchmarkResult measured(SampleSet photos, DepthEstimator estimator) {
        return measured(photos, Protocol.defaults(), estimator);
    }

    private static BenchmarkResult measured(SampleSet photos, Protocol protocol, DepthEstimator estimator) {
        BenchmarkResult result = Benchmark.of(photos).withProtocol(protocol).run(estimator);
        assertThat(result.failures()).isEmpty();
        return result;
    }

    private static List<String> sources(BenchmarkResult network, BenchmarkResult ramp) {
        List<String> rows = new ArrayList<>();
        Map<String, Scores> ramps = ramp.bySource();
        network.bySource().forEach((source, scores) -> {
            long pairs = network.results().stream()
                    .filter(result -> result.source().equals(source))
                    .count();
            rows.add(withReferences(source + " (" + pairs + ")", source, ramps.get(source), scores));
        });
        rows.add(withReferences("mean of sources", "mean", ramp.mean(), network.mean()));
        return rows;
    }

    private static String withReferences(String label, String source, Scores ramp, Scores network) {
        return "| " + label + " | " + reference(FastDepthAccuracyTest.RAMP.get(source)) + " | " + figures(ramp) + " | "
                + reference(FastDepthAccuracyTest.FAST_DEPTH.get(source)) + " | " + figures(network) + " |";
    }

    private static String reference(double... absRelAndDelta1) {
        return String.format(Locale.ROOT, "%.3f / %.3f", absRelAndDelta1[0], absRelAndDelta1[1])
                .replace("0.", ".");
    }

    private static String row(String label, Scores ramp, Scores network) {
        return "| " + label + " | " + figures(ramp) + " | " + figures(network) + " |";
    }

    private static String figures(Scores scores) {
        return String.format(
                        Locale.ROOT,
                        "%.3f / %.3f / %.3f",
                        scores.of(Metric.ABS_REL),
                        scores.of(Metric.DELTA1),
                        scores.of(Metric.SPEARMAN))
                .replace("0.", ".");
    }

    /** The same estimates under other protocols; the ramp is a disparity, which has no depth to be scaled. */
    private static List<String> protocols(SampleSet rooms, DepthEstimator network, DepthEstimator ramp) {
        List<String> rows = new ArrayList<>();
        Protocol inDepth = Protocol.defaults().withSpace(Space.DEPTH);
        for (Aligner aligner : List.of(Aligner.none(), Aligner.median(), Aligner.scale(), Aligner.scaleAndShift())) {
            Protocol protocol = inDepth.withAligner(aligner);
            rows.add("| " + name(protocol) + " | cannot be aligned | "
                    + figures(measured(rooms, protocol, network).mean()) + " |");
        }
        for (Aligner aligner : List.of(Aligner.scaleAndShift(), Aligner.ransac(), Aligner.roe())) {
            Protocol protocol = Protocol.defaults().withAligner(aligner);
            rows.add(row(
                    name(protocol),
                    measured(rooms, protocol, ramp).mean(),
                    measured(rooms, protocol, network).mean()));
        }
        return rows;
    }

    private static String name(Protocol protocol) {
        return protocol.aligner().label() + " in " + protocol.space().label();
    }

    private static void assertTable(String name, List<String> expected) throws IOException {
        List<String> found = rows(name);
        String remedy = "the table \"" + name + "\" should be\n" + String.join("\n", expected);
        assertThat(found).as(remedy).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            assertThat(words(found.get(i))).as(remedy).isEqualTo(words(expected.get(i)));
            List<Double> written = numbers(found.get(i));
            List<Double> measured = numbers(expected.get(i));
            for (int k = 0; k < written.size(); k++) {
                assertThat(written.get(k)).as(remedy).isCloseTo(measured.get(k), within(TOLERANCE));
            }
        }
    }

    private static String words(String row) {
        return NUMBER.matcher(row).replaceAll("#");
    }

    private static List<Double> numbers(String row) {
        return NUMBER.matcher(row)
                .results()
                .map(found -> Double.valueOf(found.group()))
                .toList();
    }

    /** The rows below the head of the table that a comment names. */
    private static List<String> rows(String name) throws IOException {
        Matcher table = Pattern.compile("<!-- measured: " + name + " -->\n\\|.*\n\\|.*\n((?:\\|.*\n)+)")
                .matcher(Files.readString(PAGE));
        assertThat(table.find()).as("docs/accuracy.md has a table \"%s\"", name).isTrue();
        return table.group(1).lines().toList();
    }

    @Test
    void theMeanIsThatOfTheSources() throws IOException {
        List<String> rows = rows("sources");
        List<Double> mean = numbers(rows.get(rows.size() - 1));
        assertThat(mean).hasSize(10);
        for (int k = 0; k < mean.size(); k++) {
            double sum = 0;
            for (String row : rows.subList(0, rows.size() - 1)) {
                sum += numbers(row).get(k);
            }
            assertThat(mean.get(k)).isCloseTo(sum / (rows.size() - 1), within(TOLERANCE));
        }
    }
}
