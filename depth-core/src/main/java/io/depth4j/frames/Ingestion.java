package io.depth4j.frames;

import java.util.Map;

/** Rows on their way into one image of a {@link FrameStore}. Closing it without a commit leaves no trace. One thread uses it. */
public interface Ingestion extends AutoCloseable {

    /** Takes more rows. The arrays behind them may be used again when it returns. */
    void write(Frames frames);

    /**
     * Makes all rows visible at once. Where none differs from what is there, there is no commit, unless there is a
     * note: then there is one of {@link StoreCommit.Kind#NOTE} that names the image.
     *
     * @param note what to remember with it
     */
    UpsertReport commit(Map<String, String> note);

    @Override
    void close();
}
