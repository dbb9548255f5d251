package io.depth4j.internal.kernel;

final class VectorColorKernels implements ColorKernels {}
