package io.depth4j.benchmarks.report;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * One entry of JMH's JSON.
 *
 * @param operation what was measured, from the class's name and its parameters
 * @param side whose: the method's name
 * @param micros the mean time of one run
 * @param error half of its 99.9 % confidence interval
 */
record Result(String operation, String side, double micros, double error) {

    static Result of(Map<?, ?> entry) {
        String[] path = entry.get("benchmark").toString().split("\\.");
        Map<?, ?> metric = (Map<?, ?>) entry.get("primaryMetric");
        String unit = metric.get("scoreUnit").toString();
        if (!unit.equals("us/op")) {
            throw new IllegalArgumentException(
                    "Expected times in us/op, found " + unit + " for " + String.join(".", path));
        }
        return new Result(
                words(path[path.length - 2]) + parameters(entry),
                path[path.length - 1],
                number(metric.get("score")),
                number(metric.get("scoreError")));
    }

    /** {@code RangeScanBenchmark} as "range scan". */
    private static String words(String className) {
        return className
                .replaceFirst("Benchmark$", "")
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                .toLowerCase(java.util.Locale.ROOT);
    }

    private static String parameters(Map<?, ?> entry) {
        if (!(entry.get("params") instanceof Map<?, ?> parameters)) {
            return "";
        }
        return parameters.values().stream().map(Object::toString).collect(Collectors.joining(", ", ", ", ""));
    }

    /** JMH writes "NaN", in quotes, where one iteration gives no interval. */
    private static double number(Object score) {
        return Double.parseDouble(score.toString());
    }
}
