package io.depth4j.frames;

import io.depth4j.internal.pipeline.FileNote;
import io.depth4j.internal.pipeline.Pipeline;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Watches a folder and brings the tables that are put there into a store. Safe for concurrent use.
 *
 * <p>A file is taken once its size and its time have stayed as they are for a while, whether it was copied, renamed or written
 * slowly. One that is in the store goes to the folder of processed files, a bad one to that of failed files, beside
 * {@code <name>.error.json}; where the name is taken there, a number is added to it. What was put away leaves its name free: another
 * file of that name is taken like any other.
 *
 * <p>The content of a file is stored once. One whose bytes are in the store already is put away and not stored again, under whatever
 * name it comes; so is one that was stored when the program ended before it could be put away. One that was not is read anew.
 * Two pipelines at two folders do not look out for each other when the same content comes to both at the same moment.
 *
 * <p>Where reading, moving or storing fails for a reason that is not the file's, it is tried again some times and then left in its
 * folder until the next scan. Scans come by a schedule, when the pipeline starts and when they are asked for.
 *
 * <p>What became of each file is kept in the store, as notes of its log. One pipeline at a time may have a folder, in all
 * processes; a file {@code .depth4j-pipeline.lock} in it sees to that.
 */
public final class IngestPipeline implements AutoCloseable {

    private final Pipeline pipeline;

    private IngestPipeline(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * A pipeline that is stopped. The folders are made if they are not there; the store stays the caller's, who closes it later
     * than the pipeline.
     *
     * @throws java.nio.file.FileSystemException if another pipeline has the folder
     */
    public static IngestPipeline open(FrameStore store, PipelineOptions options) throws IOException {
        return new IngestPipeline(Pipeline.open(store, options));
    }

    /** Begins to watch the folder, and what lies there already is taken first. Whether it was stopped until now. */
    public boolean start() {
        return pipeline.start();
    }

    /**
     * Ends to watch the folder: waits for files that are in work, and leaves all others where they are, also those that a scan
     * waits for. Whether it was active until now.
     */
    public boolean stop() {
        return pipeline.stop();
    }

    /**
     * Takes what lies in the folder, also while the pipeline is stopped, and waits until it is done with. Files that it has not
     * seen yet are given their time to settle; those that still change then stay, and nothing is told of them.
     *
     * @return what became of each file, by name
     * @throws io.depth4j.StoppedException if the pipeline is closed or the thread is interrupted meanwhile
     */
    public List<PipelineRecord> scan() throws IOException {
        return pipeline.scan();
    }

    /** How it stands now. */
    public PipelineStatus status() throws IOException {
        return pipeline.status();
    }

    /**
     * What became of files, the latest one first, those of earlier pipelines at this folder included.
     *
     * @param before the {@link PipelineRecord#number()} of the last record of the page before, or {@link Long#MAX_VALUE}
     * @param limit how many at most
     */
    public List<PipelineRecord> history(long before, int limit) {
        return pipeline.history(before, limit);
    }

    /** What a commit in the log of a store tells of a file, if it tells of one: so the history is read without a pipeline. */
    public static Optional<PipelineRecord> told(StoreCommit commit) {
        return FileNote.read(commit);
    }

    /**
     * Cancels what is in work, of which nothing is visible then, and waits until it has ended; what has been stored by then is put
     * away. The files that were cancelled are taken again by the next pipeline.
     */
    @Override
    public void close() {
        pipeline.close();
    }
}
