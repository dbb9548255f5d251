package io.depth4j.frames;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A store in memory that lets a test in at certain moments: to fail, to wait, to look. */
final class HookedStore implements FrameStore {

    final MemoryFrameStore inner = new MemoryFrameStore();
    volatile Runnable onIngest = () -> {};
    volatile Runnable onWrite = () -> {};
    volatile Runnable beforeCommit = () -> {};
    volatile Runnable afterCommit = () -> {};
    volatile Runnable beforeNote = () -> {};
    volatile Runnable afterNote = () -> {};

    @Override
    public Ingestion ingest(long image, String name) {
        onIngest.run();
        return hooked(inner.ingest(image, name));
    }

    @Override
    public Ingestion ingest(String name) {
        onIngest.run();
        return hooked(inner.ingest(name));
    }

    private Ingestion hooked(Ingestion ingestion) {
        return new Ingestion() {
            @Override
            public void write(Frames frames) {
                onWrite.run();
                ingestion.write(frames);
            }

            @Override
            public UpsertReport commit(Map<String, String> note) {
                beforeCommit.run();
                UpsertReport report = ingestion.commit(note);
                afterCommit.run();
                return report;
            }

            @Override
            public void close() {
                ingestion.close();
            }
        };
    }

    @Override
    public StoreCommit note(Map<String, String> note) {
        beforeNote.run();
        StoreCommit commit = inner.note(note);
        afterNote.run();
        return commit;
    }

    @Override
    public boolean delete(long image) {
        return inner.delete(image);
    }

    @Override
    public List<StoreCommit> log(long before, int limit) {
        return inner.log(before, limit);
    }

    @Override
    public Optional<StoreCommit> noted(String key, String value) {
        return inner.noted(key, value);
    }

    @Override
    public FrameReader at(Instant moment) {
        return inner.at(moment);
    }

    @Override
    public CompactReport compact(Instant keepSince) {
        return inner.compact(keepSince);
    }

    @Override
    public VerifyReport verify() {
        return inner.verify();
    }

    @Override
    public List<ImageSummary> images() {
        return inner.images();
    }

    @Override
    public Optional<ImageSummary> image(long image) {
        return inner.image(image);
    }

    @Override
    public Frames read(long image, DepthRange range) {
        return inner.read(image, range);
    }

    @Override
    public void readInto(long image, DepthRange range, FrameBuffer dst) {
        inner.readInto(image, range, dst);
    }

    @Override
    public Stream<Frames> stream(long image, DepthRange range, int rows) {
        return inner.stream(image, range, rows);
    }

    @Override
    public Frames nearest(long image, double depth) {
        return inner.nearest(image, depth);
    }

    @Override
    public Frames overview(long image, DepthRange range, int rows) {
        return inner.overview(image, range, rows);
    }

    @Override
    public List<RowTimes> times(long image, DepthRange range) {
        return inner.times(image, range);
    }

    @Override
    public StoreStats stats() {
        return inner.stats();
    }

    @Override
    public void close() {
        inner.close();
    }
}
