package io.depth4j.tiledb;

import io.depth4j.frames.DepthRange;
import io.depth4j.frames.FrameBuffer;
import io.depth4j.frames.FrameReader;
import io.depth4j.frames.Frames;
import io.depth4j.frames.ImageSummary;
import io.depth4j.frames.NoSuchImageException;
import io.depth4j.frames.PixelType;
import io.depth4j.frames.RowTimes;
import io.depth4j.frames.StoreStats;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A store as of one commit. */
final class StoreView implements FrameReader {

    private final State state;
    private final Segments segments;
    private final Pins pins;

    StoreView(State state, Segments segments, Pins pins) {
        this.state = state;
        this.segments = segments;
        this.pins = pins;
    }

    State state() {
        return state;
    }

    private ImageRows rows(long image) {
        return new ImageRows(get(image), segments);
    }

    private StoredImage get(long image) {
        return state.find(image)
                .orElseThrow(() -> NoSuchImageException.of(image, state.images().keySet()));
    }

    @Override
    public List<ImageSummary> images() {
        return state.images().values().stream().map(StoredImage::summary).toList();
    }

    @Override
    public Optional<ImageSummary> image(long image) {
        return state.find(image).map(StoredImage::summary);
    }

    @Override
    public Frames read(long image, DepthRange range) {
        return rows(image).read(range);
    }

    @Override
    public void readInto(long image, DepthRange range, FrameBuffer dst) {
        rows(image).readInto(range, dst);
    }

    @Override
    public Stream<Frames> stream(long image, DepthRange range, int rows) {
        StoredImage found = get(image);
        Iterator<Frames> pieces = new ImageRows(found, segments).pieces(range, rows);
        Pins.Pin pin = pins.pin(found);
        Spliterator<Frames> split =
                Spliterators.spliteratorUnknownSize(pieces, Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(split, false).onClose(pin::close);
    }

    @Override
    public Frames nearest(long image, double depth) {
        if (Double.isNaN(depth)) {
            throw new IllegalArgumentException("No row is the nearest one to NaN");
        }
        return rows(image).nearest(depth);
    }

    @Override
    public Frames overview(long image, DepthRange range, int rows) {
        StoredImage found = get(image);
        if (!range.meets(found.low(), found.high())) {
            return Frames.empty(found.unit(), found.width(), PixelType.FLOAT32);
        }
        return new ImageRows(found, segments).overview(range, rows).frames(found.unit());
    }

    @Override
    public List<RowTimes> times(long image, DepthRange range) {
        return rows(image).times(range);
    }

    @Override
    public StoreStats stats() {
        long rows =
                state.images().values().stream().mapToLong(StoredImage::rows).sum();
        Set<String> parts = state.images().values().stream()
                .flatMap(image -> image.runs().stream())
                .map(Run::segment)
                .collect(Collectors.toSet());
        long bytes = segments.folder().bytes(parts);
        return new StoreStats(state.images().size(), rows, bytes, parts.size(), state.number(), state.time());
    }
}
