package io.depth4j.internal.draw;

/** A value at which a scale has a mark, and its text. */
public record Tick(double value, String label) {}
