package io.depth4j.internal.kernel;

final class VectorTensorKernels implements TensorKernels {}
