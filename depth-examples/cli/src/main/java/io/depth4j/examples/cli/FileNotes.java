package io.depth4j.examples.cli;

import io.depth4j.frames.FrameStore;
import io.depth4j.frames.IngestPipeline;
import io.depth4j.frames.PipelineRecord;
import io.depth4j.frames.StoreCommit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of the files of watched folders, as the log of a store tells it. It is read there, because a folder that is being
 * watched is not given to a second pipeline, and one that was closed tells nothing.
 */
final class FileNotes {

    private static final int CHUNK = 256;

    private FileNotes() {}

    /** The records of all folders before a number, the latest one first. */
    static List<PipelineRecord> page(FrameStore store, long before, int limit) {
        List<PipelineRecord> page = new ArrayList<>();
        List<StoreCommit> chunk = store.log(before, CHUNK);
        while (!chunk.isEmpty() && page.size() < limit) {
            records(chunk).stream().limit(limit - page.size()).forEach(page::add);
            chunk = store.log(chunk.get(chunk.size() - 1).number(), CHUNK);
        }
        return page;
    }

    /** What became of the files of a folder after a commit, the earliest first. */
    static List<PipelineRecord> since(FrameStore store, long commit, String folder) {
        List<PipelineRecord> records = new ArrayList<>();
        List<StoreCommit> chunk = store.log(Long.MAX_VALUE, CHUNK);
        while (chunk.stream().anyMatch(each -> each.number() > commit)) {
            records(chunk).stream()
                    .filter(each -> each.number() > commit && each.folder().equals(folder))
                    .forEach(each -> records.add(0, each));
            chunk = store.log(chunk.get(chunk.size() - 1).number(), CHUNK);
        }
        return records;
    }

    private static List<PipelineRecord> records(List<StoreCommit> commits) {
        return commits.stream()
                .map(IngestPipeline::told)
                .flatMap(Optional::stream)
                .toList();
    }
}
