package io.depth4j.internal.kernel;

final class ScalarSplineKernels implements SplineKernels {}
