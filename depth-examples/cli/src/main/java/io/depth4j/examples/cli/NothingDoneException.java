package io.depth4j.examples.cli;

/** Nothing could be done. The message is the one line that the user reads: expected, found, what to do. */
final class NothingDoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingDoneException(String message) {
        super(message);
    }

    NothingDoneException(String message, Throwable cause) {
        super(message, cause);
    }
}
