package io.depth4j.eval;

import io.depth4j.Image;
import java.util.List;
import java.util.Objects;

/**
 * A picture of which only the order of some pixels is known.
 *
 * @param id that no other sample of its set has
 * @param source that it comes from, such as a kind of scene
 * @param picture read when asked for
 * @param pairs in the pixels of the picture, at least one
 */
public record OrdinalSample(String id, String source, Sample.Content<Image> picture, List<OrdinalPair> pairs) {

    public OrdinalSample {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(picture, "picture");
        pairs = List.copyOf(pairs);
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("A sample has at least one pair, found none for \"" + id + "\"");
        }
    }
}
