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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The measured tables of docs/accuracy.md and docs/models/bundled.md. With {@code -Ddepth4j.docs=write} those that differ are
 * written there.
 */
class AccuracyLedgerTest {

    private static final Path PAGE = Path.of("../docs/accuracy.md");
    private static final Path CARD = Path.of("../docs/models/bundled.md");
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
                DepthEstimator bundled = DepthEstimators.bundled();
                DepthEstimator ramp = new VerticalRamp()) {
            BenchmarkResult ours = measured(photos, bundled);
            BenchmarkResult theirs = measured(photos, network);
            BenchmarkResult nothing = measured(photos, ramp);
            assertTable(PAGE, "sources", withReferences(nothing, theirs, ours));
            assertTable(CARD, "sources", sources(nothing, theirs, ours));
            assertTable(PAGE, "protocols", protocols(rooms, network, ramp));
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

    /** A row for each source and one for their mean, whose cells are the scores of each result. */
    private static List<String> sources(BenchmarkResult... results) {
        List<String> rows = new ArrayList<>();
        results[0].bySource().keySet().forEach(source -> {
            long photos = results[0].results().stream()
                    .filter(result -> result.source().equals(source))
                    .count();
            rows.add(row(
                    source + " (" + photos + ")",
                    Stream.of(results).map(result -> result.bySource().get(source))));
        });
        rows.add(row("mean of sources", Stream.of(results).map(BenchmarkResult::mean)));
        return rows;
    }

    private static String row(String label, Stream<Scores> scores) {
        return scores.map(AccuracyLedgerTest::figures).collect(Collectors.joining(" | ", "| " + label + " | ", " |"));
    }

    /** The same with what other code found for the ramp and FastDepth before its own. */
    private static List<String> withReferences(
            BenchmarkResult ramp, BenchmarkResult fastDepth, BenchmarkResult bundled) {
        return sources(ramp, fastDepth, bundled).stream()
                .map(row -> {
                    String[] cells = row.split(" \\| ");
                    String source = cells[0].replaceAll("^\\| | .*", "");
                    return String.join(
                            " | ",
                            cells[0],
                            reference(FastDepthAccuracyTest.RAMP.get(source)),
                            cells[1],
                            reference(FastDepthAccuracyTest.FAST_DEPTH.get(source)),
                            cells[2],
                            cells[3]);
                })
                .toList();
    }

    private static String reference(double... absRelAndDelta1) {
        return String.format(Locale.ROOT, "%.3f / %.3f", absRelAndDelta1[0], absRelAndDelta1[1])
                .replace("0.", ".");
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
                    Stream.of(ramp, network)
                            .map(each -> measured(rooms, protocol, each).mean())));
        }
        return rows;
    }

    private static String name(Protocol protocol) {
        return protocol.aligner().label() + " in " + protocol.space().label();
    }

    private static void assertTable(Path page, String name, List<String> expected) throws IOException {
        if (System.getProperty("depth4j.docs", "check").equals("write") && !isMeasured(rows(page, name), expected)) {
            String text = Files.readString(page);
            String written = String.join("\n", rows(page, name));
            Files.writeString(page, text.replace(written, String.join("\n", expected)));
        }
        assertThat(isMeasured(rows(page, name), expected))
                .as("the table \"%s\" of %s should be%n%s", name, page, String.join("\n", expected))
                .isTrue();
    }

    private static boolean isMeasured(List<String> written, List<String> measured) {
        if (!written.stream()
                .map(AccuracyLedgerTest::words)
                .toList()
                .equals(measured.stream().map(AccuracyLedgerTest::words).toList())) {
            return false;
        }
        List<Double> found = numbers(String.join("\n", written));
        List<Double> expected = numbers(String.join("\n", measured));
        return IntStream.range(0, found.size()).allMatch(k -> Math.abs(found.get(k) - expected.get(k)) <= TOLERANCE);
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
    private static List<String> rows(Path page, String name) throws IOException {
        Matcher table = Pattern.compile("<!-- measured: " + name + " -->\n\\|.*\n\\|.*\n((?:\\|.*\n)+)")
                .matcher(Files.readString(page));
        assertThat(table.find()).as("%s has a table \"%s\"", page, name).isTrue();
        return table.group(1).lines().toList();
    }

    @ParameterizedTest
    @CsvSource({"../docs/accuracy.md, 13", "../docs/models/bundled.md, 9"})
    void theMeanIsThatOfTheSources(Path page, int columns) throws IOException {
        List<String> rows = rows(page, "sources");
        List<Double> mean = numbers(rows.get(rows.size() - 1));
        assertThat(mean).hasSize(columns);
        for (int k = 0; k < mean.size(); k++) {
            double sum = 0;
            for (String row : rows.subList(0, rows.size() - 1)) {
                sum += numbers(row).get(k);
            }
            assertThat(mean.get(k)).isCloseTo(sum / (rows.size() - 1), within(TOLERANCE));
        }
    }
}
