package io.depth4j.examples.cli;

/** Numbers of things in words. */
final class Counted {

    private Counted() {}

    /** {@code 1 row}, {@code 2 rows}. */
    static String of(long count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }
}
