package io.depth4j.frames;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps images of depth-indexed rows. A row is known by its image and its depth. Safe for concurrent use.
 *
 * <p>Every change is a commit: it is visible all at once or not at all, and what a call has acknowledged stays.
 */
public interface FrameStore extends FrameReader, AutoCloseable {

    /**
     * Stores rows. A row whose depth is there replaces what is there, which keeps its time of creation; of several rows of one
     * depth the last one counts. Rows that are there already with the same pixels are not written.
     *
     * @param image a positive number; an image that is not there is made
     * @throws IllegalArgumentException if the image has rows of another width or type
     */
    default UpsertReport upsert(long image, Frames frames) {
        try (Ingestion ingestion = ingest(image, "")) {
            ingestion.write(frames);
            return ingestion.commit(Map.of());
        }
    }

    /** Begins to store rows that come piece by piece, and become visible together. */
    Ingestion ingest(long image, String name);

    /** As {@link #ingest(long, String)}, to an image that is not there yet; its number is given at the end. */
    Ingestion ingest(String name);

    /** Removes an image. Whether it was there. */
    boolean delete(long image);

    /** Remembers something, in a commit of its own. */
    StoreCommit note(Map<String, String> note);

    /** The commits before a number, the latest one first. */
    List<StoreCommit> log(long before, int limit);

    /** The latest commit whose note has this value. */
    Optional<StoreCommit> noted(String key, String value);

    /** The store as it was at a moment. */
    FrameReader at(Instant moment);

    /**
     * Merges what lies in many parts, and forgets what was replaced or deleted before a moment, which then is the earliest
     * one that {@link #at} can go back to.
     */
    CompactReport compact(Instant keepSince);

    /** Forgets what was replaced or deleted, but for the last {@code keep}. */
    default CompactReport compact(Duration keep) {
        return compact(Instant.now().minus(keep));
    }

    /** Reads everything, and says what is wrong. */
    VerifyReport verify();

    @Override
    void close();
}
