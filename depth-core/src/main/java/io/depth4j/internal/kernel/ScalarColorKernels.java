package io.depth4j.internal.kernel;

final class ScalarColorKernels implements ColorKernels {}
