package io.depth4j;

/**
 * What went wrong in the world rather than in the program: the root of a small unchecked family. Programming mistakes are the
 * JDK's own exceptions.
 */
public class DepthException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DepthException(String message) {
        super(message);
    }

    public DepthException(String message, Throwable cause) {
        super(message, cause);
    }
}
