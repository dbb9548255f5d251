package io.depth4j.internal.pipeline;

import io.depth4j.frames.FrameStore;
import io.depth4j.frames.PipelineRecord;
import io.depth4j.frames.PipelineRecord.Outcome;
import io.depth4j.frames.StoreCommit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of the files of one folder, kept as notes of the store. Each note has the totals so far, so that nobody has to count. */
final class History {

    private static final String PROCESSED = "processed";
    private static final String FAILED = "failed";

    private static final int CHUNK = 256;

    private final FrameStore store;
    private final String folder;
    private long processed;
    private long failed;
    private Optional<Instant> last = Optional.empty();

    History(FrameStore store, String folder) {
        this.store = store;
        this.folder = folder;
        store.noted(FileNote.FOLDER, folder).ifPresent(commit -> {
            processed = Long.parseLong(commit.note().get(PROCESSED));
            failed = Long.parseLong(commit.note().get(FAILED));
            last = FileNote.read(commit).map(PipelineRecord::time);
        });
    }

    /** Keeps a record, which has its number then. */
    synchronized PipelineRecord add(PipelineRecord record) {
        long nowProcessed = processed + (record.outcome() == Outcome.DONE || record.outcome() == Outcome.AGAIN ? 1 : 0);
        long nowFailed = failed + (record.outcome() == Outcome.FAILED ? 1 : 0);
        Map<String, String> note = FileNote.write(record);
        note.put(PROCESSED, Long.toString(nowProcessed));
        note.put(FAILED, Long.toString(nowFailed));
        StoreCommit commit = store.note(note);
        processed = nowProcessed;
        failed = nowFailed;
        last = Optional.of(record.time());
        return FileNote.read(commit).orElseThrow();
    }

    /** The records before a number, the latest one first. */
    List<PipelineRecord> page(long before, int limit) {
        List<PipelineRecord> page = new ArrayList<>();
        List<StoreCommit> chunk = store.log(before, CHUNK);
        while (!chunk.isEmpty() && page.size() < limit) {
            chunk.stream()
                    .map(FileNote::read)
                    .flatMap(Optional::stream)
                    .filter(record -> record.folder().equals(folder))
                    .limit(limit - page.size())
                    .forEach(page::add);
            chunk = store.log(chunk.get(chunk.size() - 1).number(), CHUNK);
        }
        return page;
    }

    /** How many files were put away as done. */
    synchronized long processed() {
        return processed;
    }

    /** How many files were bad. */
    synchronized long failed() {
        return failed;
    }

    /** When the last file was done with. */
    synchronized Optional<Instant> last() {
        return last;
    }

    /** The watched folder. */
    String folder() {
        return folder;
    }
}
