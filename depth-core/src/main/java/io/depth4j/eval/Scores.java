package io.depth4j.eval;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Every {@link Metric} of one picture, or its mean over pictures, under one protocol.
 *
 * @param protocol under which it was measured, part of the name of every figure
 * @param pixels that were compared
 * @param missed pixels that have a known depth which counts, and no estimate; they are in no figure, so many of them flatter one
 * @param values of all metrics
 */
public record Scores(Protocol protocol, long pixels, long missed, Map<Metric, Double> values) {

    public Scores {
        Objects.requireNonNull(protocol, "protocol");
        if (values.size() != Metric.values().length) {
            throw new IllegalArgumentException(
                    "Scores hold a value of each of " + List.of(Metric.values()) + ", found " + values.keySet());
        }
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /** The figure for one metric. */
    public double of(Metric metric) {
        return Objects.requireNonNull(values.get(metric));
    }

    /** The name of a figure: what was measured, and how. */
    public String name(Metric metric) {
        return metric.label() + " (" + protocol.name() + ")";
    }

    /**
     * By how much these scores are better than others: positive if they are, whichever way the metric goes.
     *
     * @throws IllegalArgumentException if the others were measured under another protocol
     */
    public double gain(Metric metric, Scores over) {
        requireSameProtocol(protocol, over.protocol);
        return metric.largerIsBetter() ? of(metric) - over.of(metric) : over.of(metric) - of(metric);
    }

    /**
     * The mean of each metric, all scores counting the same however many pixels they are of. A mean over sources is the mean of
     * their means.
     *
     * @throws IllegalArgumentException if there are none, or they were measured under different protocols
     */
    public static Scores mean(List<Scores> scores) {
        if (scores.isEmpty()) {
            throw new IllegalArgumentException("A mean needs at least one result, found none");
        }
        Protocol protocol = scores.get(0).protocol;
        scores.forEach(each -> requireSameProtocol(protocol, each.protocol));
        Map<Metric, Double> means = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            means.put(
                    metric, scores.stream().mapToDouble(each -> each.of(metric)).sum() / scores.size());
        }
        return new Scores(
                protocol,
                scores.stream().mapToLong(Scores::pixels).sum(),
                scores.stream().mapToLong(Scores::missed).sum(),
                means);
    }

    static void requireSameProtocol(Protocol one, Protocol other) {
        if (!one.equals(other)) {
            throw new IllegalArgumentException("Results under different protocols cannot be compared: \"" + one.name()
                    + "\" and \"" + other.name() + "\"");
        }
    }

    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(each -> String.format(Locale.ROOT, "%s %.4f", each.getKey().label(), each.getValue()))
                .collect(Collectors.joining(", ", "", " (" + protocol.name() + ")"));
    }
}
