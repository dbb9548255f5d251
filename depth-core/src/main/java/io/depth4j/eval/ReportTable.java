package io.depth4j.eval;

import java.util.Map;
import java.util.Optional;

/** The tables of a report: a row for each source or sample, a column for each metric, the baseline's figure below each. */
final class ReportTable {

    private final StringBuilder html = new StringBuilder();

    private ReportTable(String first, String second, boolean withBaseline) {
        html.append("<div class=\"scroll\"><table class=\"sortable\"><thead><tr>");
        head(first, "first");
        head(second, "");
        for (Metric metric : Metric.values()) {
            head(metric.label() + (metric.largerIsBetter() ? "\u00a0↑" : "\u00a0↓"), "");
        }
        head("missed", "");
        html.append("</tr></thead><tbody")
                .append(withBaseline ? " class=\"pairs\"" : "")
                .append('>');
    }

    private void head(String text, String type) {
        html.append("<th scope=\"col\"")
                .append(type.isEmpty() ? "" : " class=\"" + type + "\"")
                .append("><button type=\"button\">")
                .append(Html.text(text).replace("(", "<wbr>("))
                .append("</button></th>");
    }

    static String bySource(BenchmarkResult result, Optional<BenchmarkResult> baseline) {
        ReportTable table = new ReportTable("source", "samples", baseline.isPresent());
        Map<String, Scores> other = baseline.map(BenchmarkResult::bySource).orElse(Map.of());
        result.bySource()
                .forEach((source, scores) -> table.row(
                        source,
                        Long.toString(samples(result, source)),
                        scores,
                        Optional.ofNullable(other.get(source))));
        table.html.append("</tbody><tfoot>");
        table.row(
                "mean of sources",
                Integer.toString(result.results().size()),
                result.mean(),
                baseline.map(BenchmarkResult::mean));
        return table.html.append("</tfoot></table></div>").toString();
    }

    static String bySample(BenchmarkResult result, Optional<BenchmarkResult> baseline) {
        ReportTable table = new ReportTable("sample", "source", baseline.isPresent());
        for (SampleResult each : result.results()) {
            Optional<Scores> other = baseline.flatMap(found -> found.results().stream()
                    .filter(candidate -> candidate.id().equals(each.id()))
                    .findFirst()
                    .map(SampleResult::scores));
            table.row(each.id(), each.source(), each.scores(), other);
        }
        return table.html.append("</tbody></table></div>").toString();
    }

    static long samples(BenchmarkResult result, String source) {
        return result.results().stream()
                .filter(each -> each.source().equals(source))
                .count();
    }

    private void row(String first, String second, Scores scores, Optional<Scores> other) {
        html.append("<tr><th scope=\"row\">").append(Html.text(first)).append("</th><td>");
        html.append(Html.text(second)).append("</td>");
        for (Metric metric : Metric.values()) {
            html.append("<td data-value=\"").append(scores.of(metric)).append("\">");
            html.append(Html.number(scores.of(metric)));
            other.ifPresent(baseline -> below(metric, scores, baseline));
            html.append("</td>");
        }
        html.append("<td data-value=\"").append(scores.missed()).append("\">").append(missed(scores));
        html.append("</td></tr>");
    }

    private void below(Metric metric, Scores scores, Scores baseline) {
        double gain = scores.gain(metric, baseline);
        html.append("<small class=\"")
                .append(gain > 0 ? "better" : gain < 0 ? "worse" : "even")
                .append("\">")
                .append(Html.number(baseline.of(metric)))
                .append("</small>");
    }

    private static String missed(Scores scores) {
        if (scores.missed() == 0) {
            return "0";
        }
        return scores.missed() + "<small>" + Html.number(100.0 * scores.missed() / (scores.missed() + scores.pixels()))
                + "&nbsp;%</small>";
    }
}
