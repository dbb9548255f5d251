package io.depth4j.eval;

import io.depth4j.DepthEstimator;
import io.depth4j.ModelInfo;
import io.depth4j.internal.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a {@link Benchmark} found, told twice: as one HTML file for people, which needs no network, and as JSON for programs.
 *
 * <p>The JSON is one object; numbers are complete, and {@code null} stands for those that are not finite:
 *
 * <pre>{@code
 * {"format": "depth4j evaluation 1", "title": …, "estimator": …, "set": …,
 *  "protocol": {"name": …, "aligner": …, "space": …, "near": 0.0, "far": null, "crop": …, "clamp": …},
 *  "environment": {"depth4j": …, "kernels": …, "java": …, …},
 *  "mean": {"samples": 2, "pixels": 600, "missed": 0, "metrics": {"abs_rel": 0.1, …, "spearman": 0.9}},
 *  "sources": [{"source": …, "samples": 2, "pixels": 600, "missed": 0, "metrics": {…}}],
 *  "samples": [{"id": …, "source": …, "pixels": 300, "missed": 0, "metrics": {…}}],
 *  "failures": [{"id": …, "source": …, "reason": …}],
 *  "baseline": {"estimator": …, "mean": {…}, "sources": […], "samples": […], "failures": […]}}
 * }</pre>
 *
 * <p>The metrics have the names of {@link Metric} in small letters. {@code mean} is the mean of the sources, and {@code null} where
 * no sample could be measured; {@code baseline} is there if it was given.
 */
public final class EvaluationReport {

    private final String title;
    private final BenchmarkResult result;
    private final Optional<BenchmarkResult> baseline;
    private final Optional<ModelInfo> model;
    private final List<Exhibit> worst;

    private EvaluationReport(
            String title,
            BenchmarkResult result,
            Optional<BenchmarkResult> baseline,
            Optional<ModelInfo> model,
            List<Exhibit> worst) {
        this.title = Objects.requireNonNull(title, "title");
        this.result = Objects.requireNonNull(result, "result");
        this.baseline = baseline;
        this.model = model;
        this.worst = worst;
    }

    /** Figures without pictures. */
    public static EvaluationReport of(BenchmarkResult result) {
        String title = result.estimator() + " on " + result.set();
        return new EvaluationReport(title, result, Optional.empty(), Optional.empty(), List.of());
    }

    public EvaluationReport withTitle(String newTitle) {
        return new EvaluationReport(newTitle, result, baseline, model, worst);
    }

    /** With what ran the network. */
    public EvaluationReport withModel(ModelInfo newModel) {
        return new EvaluationReport(title, result, baseline, Optional.of(newModel), worst);
    }

    /**
     * With the figures of another estimator beside these, such as those of the {@link VerticalRamp}. Only its samples that this
     * report has are compared.
     *
     * @throws IllegalArgumentException if it was measured under another protocol, or not on all samples of this report
     */
    public EvaluationReport withBaseline(BenchmarkResult other) {
        Scores.requireSameProtocol(result.protocol(), other.protocol());
        Set<String> here = new HashSet<>();
        result.results().forEach(each -> here.add(each.id()));
        List<SampleResult> shared =
                other.results().stream().filter(each -> here.remove(each.id())).toList();
        if (!here.isEmpty()) {
            throw new IllegalArgumentException("A baseline has a result for each sample of the report, but "
                    + here.size() + " are missing, such as \"" + here.iterator().next() + "\"");
        }
        BenchmarkResult comparable =
                new BenchmarkResult(other.estimator(), other.set(), other.protocol(), shared, other.failures());
        return new EvaluationReport(title, result, Optional.of(comparable), model, worst);
    }

    /**
     * With pictures of the samples whose {@link Metric#ABS_REL} is worst, for which they are estimated once more.
     *
     * @param benchmark that gave the result
     * @param estimator that was measured
     * @param count of samples, or as many as there are
     */
    public EvaluationReport withWorst(Benchmark benchmark, DepthEstimator estimator, int count) throws IOException {
        Scores.requireSameProtocol(result.protocol(), benchmark.protocol());
        if (count < 0) {
            throw new IllegalArgumentException("A number of samples is not negative, found " + count);
        }
        // NaN is the worst of all, and so it is for compare.
        Comparator<SampleResult> byError =
                Comparator.comparingDouble(each -> each.scores().of(Metric.ABS_REL));
        List<SampleResult> chosen = result.results().stream()
                .sorted(byError.reversed())
                .limit(count)
                .toList();
        List<Exhibit> exhibits = new ArrayList<>();
        for (SampleResult each : chosen) {
            Sample sample = benchmark.set().samples().stream()
                    .filter(candidate -> candidate.id().equals(each.id()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("The benchmark is of "
                            + benchmark.set().name() + ", which has no sample \"" + each.id() + "\" of the result"));
            exhibits.add(Exhibit.of(sample, benchmark.evaluate(estimator, sample)));
        }
        return new EvaluationReport(title, result, baseline, model, List.copyOf(exhibits));
    }

    /** The page. */
    public String html() {
        return new ReportPage(this).html();
    }

    /** The figures. */
    public String json() {
        return ReportJson.of(this);
    }

    /** Writes the page; a file that is there is replaced at once, or not at all. */
    public void writeHtml(Path file) throws IOException {
        write(html(), file);
    }

    /** Writes the figures; a file that is there is replaced at once, or not at all. */
    public void writeJson(Path file) throws IOException {
        write(json(), file);
    }

    private static void write(String text, Path file) throws IOException {
        AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    String title() {
        return title;
    }

    BenchmarkResult result() {
        return result;
    }

    Optional<BenchmarkResult> baseline() {
        return baseline;
    }

    Optional<ModelInfo> model() {
        return model;
    }

    List<Exhibit> worst() {
        return worst;
    }
}
