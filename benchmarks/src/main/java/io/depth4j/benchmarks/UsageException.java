package io.depth4j.benchmarks;

/** A command was called with arguments that it does not know. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
