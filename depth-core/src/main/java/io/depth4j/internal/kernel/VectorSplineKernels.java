package io.depth4j.internal.kernel;

final class VectorSplineKernels implements SplineKernels {}
