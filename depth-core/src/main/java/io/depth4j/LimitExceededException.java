package io.depth4j;

/** An input that is larger than its limits allow; the message names the limit and what was found. */
public final class LimitExceededException extends DepthException {

    private static final long serialVersionUID = 1L;

    public LimitExceededException(String message) {
        super(message);
    }

    public LimitExceededException(String message, Throwable cause) {
        super(message, cause);
    }
}
