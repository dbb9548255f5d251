package io.depth4j;

/** Work that was ended before it was done: by a {@link Cancellation} or because its time was over. */
public final class StoppedException extends DepthException {

    private static final long serialVersionUID = 1L;

    public StoppedException(String message) {
        super(message);
    }
}
