package io.depth4j.internal.kernel;

final class VectorRowKernels implements RowKernels {}
