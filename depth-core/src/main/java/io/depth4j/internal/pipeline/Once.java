package io.depth4j.internal.pipeline;

import io.depth4j.frames.FrameStore;
import io.depth4j.frames.Frames;
import io.depth4j.frames.ImageSummary;
import io.depth4j.frames.Ingestion;
import io.depth4j.frames.StoreCommit;
import io.depth4j.frames.UpsertReport;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Commits a file only if the store does not have its content yet. What that is, its hash, is known at its end: so a new file is
 * read once, and one that is there already was read for nothing.
 */
final class Once {

    private final FrameStore store;
    private final OptionalLong wanted;
    private final String name;
    private final Object gate;
    private boolean wasThere;
    private OptionalLong image = OptionalLong.empty();

    /**
     * @param wanted the image that the rows go to; empty for a new one
     * @param name of the image if it is new
     * @param gate of all that store at the same time, so that of two files with one content the second one sees the first
     */
    Once(FrameStore store, OptionalLong wanted, String name, Object gate) {
        this.store = store;
        this.wanted = wanted;
        this.name = name;
        this.gate = gate;
    }

    /** Whether nothing was stored because the store had it. */
    boolean wasThere() {
        return wasThere;
    }

    /** Where the rows are, if that is known. */
    OptionalLong image() {
        return image;
    }

    Ingestion begin() {
        Ingestion ingestion = wanted.isPresent() ? store.ingest(wanted.getAsLong(), name) : store.ingest(name);
        return new Ingestion() {
            @Override
            public void write(Frames frames) {
                ingestion.write(frames);
            }

            @Override
            public UpsertReport commit(Map<String, String> note) {
                return commitOnce(ingestion, note);
            }

            @Override
            public void close() {
                ingestion.close();
            }
        };
    }

    private UpsertReport commitOnce(Ingestion ingestion, Map<String, String> note) {
        synchronized (gate) {
            Optional<StoreCommit> there =
                    store.noted("sha256", note.get("sha256")).filter(this::isThere);
            if (there.isEmpty()) {
                UpsertReport report = ingestion.commit(note);
                image = OptionalLong.of(report.image());
                return report;
            }
            wasThere = true;
            image = there.get().image();
            return new UpsertReport(image.orElse(0), there.get().number(), 0, 0, 0);
        }
    }

    /** Whether what was stored then, where it is wanted now, has not been deleted since. */
    private boolean isThere(StoreCommit commit) {
        if (commit.image().isEmpty()) {
            return false;
        }
        long stored = commit.image().getAsLong();
        Optional<Instant> created = store.image(stored).map(ImageSummary::created);
        return wanted.orElse(stored) == stored
                && created.isPresent()
                && !created.get().isAfter(commit.time());
    }
}
