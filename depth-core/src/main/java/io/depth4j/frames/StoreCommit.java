package io.depth4j.frames;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One change of a store, visible all at once.
 *
 * @param number commits count up from 1
 * @param time when; later commits have later times
 * @param kind what happened
 * @param image the image that it happened to; of a note, the one whose rows were there already, if it came with rows
 * @param added how many rows are new
 * @param replaced how many rows have new pixels
 * @param note what the writer wanted to remember with it
 */
public record StoreCommit(
        long number, Instant time, Kind kind, OptionalLong image, long added, long replaced, Map<String, String> note) {

    /** What a commit does. */
    public enum Kind {
        UPSERT,
        DELETE,
        COMPACT,
        /** Nothing but its note. */
        NOTE
    }

    public StoreCommit {
        note = Map.copyOf(note);
    }
}
