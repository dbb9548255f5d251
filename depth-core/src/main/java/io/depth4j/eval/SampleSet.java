package io.depth4j.eval;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Pictures with known depth. {@link SampleSets} reads the sets that the field uses.
 *
 * @param name to show
 * @param samples each with an id of its own, in the order in which they are measured
 */
public record SampleSet(String name, List<Sample> samples) {

    public SampleSet {
        Objects.requireNonNull(name, "name");
        samples = List.copyOf(samples);
        Set<String> ids = new HashSet<>();
        for (Sample sample : samples) {
            if (!ids.add(sample.id())) {
                throw new IllegalArgumentException(
                        "Every sample has an id of its own, found two \"" + sample.id() + "\" in " + name);
            }
        }
    }

    /** Some of the samples, under the same name. */
    public SampleSet only(Predicate<Sample> kept) {
        return new SampleSet(name, samples.stream().filter(kept).toList());
    }
}
