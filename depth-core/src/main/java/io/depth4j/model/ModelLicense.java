package io.depth4j.model;

import java.util.Objects;

/**
 * On which terms the weights may be used.
 *
 * @param name such as {@code Apache-2.0}, as its owner writes it
 * @param use whether that includes commercial use; where the sources contradict each other it does not
 */
public record ModelLicense(String name, Use use) {

    /** What a licence lets one do. */
    public enum Use {
        /** Anything, commercial use included. */
        FREE,
        /** Not everything; such weights open only after the caller has accepted their licence. */
        RESTRICTED
    }

    public ModelLicense {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(use, "use");
    }
}
