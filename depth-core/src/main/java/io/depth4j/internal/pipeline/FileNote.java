package io.depth4j.internal.pipeline;

import io.depth4j.frames.PipelineRecord;
import io.depth4j.frames.PipelineRecord.Outcome;
import io.depth4j.frames.StoreCommit;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What became of a file as a note in a store's log. */
public final class FileNote {

    /** Whose value is the watched folder: the latest note of it can be found. */
    static final String FOLDER = "pipeline";

    private static final String FILE = "file";
    private static final String TIME = "time";
    private static final String OUTCOME = "outcome";
    /** Not {@code sha256}, by which one finds what is stored. */
    private static final String CONTENT = "content";

    private static final String IMAGE = "image";
    private static final String ROWS = "rows";
    private static final String REJECTED = "rejected";
    private static final String ELAPSED = "elapsed";
    private static final String ERROR = "error";

    private FileNote() {}

    static Map<String, String> write(PipelineRecord record) {
        Map<String, String> note = new HashMap<>();
        note.put(FOLDER, record.folder());
        note.put(FILE, record.file());
        note.put(TIME, record.time().toString());
        note.put(OUTCOME, record.outcome().name().toLowerCase(Locale.ROOT));
        note.put(CONTENT, record.sha256());
        record.image().ifPresent(image -> note.put(IMAGE, Long.toString(image)));
        note.put(ROWS, Long.toString(record.rows()));
        note.put(REJECTED, Long.toString(record.rejected()));
        note.put(ELAPSED, record.elapsed().toString());
        record.error().ifPresent(error -> note.put(ERROR, error));
        return note;
    }

    /** What a commit tells of a file, if it tells of one. */
    public static Optional<PipelineRecord> read(StoreCommit commit) {
        Map<String, String> note = commit.note();
        if (!note.containsKey(FOLDER)) {
            return Optional.empty();
        }
        return Optional.of(new PipelineRecord(
                commit.number(),
                note.get(FOLDER),
                note.get(FILE),
                Instant.parse(note.get(TIME)),
                Outcome.valueOf(note.get(OUTCOME).toUpperCase(Locale.ROOT)),
                note.get(CONTENT),
                note.containsKey(IMAGE) ? OptionalLong.of(Long.parseLong(note.get(IMAGE))) : OptionalLong.empty(),
                Long.parseLong(note.get(ROWS)),
                Long.parseLong(note.get(REJECTED)),
                Duration.parse(note.get(ELAPSED)),
                Optional.ofNullable(note.get(ERROR))));
    }
}
