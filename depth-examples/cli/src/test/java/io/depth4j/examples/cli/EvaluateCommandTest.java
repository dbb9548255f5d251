package io.depth4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.depth4j.Cancellation;
import io.depth4j.Size;
import io.depth4j.io.DepthFiles;
import io.depth4j.io.Images;
import io.depth4j.testkit.AnalyticScene;
import io.depth4j.testkit.SceneView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

    private static final Size SIZE = new Size(64, 48);

    @TempDir
    Path folder;

    @BeforeEach
    void scenesWithKnownDepth() throws IOException {
        List<String> lines = new ArrayList<>(List.of("id,rgb,gt,kind,scale,source"));
        for (AnalyticScene scene : AnalyticScene.all()) {
            SceneView view = scene.view(SIZE);
            Images.write(view.picture(), folder.resolve(scene.name() + ".png"));
            DepthFiles.write(view.depth(), folder.resolve(scene.name() + "-depth.png"));
            String source = scene.name().equals("room") ? "rooms" : "shapes";
            lines.add("%1$s,%1$s.png,%1$s-depth.png,depth,0.001,%2$s".formatted(scene.name(), source));
        }
        Files.write(folder.resolve("photos.csv"), lines);
        TinyNetwork.mean(folder.resolve("network.onnx"));
    }

    private Run evaluate(String... arguments) {
        List<String> all = new ArrayList<>(List.of("evaluate", "--model", "network.onnx"));
        all.addAll(List.of(arguments));
        return Run.in(folder).depth(all.toArray(String[]::new));
    }

    @Test
    void aTableShowsEachSourceAndTheirMeanBesideTheRamp() {
        Run run = evaluate("--manifest", "photos.csv");

        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out().lines().toList())
                .anyMatch(line -> line.matches("SOURCE +PICTURES +AbsRel +δ1 .*RAMP AbsRel +RAMP δ1"))
                .anyMatch(line -> line.matches("shapes +4 +[0-9.]+ .*"))
                .anyMatch(line -> line.matches("rooms +1 +[0-9.]+ .*"))
                .anyMatch(line -> line.matches("mean of sources +5 +[0-9.]+ .*"));
        assertThat(run.out()).contains("least-squares scale and shift in disparity");
    }

    @Test
    void theDocumentHasTheFiguresThatThePageShows() throws IOException {
        Run run = evaluate("--manifest", "photos.csv", "--json", "--report", "report.html", "--worst", "2");

        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        Map<String, Double> numbers = numbers(run.out());
        assertThat(numbers)
                .containsKeys("/mean/metrics/abs_rel", "/baseline/mean/metrics/abs_rel", "/sources/1/samples");
        String page = Files.readString(folder.resolve("report.html"));
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("%.3f".formatted(numbers.get("/mean/metrics/abs_rel")))
                .contains("tiny");
        assertThat(page.split("<article>")).hasSize(3);
    }

    @Test
    void aPictureThatCannotBeReadIsNamedAndTheRestIsMeasured() throws IOException {
        Files.delete(folder.resolve("step.png"));
        Run run = evaluate("--manifest", "photos.csv", "--json");

        assertThat(run.status()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(run.err()).contains("step").contains("step.png");
        assertThat(numbers(run.out())).containsEntry("/mean/samples", 4.0);
    }

    @Test
    void nothingMeasuredIsThree() throws IOException {
        for (AnalyticScene scene : AnalyticScene.all()) {
            Files.writeString(folder.resolve(scene.name() + ".png"), "no picture");
        }
        Run run = evaluate("--manifest", "photos.csv", "--json");

        assertThat(run.status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("none could be measured");
    }

    @Test
    void onlySomeSourcesAreMeasuredWhereTheyAreNamed() throws IOException {
        Run run = evaluate("--manifest", "photos.csv", "--only", "rooms", "--json");
        assertThat(numbers(run.out())).containsEntry("/mean/samples", 1.0);

        Run none = evaluate("--manifest", "photos.csv", "--only", "streets");
        assertThat(none.status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(none.err()).contains("streets").contains("shapes, rooms");
    }

    @Test
    void theProtocolIsChosenInParts() {
        Run run = evaluate(
                "--manifest",
                "photos.csv",
                "--align",
                "median",
                "--space",
                "depth",
                "--cap",
                "0.1,10",
                "--clamp",
                "cap");

        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("median scale in depth, cap 0.1–10 m, no crop, estimates clamped to the cap");
        assertThat(run.err()).contains("ramp");
        assertThat(run.out()).doesNotContain("RAMP");
    }

    @Test
    void aProtocolThatCannotBeIsWrongUsage() {
        assertUsage("--clamp", "--manifest", "photos.csv", "--clamp", "nonsense");
        assertUsage("cap", "--manifest", "photos.csv", "--clamp", "cap");
        assertUsage("0.001,80", "--manifest", "photos.csv", "--cap", "8");
        assertUsage("far", "--manifest", "photos.csv", "--cap", "8,2");
        assertUsage("--nyu", "--manifest", "photos.csv", "--nyu", ".");
        assertUsage("--worst is 0 or more", "--manifest", "photos.csv", "--worst", "-1");
        assertUsage("--manifest");
    }

    private void assertUsage(String expected, String... arguments) {
        Run run = evaluate(arguments);
        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(expected).hasLineCount(1);
    }

    @Test
    void aNetworkWithoutMetresIsNotMeasuredInMetres() throws IOException {
        TinyNetwork.disparity(folder.resolve("network.onnx"));
        Run run = evaluate("--manifest", "photos.csv", "--align", "none", "--space", "depth");

        assertThat(run.status()).isEqualTo(ExitCode.NOTHING_DONE);
        assertThat(run.err()).contains("AFFINE_INVARIANT_INVERSE").contains("--align");
    }

    @Test
    void theOrderOfPixelsIsCounted() throws IOException {
        // The network says that bright is far.
        Files.writeString(folder.resolve("annotations.json"), """
                {"step.png": [
                  {"point1": [24, 10], "point2": [24, 50], "closer_point": "point1"},
                  {"point1": [24, 10], "point2": [24, 50], "closer_point": "point2"}]}
                """);
        Run run = evaluate("--da2k", "annotations.json", "--json");

        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(numbers(run.out())).containsEntry("/pairs", 2.0).containsEntry("/accuracy", 0.5);
        assertThat(evaluate("--da2k", "annotations.json").out()).contains("all pairs  2      0.5000");
    }

    @Test
    void whoInterruptsGetsNoFiguresOfAPart() {
        Cancellation interruption = new Cancellation();
        interruption.cancel("interrupted");
        Run run = Run.in(folder)
                .depth(interruption, "evaluate", "--model", "network.onnx", "--manifest", "photos.csv", "--json");

        assertThat(run.status()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void realPhotosGetTheFiguresThatOthersMeasured() throws IOException {
        String data = System.getProperty("depth4j.data", "");
        assumeFalse(data.isBlank(), "-Ddepth4j.data names no folder with photos and networks");
        Run run = Run.in(Path.of(data))
                .depth("evaluate", "--manifest", "eval/manifest.csv", "--model", "models/fastdepth-224.onnx", "--json");

        assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.DONE);
        Map<String, Double> numbers = numbers(run.out());
        assertThat(numbers.get("/mean/metrics/abs_rel")).isCloseTo(0.186, within(0.01));
        assertThat(numbers.get("/mean/metrics/delta1")).isCloseTo(0.726, within(0.01));
        assertThat(numbers.get("/baseline/mean/metrics/abs_rel")).isCloseTo(0.224, within(0.01));
        assertThat(numbers.get("/baseline/mean/metrics/delta1")).isCloseTo(0.639, within(0.01));
    }

    /** All numbers of a document, by where they stand. */
    private static Map<String, Double> numbers(String json) throws IOException {
        Map<String, Double> numbers = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isNumeric()) {
                    numbers.put(parser.getParsingContext().pathAsPointer().toString(), parser.getDoubleValue());
                }
            }
        }
        return numbers;
    }
}
