package io.depth4j.eval;

import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/**
 * A sample that could not be measured, and why.
 *
 * @param id of the sample
 * @param source of the sample
 * @param cause what was thrown
 */
public record SampleFailure(String id, String source, Exception cause) {

    public SampleFailure {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(cause, "cause");
    }

    /** The cause in words. */
    public String reason() {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
            return "There is no file " + message;
        }
        return cause.getMessage() == null || cause.getMessage().isBlank()
                ? cause.getClass().getSimpleName()
                : message;
    }

    @Override
    public String toString() {
        return id + " of " + source + ": " + reason();
    }
}
