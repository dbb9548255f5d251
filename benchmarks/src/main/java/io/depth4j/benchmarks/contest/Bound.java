package io.depth4j.benchmarks.contest;

import java.util.Locale;

/**
 * A figure that must not exceed what is allowed.
 *
 * @param what the figure, in words
 */
public record Bound(String what, double found, double allowed) {

    public boolean holds() {
        return found <= allowed;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %.3f (at most %.2f)", what, found, allowed);
    }
}
