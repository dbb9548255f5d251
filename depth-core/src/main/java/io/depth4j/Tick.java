package io.depth4j;

/** A value at which a legend has a mark, and its text. */
record Tick(double value, String label) {}
