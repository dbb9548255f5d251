package io.depth4j.examples.cli;

import io.depth4j.eval.BenchmarkResult;
import io.depth4j.eval.Metric;
import io.depth4j.eval.SampleResult;
import io.depth4j.eval.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The figures that fit a terminal: each source, and the mean of the sources, beside the ramp's. */
record EvaluationTable(BenchmarkResult result, Optional<BenchmarkResult> ramp) {

    private static final List<Metric> SHOWN =
            List.of(Metric.ABS_REL, Metric.DELTA1, Metric.RMSE_LOG, Metric.SILOG_FULL, Metric.SPEARMAN);
    private static final List<Metric> OF_RAMP = List.of(Metric.ABS_REL, Metric.DELTA1);

    static EvaluationTable of(BenchmarkResult result) {
        return new EvaluationTable(result, Optional.empty());
    }

    EvaluationTable withRamp(BenchmarkResult measured) {
        return new EvaluationTable(result, Optional.of(measured));
    }

    void sayTo(Console console) {
        console.say(result.estimator() + " on " + result.set() + ": "
                + result.protocol().name());
        console.say("");
        List<String> headings = new ArrayList<>(List.of("SOURCE", "PICTURES"));
        SHOWN.forEach(metric -> headings.add(metric.label()));
        headings.add("MISSED");
        ramp.ifPresent(measured -> OF_RAMP.forEach(metric -> headings.add("RAMP " + metric.label())));
        Table table = new Table(headings.toArray(String[]::new));
        Map<String, Scores> ofRamp = ramp.map(BenchmarkResult::bySource).orElse(Map.of());
        result.bySource()
                .forEach((source, scores) -> table.row(row(
                        source,
                        result.results().stream()
                                .map(SampleResult::source)
                                .filter(source::equals)
                                .count(),
                        scores,
                        Optional.ofNullable(ofRamp.get(source)))));
        table.row(row("mean of sources", result.results().size(), result.mean(), ramp.map(BenchmarkResult::mean)));
        table.sayTo(console);
    }

    private static String[] row(String source, long pictures, Scores scores, Optional<Scores> ofRamp) {
        List<String> cells = new ArrayList<>(List.of(source, Long.toString(pictures)));
        SHOWN.forEach(metric -> cells.add(number(scores.of(metric))));
        cells.add(String.format(Locale.ROOT, "%.1f %%", 100.0 * scores.missed() / (scores.missed() + scores.pixels())));
        ofRamp.ifPresent(known -> OF_RAMP.forEach(metric -> cells.add(number(known.of(metric)))));
        return cells.toArray(String[]::new);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
    }
}
