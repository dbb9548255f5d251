package io.depth4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.depth4j.Cancellation;
import io.depth4j.DepthAxis;
import io.depth4j.DepthEstimator;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.ModelInfo;
import io.depth4j.Size;
import io.depth4j.io.Images;
import io.depth4j.testkit.AnalyticScene;
import io.depth4j.testkit.SceneView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationReportTest {

    private static final Size SIZE = new Size(64, 48);
    private static final Protocol METRES = Protocol.defaults()
            .withAligner(Aligner.none())
            .withSpace(Space.DEPTH)
            .withClamp(Clamp.NONE);

    /** Says of each scene that it is so many times as far as it is, and nothing of the left columns. */
    private record Stretching(Map<Integer, DepthMap> known, double factor, int silent) implements DepthEstimator {

        static Stretching of(double factor, int silent) throws IOException {
            Map<Integer, DepthMap> known = new LinkedHashMap<>();
            for (AnalyticScene scene : AnalyticScene.all()) {
                SceneView view = scene.view(SIZE);
                known.put(hash(view.picture()), view.depth());
            }
            return new Stretching(known, factor, silent);
        }

        private static int hash(Image picture) {
            return Arrays.hashCode(picture.array());
        }

        @Override
        public DepthMap estimate(Image image, EstimateOptions options) {
            options.cancellation().ifPresent(Cancellation::check);
            FloatPlane plane = known.get(hash(image)).toPlane();
            for (int i = 0; i < plane.array().length; i++) {
                plane.array()[i] = i % plane.width() < silent ? Float.NaN : (float) (plane.array()[i] * factor);
            }
            return DepthMap.wrap(plane, DepthKind.METRIC);
        }

        @Override
        public List<DepthMap> estimateAll(List<Image> images, EstimateOptions options) {
            return images.stream().map(image -> estimate(image, options)).toList();
        }

        @Override
        public void estimateInto(Image image, FloatPlane dst) {
            estimate(image, EstimateOptions.defaults()).copyTo(dst);
        }

        @Override
        public ModelInfo model() {
            return new ModelInfo(
                    "stretching",
                    "Stretches <everything>",
                    DepthKind.METRIC,
                    DepthAxis.Z,
                    "none",
                    "",
                    "java",
                    "CPU",
                    Optional.empty());
        }

        @Override
        public void close() {}
    }

    private static SampleSet scenes() {
        List<Sample> samples = new ArrayList<>();
        for (AnalyticScene scene : AnalyticScene.all()) {
            SceneView view = scene.view(SIZE);
            String source = scene.name().equals("room") ? "rooms" : "solids";
            samples.add(Sample.of(scene.name(), source, view::picture, view::depth));
        }
        samples.add(Sample.of(
                "<script>alert('&\"')</script>",
                "solids",
                () -> {
                    throw new IOException("a picture with <b> & \"quotes\"");
                },
                () -> AnalyticScene.plane(1).view(SIZE).depth()));
        return new SampleSet("scenes & more", samples);
    }

    private static EvaluationReport report() throws IOException {
        Benchmark benchmark = Benchmark.of(scenes()).withProtocol(METRES);
        Stretching far = Stretching.of(1.1, 4);
        return EvaluationReport.of(benchmark.run(far))
                .withModel(far.model())
                .withBaseline(benchmark.run(Stretching.of(1.5, 0)))
                .withWorst(benchmark, far, 2);
    }

    @Test
    void anEstimatorThatErrsInAKnownWayIsFoundToErrSo() throws IOException {
        BenchmarkResult result = Benchmark.of(scenes()).withProtocol(METRES).run(Stretching.of(1.1, 4));

        assertThat(result.results()).hasSize(AnalyticScene.all().size());
        for (SampleResult each : result.results()) {
            Scores scores = each.scores();
            assertThat(scores.of(Metric.ABS_REL)).isCloseTo(0.1, within(1e-6));
            assertThat(scores.of(Metric.RMSE_LOG)).isCloseTo(Math.log(1.1), within(1e-6));
            assertThat(scores.of(Metric.SILOG_FULL)).isCloseTo(0, within(1e-6));
            assertThat(scores.of(Metric.DELTA1)).isEqualTo(1);
        }
        Scores room = result.bySource().get("rooms");
        assertThat(room.missed()).isEqualTo(4L * SIZE.height());
        assertThat(room.pixels()).isEqualTo(60L * SIZE.height());
        assertThat(result.mean().of(Metric.ABS_REL)).isCloseTo(0.1, within(1e-6));
    }

    @Test
    void theJsonHoldsEveryFigureAtFullPrecision(@TempDir Path folder) throws IOException {
        EvaluationReport report = report();
        BenchmarkResult result = report.result();
        Path file = folder.resolve("report.json");
        report.writeJson(file);

        Map<String, Object> json = read(Files.readString(file));

        assertThat(json).containsEntry("format", "depth4j evaluation 1").containsEntry("estimator", "stretching");
        assertThat(object(json.get("protocol")))
                .containsEntry("name", METRES.name())
                .containsEntry("near", 0.0)
                .containsEntry("far", null);
        assertThat(object(json.get("environment"))).containsKeys("depth4j", "kernels", "java", "model");
        requireScores(object(json.get("mean")), result.mean());
        List<?> sources = (List<?>) json.get("sources");
        assertThat(sources).hasSize(2);
        requireScores(object(sources.get(0)), result.bySource().get("solids"));
        assertThat(object(sources.get(0))).containsEntry("source", "solids").containsEntry("samples", 4.0);
        List<?> samples = (List<?>) json.get("samples");
        assertThat(samples).hasSameSizeAs(result.results());
        for (int i = 0; i < samples.size(); i++) {
            assertThat(object(samples.get(i)))
                    .containsEntry("id", result.results().get(i).id());
            requireScores(object(samples.get(i)), result.results().get(i).scores());
        }
        assertThat(object(((List<?>) json.get("failures")).get(0)))
                .containsEntry("id", "<script>alert('&\"')</script>")
                .containsEntry("reason", "a picture with <b> & \"quotes\"");
        requireScores(
                object(object(json.get("baseline")).get("mean")),
                report.baseline().orElseThrow().mean());
    }

    private static void requireScores(Map<String, Object> json, Scores scores) {
        Map<String, Object> expected = new LinkedHashMap<>();
        scores.values()
                .forEach((metric, value) ->
                        expected.put(metric.name().toLowerCase(Locale.ROOT), value.isNaN() ? null : value));
        assertThat(object(json.get("metrics"))).isEqualTo(expected);
        assertThat(json).containsEntry("pixels", (double) scores.pixels()).containsEntry("missed", (double)
                scores.missed());
    }

    @Test
    void whatIsNotANumberIsNullInJsonAndADashOnThePage() throws IOException {
        BenchmarkResult result = Benchmark.of(scenes().only(each -> each.id().equals("plane")))
                .withProtocol(METRES)
                .run(Stretching.of(-1, 0));
        EvaluationReport report = EvaluationReport.of(result);

        Map<String, Object> metrics =
                object(object(read(report.json()).get("mean")).get("metrics"));
        assertThat(metrics).containsEntry("rmse_log", null).containsEntry("abs_rel", 2.0);
        assertThat(report.html()).contains("<td data-value=\"NaN\">–</td>");
    }

    @Test
    void thePageAsksForNothingElseAndNoNameBecomesMarkup(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.html");
        report().writeHtml(file);
        String html = Files.readString(file);

        assertThat(html).startsWith("<!DOCTYPE html>").contains("<title>stretching on scenes &amp; more</title>");
        assertThat(html).doesNotContain("http:", "https:", "//cdn", "@import", "<link", "<script>alert", "with <b> &");
        assertThat(html).contains("&lt;script&gt;alert(&#39;&amp;&quot;&#39;)&lt;/script&gt;");
        assertThat(html).contains("a picture with &lt;b&gt; &amp; &quot;quotes&quot;");
        assertThat(html).contains("Stretches &lt;everything&gt;").contains("prefers-color-scheme: dark");
        Matcher uses = Pattern.compile("(?:src|href)=\"([^\"]{0,20})").matcher(html);
        while (uses.find()) {
            assertThat(uses.group(1)).startsWith("data:image/");
        }
    }

    @Test
    void thePageHasARowForEachSourceWithTheBaselineAndFourPicturesOfEachOfTheWorst() throws IOException {
        String html = report().html();

        assertThat(html).contains(METRES.name());
        assertThat(html)
                .containsSubsequence("<th scope=\"row\">solids</th><td>4</td>", "0.100<small class=\"better\">0.500");
        assertThat(html)
                .containsSubsequence("<th scope=\"row\">rooms</th><td>1</td>", "mean of sources</th><td>5</td>");
        for (Metric metric : Metric.values()) {
            String label = metric.label().replace("(", "<wbr>(");
            assertThat(html).contains(label + (metric.largerIsBetter() ? "\u00a0↑" : "\u00a0↓"));
        }
        List<Image> pictures = new ArrayList<>();
        Matcher uris = Pattern.compile("base64,([A-Za-z0-9+/=]+)").matcher(html);
        while (uris.find()) {
            pictures.add(Images.read(Base64.getDecoder().decode(uris.group(1))));
        }
        assertThat(pictures).hasSize(8).allMatch(picture -> picture.size().equals(SIZE));
        Image error = pictures.get(3);
        assertThat(error.array()[3]).as("missed pixels are clear").isZero();
        assertThat(error.array()[4 * 40 + 3] & 0xff).as("others are not").isEqualTo(255);
    }

    @Test
    void anEstimateThatTakesNearForFarIsSaidToBeReplacedByTheMean() throws IOException {
        SceneView room = AnalyticScene.room().view(SIZE);
        FloatPlane reversed = room.depth().toPlane();
        for (int i = 0; i < reversed.array().length; i++) {
            reversed.array()[i] = 10 - reversed.array()[i];
        }
        DepthMap wrong = DepthMap.wrap(reversed, DepthKind.METRIC);
        Stretching estimator = new Stretching(Map.of(Stretching.hash(room.picture()), wrong), 1, 0);
        Benchmark benchmark = Benchmark.of(scenes().only(each -> each.id().equals("room")));
        EvaluationReport report = EvaluationReport.of(benchmark.run(estimator));

        assertThat(report.withWorst(benchmark, estimator, 1).html()).contains("No line of positive scale");
        assertThat(report().html()).doesNotContain("No line of positive scale");
    }

    @Test
    void aSetOfWhichNothingCouldBeMeasuredIsReportedToo() throws IOException {
        BenchmarkResult result = Benchmark.of(scenes().only(each -> each.id().startsWith("<")))
                .withProtocol(METRES)
                .run(Stretching.of(1, 0));
        EvaluationReport report = EvaluationReport.of(result);

        assertThat(read(report.json())).containsEntry("mean", null);
        assertThat(report.html())
                .contains("0 of 1 samples", "<h2>Failures</h2>")
                .doesNotContain("<h2>Figures</h2>");
    }

    @Test
    void whatDoesNotBelongToTheResultIsRefused() throws IOException {
        Benchmark benchmark = Benchmark.of(scenes()).withProtocol(METRES);
        Stretching far = Stretching.of(1.1, 0);
        EvaluationReport report = EvaluationReport.of(benchmark.run(far));
        Benchmark capped = benchmark.withProtocol(METRES.withCap(Cap.NYU));
        Benchmark fewer =
                Benchmark.of(scenes().only(each -> each.id().equals("room"))).withProtocol(METRES);

        assertThatThrownBy(() -> report.withBaseline(capped.run(far))).hasMessageContaining("cap 0.001–10 m");
        assertThatThrownBy(() -> report.withBaseline(fewer.run(far))).hasMessageContaining("4 are missing");
        assertThatThrownBy(() -> report.withWorst(capped, far, 1)).hasMessageContaining("cap 0.001–10 m");
        assertThatThrownBy(() -> report.withWorst(fewer, far, 5)).hasMessageContaining("has no sample");
        assertThatThrownBy(() -> report.withWorst(benchmark, far, -1)).hasMessageContaining("found -1");
    }

    private static Map<String, Object> read(String text) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            return object(value(parser));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object json) {
        return (Map<String, Object>) json;
    }

    /** Numbers as doubles, all that the current token begins. */
    private static Object value(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    object.put(name, value(parser));
                }
                return object;
            }
            case START_ARRAY -> {
                List<Object> array = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(value(parser));
                }
                return array;
            }
            case VALUE_STRING -> {
                return parser.getText();
            }
            case VALUE_NULL -> {
                return null;
            }
            default -> {
                return parser.getDoubleValue();
            }
        }
    }
}
