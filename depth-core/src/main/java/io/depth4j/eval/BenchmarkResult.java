package io.depth4j.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a {@link Benchmark} found of one estimator. The protocol is part of it: no two results under different ones, or of
 * different samples, can be compared.
 *
 * @param estimator that was measured
 * @param set that it was measured on
 * @param protocol of every score
 * @param results of the samples that could be measured, in their order
 * @param failures of those that could not; they are in no mean
 */
public record BenchmarkResult(
        String estimator, String set, Protocol protocol, List<SampleResult> results, List<SampleFailure> failures) {

    public BenchmarkResult {
        Objects.requireNonNull(estimator, "estimator");
        Objects.requireNonNull(set, "set");
        Objects.requireNonNull(protocol, "protocol");
        results = List.copyOf(results);
        failures = List.copyOf(failures);
        for (SampleResult result : results) {
            Scores.requireSameProtocol(protocol, result.scores().protocol());
        }
    }

    /** The mean of each source's samples, sources in the order of their first. */
    public Map<String, Scores> bySource() {
        Map<String, List<Scores>> scores = new LinkedHashMap<>();
        for (SampleResult result : results) {
            scores.computeIfAbsent(result.source(), source -> new ArrayList<>()).add(result.scores());
        }
        Map<String, Scores> means = new LinkedHashMap<>();
        scores.forEach((source, each) -> means.put(source, Scores.mean(each)));
        return Collections.unmodifiableMap(means);
    }

    /**
     * The mean of the means of the sources: each source counts the same, however many samples it has.
     *
     * @throws IllegalStateException if no sample could be measured
     */
    public Scores mean() {
        if (results.isEmpty()) {
            throw new IllegalStateException("Of " + set + " no sample could be measured"
                    + (failures.isEmpty() ? "; it has none" : ", the first: " + failures.get(0)));
        }
        return Scores.mean(List.copyOf(bySource().values()));
    }

    /**
     * By how much the mean of this result is better than that of another; positive if it is.
     *
     * @throws IllegalArgumentException if they are under different protocols or of different samples
     */
    public double gain(Metric metric, BenchmarkResult over) {
        Scores.requireSameProtocol(protocol, over.protocol);
        Set<String> difference = new HashSet<>(ids());
        difference.removeAll(over.ids());
        Set<String> further = new HashSet<>(over.ids());
        further.removeAll(ids());
        difference.addAll(further);
        if (!difference.isEmpty()) {
            throw new IllegalArgumentException("Results of different samples cannot be compared: " + difference.size()
                    + " are in one only, such as \"" + Collections.min(difference) + "\"");
        }
        return mean().gain(metric, over.mean());
    }

    private Set<String> ids() {
        Set<String> ids = new HashSet<>();
        results.forEach(result -> ids.add(result.id()));
        return ids;
    }
}
