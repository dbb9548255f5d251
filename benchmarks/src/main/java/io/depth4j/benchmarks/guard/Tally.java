package io.depth4j.benchmarks.guard;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many pairs got which verdict. */
final class Tally {

    private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);

    static Tally of(List<Outcome> outcomes) {
        Tally tally = new Tally();
        outcomes.forEach(outcome -> tally.counts.merge(outcome.verdict(), 1L, Long::sum));
        return tally;
    }

    /** Reads what {@link #tree()} wrote. */
    static Tally of(Map<?, ?> tree) {
        Tally tally = new Tally();
        for (Verdict verdict : Verdict.values()) {
            tally.counts.put(verdict, ((Number) tree.get(verdict.toString())).longValue());
        }
        return tally;
    }

    Tally plus(Tally other) {
        Tally sum = new Tally();
        for (Verdict verdict : Verdict.values()) {
            sum.counts.put(verdict, count(verdict) + other.count(verdict));
        }
        return sum;
    }

    long count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0L);
    }

    boolean fails() {
        return counts.entrySet().stream().anyMatch(entry -> entry.getKey().fails() && entry.getValue() > 0);
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            tree.put(verdict.toString(), count(verdict));
        }
        return tree;
    }

    @Override
    public String toString() {
        return count(Verdict.OK) + " at their floor or above, " + count(Verdict.BELOW) + " below, "
                + count(Verdict.WRONG)
                + " with wrong results, " + count(Verdict.REPORTED) + " reported, " + count(Verdict.SKIPPED)
                + " skipped for want of a peer";
    }
}
