package io.depth4j.tiledb;

import io.depth4j.DepthException;
import java.nio.file.FileSystemException;

/** A store that cannot be read or written: the disk is full, the server is gone, a file is damaged. */
public final class StoreException extends DepthException {

    private static final long serialVersionUID = 1L;

    StoreException(String message) {
        super(message);
    }

    StoreException(String message, Throwable cause) {
        super(message + ": " + told(cause), cause);
    }

    /** Some exceptions of files say nothing but the file. */
    private static String told(Throwable cause) {
        boolean bare = cause instanceof FileSystemException file && file.getReason() == null;
        return bare ? cause.getClass().getSimpleName() + " " + cause.getMessage() : cause.getMessage();
    }
}
