package io.depth4j;

/** Something that was asked for by name and is not there: kernels, an engine, a codec. The message says what to add. */
public final class UnavailableException extends DepthException {

    private static final long serialVersionUID = 1L;

    public UnavailableException(String message) {
        super(message);
    }

    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
