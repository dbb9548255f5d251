package io.depth4j.benchmarks.guard;

import io.depth4j.KernelInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Outcomes as lines to read and as trees for JSON. */
final class Report {

    private Report() {}

    static String heading(KernelInfo kernels) {
        return "Java " + Runtime.version() + ", " + kernels.name() + " kernels"
                + (kernels.vectorBits() == 0 ? "" : ", " + kernels.vectorBits() + " bit") + ": " + kernels.reason();
    }

    static String line(Outcome outcome) {
        List<String> parts = new ArrayList<>();
        parts.add(String.format("%-44s", outcome.pair().name()));
        outcome.measurement().ifPresent(measured -> {
            parts.add(format("ours %9.1f µs", measured.oursMicros()));
            parts.add(format("%s %9.1f µs", outcome.pair().peer().name(), measured.peerMicros()));
            parts.add(format("%6.2f×", measured.ratio()));
            parts.add(
                    outcome.floor().isPresent()
                            ? format("floor %.2f×", outcome.floor().getAsDouble())
                            : "no floor   ");
        });
        parts.add(String.format("%-8s", outcome.verdict()));
        outcome.measurement().ifPresent(measured -> parts.add(format("%.1f× a plain copy", measured.copyDistance())));
        outcome.bound().ifPresent(bound -> parts.add(bound.toString()));
        outcome.subject().ifPresent(parts::add);
        if (outcome.retried()) {
            parts.add("second try");
        }
        outcome.reason().ifPresent(parts::add);
        return String.join("  ", parts);
    }

    static Map<String, Object> tree(KernelInfo kernels, List<Outcome> outcomes) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("java", Runtime.version().toString());
        tree.put("kernels", kernels.name());
        tree.put("vectorBits", kernels.vectorBits());
        tree.put("reason", kernels.reason());
        tree.put("verdicts", Tally.of(outcomes).tree());
        tree.put("pairs", outcomes.stream().map(Report::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Outcome outcome) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", outcome.pair().name());
        tree.put("peer", outcome.pair().peer().name());
        tree.put("verdict", outcome.verdict().toString());
        outcome.floor().ifPresent(floor -> tree.put("floor", floor));
        outcome.measurement().ifPresent(measured -> {
            tree.put("ratio", measured.ratio());
            tree.put("oursMicros", measured.oursMicros());
            tree.put("peerMicros", measured.peerMicros());
            tree.put("copyMicros", measured.copyMicros());
            tree.put("copyDistance", measured.copyDistance());
            tree.put("ratios", measured.ratios());
            tree.put("retried", outcome.retried());
        });
        outcome.agreement().ifPresent(agreement -> tree.put("agreement", agreement.toString()));
        outcome.bound().ifPresent(bound -> {
            tree.put("bound", bound.what());
            tree.put("boundFound", bound.found());
            tree.put("boundAllowed", bound.allowed());
        });
        outcome.subject().ifPresent(subject -> tree.put("subject", subject));
        outcome.reason().ifPresent(reason -> tree.put("reason", reason));
        return tree;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
