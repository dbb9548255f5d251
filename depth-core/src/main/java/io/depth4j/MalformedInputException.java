package io.depth4j;

import java.util.OptionalLong;

/** Bytes from outside that are not what they claim to be: truncated, corrupt, empty, or of a format nobody here reads. */
public final class MalformedInputException extends DepthException {

    private static final long serialVersionUID = 1L;
    private static final long UNKNOWN = -1;

    private final long offset;

    public MalformedInputException(String message) {
        super(message);
        this.offset = UNKNOWN;
    }

    public MalformedInputException(String message, Throwable cause) {
        super(message, cause);
        this.offset = UNKNOWN;
    }

    /** Says also at which byte of the input, counted from 0, the fault was found. */
    public MalformedInputException(String message, long offset) {
        super(message + " (at byte " + offset + ")");
        this.offset = offset;
    }

    /** Where the fault was found, if that is known. */
    public OptionalLong offset() {
        return offset == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(offset);
    }
}
