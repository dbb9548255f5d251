package io.depth4j.examples.media;

import java.util.Objects;

/**
 * Something in a folder or a zip that is no picture, or is not opened.
 *
 * @param origin where it is, for people
 * @param reason why it is not among the items
 */
public record PassedOver(String origin, String reason) {

    public PassedOver {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(reason, "reason");
    }
}
