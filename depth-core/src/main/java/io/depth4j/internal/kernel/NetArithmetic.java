package io.depth4j.internal.kernel;

/** What two values make; the last two take them in the other order. */
public enum NetArithmetic {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    SUBTRACT_FROM,
    DIVIDE_INTO
}
