package io.depth4j.frames;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A store with one image, number 7, that counts the rows that it hands out one by one. */
final class CountingReader implements FrameReader {

    static final long IMAGE = 7;

    private final FrameStore store = new MemoryFrameStore();
    private long handedOut;

    CountingReader(Frames rows) {
        store.upsert(IMAGE, rows);
    }

    long handedOut() {
        return handedOut;
    }

    private Frames counted(Frames rows) {
        handedOut += rows.count();
        return rows;
    }

    @Override
    public List<ImageSummary> images() {
        return store.images();
    }

    @Override
    public Optional<ImageSummary> image(long image) {
        return store.image(image);
    }

    @Override
    public Frames read(long image, DepthRange range) {
        return counted(store.read(image, range));
    }

    @Override
    public void readInto(long image, DepthRange range, FrameBuffer dst) {
        store.readInto(image, range, dst);
        handedOut += dst.count();
    }

    @Override
    public Stream<Frames> stream(long image, DepthRange range, int rows) {
        return store.stream(image, range, rows).map(this::counted);
    }

    @Override
    public Frames nearest(long image, double depth) {
        return counted(store.nearest(image, depth));
    }

    @Override
    public Frames overview(long image, DepthRange range, int rows) {
        return store.overview(image, range, rows);
    }

    @Override
    public List<RowTimes> times(long image, DepthRange range) {
        return store.times(image, range);
    }

    @Override
    public StoreStats stats() {
        return store.stats();
    }
}
