package io.depth4j.internal.pipeline;

import java.io.IOException;

/** A file that is not any more what it was when it had settled: it will be taken when it has settled again. */
final class ChangedException extends IOException {

    private static final long serialVersionUID = 1L;

    ChangedException(String message) {
        super(message);
    }
}
