package io.depth4j.eval;

import java.util.Objects;

/**
 * How well the depth of one sample was estimated.
 *
 * @param id of the sample
 * @param source of the sample
 */
public record SampleResult(String id, String source, Scores scores) {

    public SampleResult {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(scores, "scores");
    }
}
