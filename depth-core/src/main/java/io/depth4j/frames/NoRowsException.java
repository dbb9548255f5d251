package io.depth4j.frames;

import io.depth4j.DepthException;

/** A range of depths in which there is nothing to show. */
public final class NoRowsException extends DepthException {

    private static final long serialVersionUID = 1L;

    public NoRowsException(DepthRange range, String found) {
        super("There are no rows in " + range + "; " + found);
    }
}
