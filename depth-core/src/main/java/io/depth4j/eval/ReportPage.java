package io.depth4j.eval;

import io.depth4j.Colormap;
import io.depth4j.Colormaps;
import io.depth4j.Range;
import io.depth4j.internal.Resource;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a report as one page of HTML, which asks for nothing else. */
final class ReportPage {

    private static final Range ERROR = Range.of(0, 0.5);
    private static final Colormap ERROR_COLORS = Colormaps.named("inferno");
    private static final Colormap NEAR_IS_LARGE = Colormaps.named("viridis");

    private final EvaluationReport report;
    private final BenchmarkResult result;
    private final StringBuilder html = new StringBuilder();

    ReportPage(EvaluationReport report) {
        this.report = report;
        this.result = report.result();
    }

    String html() {
        String title = Html.text(report.title());
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
                .append(title)
                .append("</title>\n<style>\n")
                .append(resource("report.css"))
                .append("</style>\n</head>\n<body>\n<main>\n<h1>")
                .append(title)
                .append("</h1>\n");
        summary();
        figures();
        worst();
        failures();
        environment();
        html.append("</main>\n<script>\n").append(resource("report.js")).append("</script>\n</body>\n</html>\n");
        return html.toString();
    }

    private void summary() {
        int all = result.results().size() + result.failures().size();
        html.append("<p>Depth estimated by <b>")
                .append(Html.text(result.estimator()))
                .append("</b>, measured on ")
                .append(
                        result.results().size() == all
                                ? "all "
                                : result.results().size() + " of ")
                .append(all)
                .append(" samples of <b>")
                .append(Html.text(result.set()))
                .append("</b>.</p>\n<p class=\"protocol\"><b>Protocol</b> ")
                .append(Html.text(result.protocol().name()))
                .append("</p>\n");
        if (!result.results().isEmpty()) {
            tiles(result.mean());
        }
    }

    private void tiles(Scores mean) {
        html.append("<dl class=\"tiles\">\n");
        for (Metric metric : List.of(Metric.ABS_REL, Metric.DELTA1, Metric.SPEARMAN)) {
            String beside = report.baseline()
                    .map(other -> Html.text(other.estimator()) + " "
                            + Html.number(other.mean().of(metric)))
                    .orElse(metric.largerIsBetter() ? "larger is better" : "smaller is better");
            tile(Html.text(metric.label()), Html.number(mean.of(metric)), beside);
        }
        tile("failed", Integer.toString(result.failures().size()), "samples");
        tile(
                "missed",
                Html.number(100.0 * mean.missed() / Math.max(1, mean.missed() + mean.pixels())) + "&nbsp;%",
                mean.missed() + " pixels without estimate");
        html.append("</dl>\n");
    }

    private void tile(String name, String value, String beside) {
        html.append("<div><dt>").append(name).append("</dt><dd>").append(value);
        html.append("<small>").append(beside).append("</small></dd></div>\n");
    }

    private void figures() {
        if (result.results().isEmpty()) {
            return;
        }
        html.append(
                "<h2>Figures</h2>\n<p class=\"note\">↓ smaller is better, ↑ larger is better. Means count each sample of a"
                        + " source the same, and each source the same. Missed pixels have a known depth and no estimate, and are in"
                        + " no other figure.");
        report.baseline()
                .ifPresent(other -> html.append(" Below each figure, smaller: ")
                        .append(Html.text(other.estimator()))
                        .append(
                                ", marked <span class=\"better\">where it is beaten</span> and <span class=\"worse\">where it"
                                        + " is not</span>."));
        html.append("</p>\n").append(ReportTable.bySource(result, report.baseline()));
        html.append("\n<details><summary>Each sample</summary>\n")
                .append(ReportTable.bySample(result, report.baseline()))
                .append("\n</details>\n");
    }

    private void worst() {
        if (report.worst().isEmpty()) {
            return;
        }
        html.append(
                "<h2>Worst samples</h2>\n<p class=\"note\">By AbsRel. Estimates are aligned as the protocol says; estimate and"
                        + " truth share their colours. The error of a pixel is its distance from the truth, as a share of the truth;"
                        + " pixels that do not count are clear.</p>\n");
        for (Exhibit exhibit : report.worst()) {
            exhibit(exhibit);
        }
    }

    private void exhibit(Exhibit exhibit) {
        Colormap colors = exhibit.nearIsLarge() ? NEAR_IS_LARGE : NEAR_IS_LARGE.reversed();
        Range range = exhibit.range();
        html.append("<article>\n<h3>").append(Html.text(exhibit.id())).append(" <small>");
        html.append(Html.text(exhibit.source())).append("</small></h3>\n<p class=\"scores\">");
        for (Metric metric : List.of(Metric.ABS_REL, Metric.RMSE, Metric.DELTA1, Metric.SPEARMAN)) {
            html.append("<span>").append(Html.text(metric.label())).append(" <b>");
            html.append(Html.number(exhibit.scores().of(metric))).append("</b></span> ");
        }
        html.append("</p>\n");
        if (exhibit.line().scale() == 0) {
            html.append(
                    "<p class=\"note\">No line of positive scale fits this estimate to the truth, so the mean stands for every"
                            + " pixel.</p>\n");
        }
        html.append("<div class=\"pictures\">\n");
        figure("photo", Html.photo(exhibit.photo()), "");
        String legend = legend(colors, range, exhibit.unit(), "");
        figure("estimate", Html.map(exhibit.aligned(), colors, range), legend);
        figure("truth", Html.map(exhibit.known(), colors, range), legend);
        figure("error", Html.map(exhibit.error(), ERROR_COLORS, ERROR), legend(ERROR_COLORS, ERROR, "of truth", "≥ "));
        html.append("</div>\n</article>\n");
    }

    private void figure(String name, String uri, String legend) {
        html.append("<figure><img alt=\"")
                .append(name)
                .append("\" src=\"")
                .append(uri)
                .append("\">");
        html.append("<figcaption><b>")
                .append(name)
                .append("</b>")
                .append(legend)
                .append("</figcaption></figure>\n");
    }

    private static String legend(Colormap colors, Range range, String unit, String atEnd) {
        return "<span class=\"bar\" style=\"background:" + Html.gradient(colors)
                + "\"></span><span class=\"ends\"><span>"
                + Html.number(range.low()) + "</span><span>" + Html.text(unit) + "</span><span>"
                + atEnd + Html.number(range.high()) + "</span></span>";
    }

    private void failures() {
        if (result.failures().isEmpty()) {
            return;
        }
        html.append("<h2>Failures</h2>\n<p class=\"note\">These samples are in no figure.</p>\n"
                + "<div class=\"scroll\"><table class=\"words\"><thead><tr><th scope=\"col\">sample</th><th scope=\"col\">source"
                + "</th><th scope=\"col\">reason</th></tr></thead><tbody>");
        for (SampleFailure failure : result.failures()) {
            html.append("<tr><th scope=\"row\">")
                    .append(Html.text(failure.id()))
                    .append("</th><td>")
                    .append(Html.text(failure.source()))
                    .append("</td><td>")
                    .append(Html.text(failure.reason()))
                    .append("</td></tr>");
        }
        html.append("</tbody></table></div>\n");
    }

    private void environment() {
        html.append("<h2>Environment</h2>\n<dl class=\"facts\">\n");
        Environment.of(report.model())
                .forEach((name, value) -> html.append("<dt>")
                        .append(Html.text(name))
                        .append("</dt><dd>")
                        .append(Html.text(value))
                        .append("</dd>\n"));
        html.append("</dl>\n");
    }

    private static String resource(String name) {
        return new String(Resource.bytes(ReportPage.class, name), StandardCharsets.UTF_8);
    }
}
