package io.depth4j.eval;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What an {@link OrdinalBenchmark} found of one estimator. Nothing is aligned, so there is no protocol.
 *
 * @param estimator that was measured
 * @param set that it was measured on
 * @param results of the samples that could be measured, in their order
 * @param failures of those that could not; they are in no accuracy
 */
public record OrdinalResult(String estimator, String set, List<OrdinalScore> results, List<SampleFailure> failures) {

    public OrdinalResult {
        Objects.requireNonNull(estimator, "estimator");
        Objects.requireNonNull(set, "set");
        results = List.copyOf(results);
        failures = List.copyOf(failures);
    }

    /**
     * The share of all pairs that are in their order, each pair counting the same: DA-2K's accuracy.
     *
     * @throws IllegalStateException if no sample could be measured
     */
    public double accuracy() {
        if (results.isEmpty()) {
            throw new IllegalStateException("Of " + set + " no sample could be measured"
                    + (failures.isEmpty() ? "; it has none" : ", the first: " + failures.get(0)));
        }
        return share(results);
    }

    /** The same of each source, in the order of their first sample. */
    public Map<String, Double> bySource() {
        Map<String, Double> accuracies = new LinkedHashMap<>();
        results.stream()
                .collect(Collectors.groupingBy(OrdinalScore::source, LinkedHashMap::new, Collectors.toList()))
                .forEach((source, scores) -> accuracies.put(source, share(scores)));
        return Collections.unmodifiableMap(accuracies);
    }

    private static double share(Collection<OrdinalScore> scores) {
        return (double) scores.stream().mapToInt(OrdinalScore::ordered).sum()
                / scores.stream().mapToInt(OrdinalScore::pairs).sum();
    }
}
