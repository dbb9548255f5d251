package io.depth4j.frames;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What became of a file that an {@link IngestPipeline} took.
 *
 * @param number of the commit that keeps this, by which {@link IngestPipeline#history} goes on; 0 if none keeps it
 * @param folder that was watched
 * @param file its name
 * @param time when it was done with
 * @param outcome what became of it
 * @param sha256 of its bytes, in hexadecimal digits; empty if they could not be read
 * @param image where its rows are; empty if they are in none
 * @param rows that were read, bad ones included
 * @param rejected bad rows
 * @param elapsed since a worker began to read it
 * @param error what went wrong; empty if nothing did
 */
public record PipelineRecord(
        long number,
        String folder,
        String file,
        Instant time,
        Outcome outcome,
        String sha256,
        OptionalLong image,
        long rows,
        long rejected,
        Duration elapsed,
        Optional<String> error) {

    /** What becomes of files. */
    public enum Outcome {
        /** Its rows are in the store. */
        DONE,
        /** Its rows were in the store already, and it was put away like one that is done. */
        AGAIN,
        /** It is bad, and nothing of it is in the store. */
        FAILED,
        /** It stays where it is until the next scan: the fault is not its own, or the work was stopped. */
        LEFT
    }

    public PipelineRecord {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(elapsed, "elapsed");
        Objects.requireNonNull(error, "error");
    }

    public double seconds() {
        return elapsed.toNanos() / 1e9;
    }
}
