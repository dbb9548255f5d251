package io.depth4j.internal.kernel;

final class ScalarTensorKernels implements TensorKernels {}
