package io.depth4j.examples.cli;

/** What a command's exit status says. Scripts rely on these numbers. */
final class ExitCode {

    /** All was done. */
    static final int DONE = 0;

    /** Some inputs failed, each named on standard error; the rest was done. */
    static final int SOME_FAILED = 1;

    /** The command line is not one that the program understands. */
    static final int USAGE = 2;

    /** Nothing could be done, for a reason told in one line. */
    static final int NOTHING_DONE = 3;

    /** Interrupted, as shells number it: 128 and the signal. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
