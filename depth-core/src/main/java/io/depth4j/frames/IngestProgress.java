package io.depth4j.frames;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far an ingestion is.
 *
 * @param rows handed to the store so far
 * @param bytes of the file read so far
 * @param totalBytes of the file, if they are known
 * @param elapsed since the beginning
 */
public record IngestProgress(long rows, long bytes, OptionalLong totalBytes, Duration elapsed) {

    public IngestProgress {
        Objects.requireNonNull(totalBytes, "totalBytes");
        Objects.requireNonNull(elapsed, "elapsed");
    }

    /** How long the rest will take at the pace so far, if the size of the file is known. */
    public Optional<Duration> left() {
        if (totalBytes.isEmpty() || bytes == 0) {
            return Optional.empty();
        }
        double share = Math.max(0, totalBytes.getAsLong() - bytes) / (double) bytes;
        return Optional.of(Duration.ofMillis(Math.round(elapsed.toMillis() * share)));
    }
}
