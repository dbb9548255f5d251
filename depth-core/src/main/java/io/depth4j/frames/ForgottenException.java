package io.depth4j.frames;

import io.depth4j.DepthException;
import java.time.Instant;

/** A moment that a store cannot go back to any more, since it was compacted. */
public final class ForgottenException extends DepthException {

    private static final long serialVersionUID = 1L;

    public ForgottenException(Instant wanted, Instant oldest) {
        super("The store was compacted and goes back to " + oldest + " only, found " + wanted);
    }
}
