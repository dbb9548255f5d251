package io.depth4j.eval;

import java.util.Objects;

/**
 * How many pairs of one sample an estimate had in their order.
 *
 * @param id of the sample
 * @param source of the sample
 * @param ordered pairs in their order
 * @param pairs of the sample
 */
public record OrdinalScore(String id, String source, int ordered, int pairs) {

    public OrdinalScore {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        if (pairs < 1 || ordered < 0 || ordered > pairs) {
            throw new IllegalArgumentException(
                    "Of at least one pair none to all are in order, found " + ordered + " of " + pairs);
        }
    }
}
