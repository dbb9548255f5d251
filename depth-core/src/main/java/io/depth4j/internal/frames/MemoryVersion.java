package io.depth4j.internal.frames;

import io.depth4j.frames.DepthRange;
import io.depth4j.frames.FrameBuffer;
import io.depth4j.frames.FrameReader;
import io.depth4j.frames.Frames;
import io.depth4j.frames.ImageSummary;
import io.depth4j.frames.NoSuchImageException;
import io.depth4j.frames.PixelType;
import io.depth4j.frames.RowTimes;
import io.depth4j.frames.StoreStats;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** All images in memory as they were at one commit. */
public final class MemoryVersion implements FrameReader {

    private final long number;
    private final Instant time;
    private final SortedMap<Long, MemoryImage> images;
    private final long lastId;

    /** @param lastId the greatest number that an image ever had */
    public MemoryVersion(long number, Instant time, SortedMap<Long, MemoryImage> images, long lastId) {
        this.number = number;
        this.time = time;
        this.images = Collections.unmodifiableSortedMap(images);
        this.lastId = lastId;
    }

    public long number() {
        return number;
    }

    public Instant time() {
        return time;
    }

    public SortedMap<Long, MemoryImage> byId() {
        return images;
    }

    public long lastId() {
        return lastId;
    }

    /** The number of the next new image. */
    public long nextId() {
        if (lastId == Long.MAX_VALUE) {
            throw new IllegalStateException("No number is left for a new image: one has had " + lastId);
        }
        return lastId + 1;
    }

    public Optional<MemoryImage> find(long image) {
        return Optional.ofNullable(images.get(image));
    }

    private MemoryImage get(long image) {
        return find(image).orElseThrow(() -> NoSuchImageException.of(image, images.keySet()));
    }

    @Override
    public List<ImageSummary> images() {
        return images.values().stream().map(MemoryImage::summary).toList();
    }

    @Override
    public Optional<ImageSummary> image(long image) {
        return find(image).map(MemoryImage::summary);
    }

    @Override
    public Frames read(long image, DepthRange range) {
        return get(image).read(range);
    }

    @Override
    public void readInto(long image, DepthRange range, FrameBuffer dst) {
        Frames found = read(image, range);
        dst.prepare(found.unit(), found.width(), found.type(), found.isMasked(), found.count());
        System.arraycopy(found.depths(), 0, dst.depths(), 0, found.count());
        int pixels = found.count() * found.width();
        if (found.type() == PixelType.FLOAT32) {
            System.arraycopy(found.floats(), 0, dst.floats(), 0, pixels);
            return;
        }
        System.arraycopy(found.bytes(), 0, dst.bytes(), 0, pixels);
        if (found.isMasked()) {
            System.arraycopy(found.valid(), 0, dst.valid(), 0, pixels);
        }
    }

    @Override
    public Stream<Frames> stream(long image, DepthRange range, int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("A piece has at least one row, found " + rows);
        }
        Frames found = read(image, range);
        return Stream.iterate(0, from -> from < found.count(), from -> from + rows)
                .map(from -> found.rows(from, Math.min(found.count(), from + rows)));
    }

    @Override
    public Frames nearest(long image, double depth) {
        if (Double.isNaN(depth)) {
            throw new IllegalArgumentException("No row is the nearest one to NaN");
        }
        Frames rows = get(image).rows();
        int at = Depths.nearest(rows.depths(), rows.count(), depth);
        return rows.rows(at, at + 1);
    }

    @Override
    public Frames overview(long image, DepthRange range, int rows) {
        MemoryImage found = get(image);
        return found.overview(range, rows);
    }

    @Override
    public List<RowTimes> times(long image, DepthRange range) {
        return get(image).times(range);
    }

    @Override
    public StoreStats stats() {
        long rows = images.values().stream()
                .mapToLong(image -> image.rows().count())
                .sum();
        long bytes = images.values().stream()
                .map(MemoryImage::rows)
                .mapToLong(frames -> (long) frames.count()
                        * (frames.width() * (long) frames.type().bytes() + Double.BYTES))
                .sum();
        return new StoreStats(images.size(), rows, bytes, images.size(), number, time);
    }
}
