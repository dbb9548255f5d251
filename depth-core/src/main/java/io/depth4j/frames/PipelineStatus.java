package io.depth4j.frames;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How an {@link IngestPipeline} stands.
 *
 * @param active whether it watches its folder
 * @param lastRun when the folder was last scanned as a whole, or a file was last done with if that is later
 * @param processed how many files were put away as done since the store was made
 * @param failed how many files were bad since the store was made
 * @param waiting how many files lie in the folder and are not in work, those that are being written included
 * @param inWork how many files are being read or put away
 * @param watched the folder whose files are taken
 * @param processedFolder where files go that are in the store
 * @param failedFolder where files go that are bad
 */
public record PipelineStatus(
        boolean active,
        Optional<Instant> lastRun,
        long processed,
        long failed,
        int waiting,
        int inWork,
        Path watched,
        Path processedFolder,
        Path failedFolder) {

    public PipelineStatus {
        Objects.requireNonNull(lastRun, "lastRun");
        Objects.requireNonNull(watched, "watched");
        Objects.requireNonNull(processedFolder, "processedFolder");
        Objects.requireNonNull(failedFolder, "failedFolder");
    }
}
