package io.depth4j.internal.kernel;

final class ScalarRowKernels implements RowKernels {}
