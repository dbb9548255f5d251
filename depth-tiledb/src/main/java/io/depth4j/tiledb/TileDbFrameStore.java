package io.depth4j.tiledb;

import io.depth4j.frames.CompactReport;
import io.depth4j.frames.DepthRange;
import io.depth4j.frames.FrameBuffer;
import io.depth4j.frames.FrameReader;
import io.depth4j.frames.FrameStore;
import io.depth4j.frames.Frames;
import io.depth4j.frames.ImageSummary;
import io.depth4j.frames.Ingestion;
import io.depth4j.frames.RowTimes;
import io.depth4j.frames.StoreCommit;
import io.depth4j.frames.StoreStats;
import io.depth4j.frames.VerifyReport;
import io.depth4j.tiledb.Catalog.Draft;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A store on dense TileDB arrays {@code [image_id, depth_index, pixel]} in a folder. No server; several processes may read and
 * write it at once.
 */
public final class TileDbFrameStore implements FrameStore {

    private static final int ATTEMPTS = 5;
    private static final String CATALOG = "catalog";
    private static final String SEGMENTS = "segments";
    private static final String LOCK = "lock";
    /** What a store consists of; the making of one may have been cut short. */
    private static final Set<String> PARTS = Set.of(CATALOG, SEGMENTS, LOCK);

    private final Native tiledb;
    private final Catalog catalog;
    private final Segments segments;
    private final Pins pins = new Pins();
    private final double tolerance;
    private final String uri;

    private TileDbFrameStore(
            String uri, Native tiledb, CatalogFolder files, SegmentFolder parts, StoreOptions options) {
        this.uri = uri;
        this.tolerance = options.depthTolerance();
        this.catalog = new Catalog(files, InstantSource.system());
        this.tiledb = tiledb;
        this.segments = new Segments(parts, tiledb, options.compression());
    }

    /**
     * Opens a store in a folder, or in a bucket ({@code s3://bucket/folder}); where there is none, one is made.
     *
     * @throws StoreException if it cannot be reached, or there is none and this is not its owner
     */
    public static TileDbFrameStore open(String uri, StoreOptions options) throws IOException {
        return isRemote(uri) ? openRemote(uri, options, Catalog::create) : open(local(uri), options);
    }

    /**
     * Opens a store that is there, and makes none: what readers want.
     *
     * @throws StoreException if it cannot be reached, or there is none
     */
    public static TileDbFrameStore openExisting(String uri, StoreOptions options) {
        return isRemote(uri)
                ? openRemote(uri, options, files -> requireStore(files, uri))
                : openExisting(local(uri), options);
    }

    private static void requireStore(CatalogFolder files, String uri) {
        if (!Catalog.isIn(files)) {
            throw new StoreException("There is no store in " + uri + ": expected its catalog, found none");
        }
    }

    private static boolean isRemote(String uri) {
        return uri.contains("://") && !uri.startsWith("file:");
    }

    private static Path local(String uri) {
        return uri.startsWith("file:") ? Path.of(URI.create(uri)) : Path.of(uri);
    }

    private static TileDbFrameStore openRemote(String uri, StoreOptions options, Consumer<CatalogFolder> look) {
        String root = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
        Native tiledb = new Native(root, options.config());
        try {
            VfsFolder files = new VfsFolder(tiledb, root + "/" + CATALOG, options.owner());
            look.accept(files);
            return new TileDbFrameStore(
                    root, tiledb, files, new VfsSegments(tiledb, files, root + "/" + SEGMENTS), options);
        } catch (RuntimeException e) {
            tiledb.close();
            throw e;
        }
    }

    /**
     * Opens a store; an empty or a new folder becomes one.
     *
     * @throws StoreException if something else is there
     */
    public static TileDbFrameStore open(Path folder, StoreOptions options) throws IOException {
        // A store that is there is opened without a write: its folder may be read-only.
        if (!Catalog.isIn(catalog(folder))) {
            requireNothingElse(folder);
            Files.createDirectories(folder.resolve(CATALOG));
            Files.createDirectories(folder.resolve(SEGMENTS));
            make(catalog(folder.toRealPath()), folder);
        }
        return in(folder, options);
    }

    private static void requireNothingElse(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                Optional<String> other = all.map(each -> each.getFileName().toString())
                        .filter(name -> !PARTS.contains(name))
                        .findFirst();
                if (other.isPresent()) {
                    throw new StoreException("There is no store in " + folder
                            + ", and none is made there: expected an empty or a new folder, found " + other.get());
                }
            }
        }
    }

    /** As {@link #openExisting(String, StoreOptions)}. */
    public static TileDbFrameStore openExisting(Path folder, StoreOptions options) {
        requireStore(catalog(folder), folder.toString());
        return in(folder, options);
    }

    private static LocalFolder catalog(Path folder) {
        return new LocalFolder(folder.resolve(CATALOG), folder.resolve(LOCK));
    }

    private static TileDbFrameStore in(Path folder, StoreOptions options) {
        Path real = real(folder);
        LocalFolder files = catalog(real);
        String uri = folder.toString();
        Native tiledb = new Native(uri, options.config());
        try {
            return new TileDbFrameStore(uri, tiledb, files, new LocalSegments(real.resolve(SEGMENTS)), options);
        } catch (RuntimeException e) {
            tiledb.close();
            throw e;
        }
    }

    /** Links resolved: locks are known by their paths, and one store has one path. */
    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new StoreException("The store " + folder + " cannot be reached", e);
        }
    }

    private static void make(LocalFolder files, Path folder) throws IOException {
        try {
            files.alone(() -> {
                Catalog.create(files);
                return true;
            });
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new StoreException("The store " + folder + " cannot be made", e);
        }
    }

    private State open() {
        if (tiledb.isClosed()) {
            throw new IllegalStateException("The store " + uri + " is closed");
        }
        return catalog.now();
    }

    /**
     * Reads the latest state; once more where another process has compacted meanwhile and removed what that state refers to.
     */
    private <T> T reading(Function<StoreView, T> work) {
        State state = open();
        for (int attempt = 1; ; attempt++) {
            try {
                return work.apply(new StoreView(state, segments, pins));
            } catch (StoreException e) {
                State latest = open();
                if (attempt == ATTEMPTS || latest.number() == state.number()) {
                    throw e;
                }
                state = latest;
            }
        }
    }

    @Override
    public List<ImageSummary> images() {
        return reading(StoreView::images);
    }

    @Override
    public Optional<ImageSummary> image(long image) {
        return reading(view -> view.image(image));
    }

    @Override
    public Frames read(long image, DepthRange range) {
        return reading(view -> view.read(image, range));
    }

    @Override
    public void readInto(long image, DepthRange range, FrameBuffer dst) {
        reading(view -> {
            view.readInto(image, range, dst);
            return true;
        });
    }

    @Override
    public Stream<Frames> stream(long image, DepthRange range, int rows) {
        return reading(view -> view.stream(image, range, rows));
    }

    @Override
    public Frames nearest(long image, double depth) {
        return reading(view -> view.nearest(image, depth));
    }

    @Override
    public Frames overview(long image, DepthRange range, int rows) {
        return reading(view -> view.overview(image, range, rows));
    }

    @Override
    public List<RowTimes> times(long image, DepthRange range) {
        return reading(view -> view.times(image, range));
    }

    @Override
    public StoreStats stats() {
        StoreStats stats = reading(StoreView::stats);
        Instant oldest = catalog.oldest().time();
        return new StoreStats(stats.images(), stats.rows(), stats.bytes(), stats.segments(), stats.commits(), oldest);
    }

    @Override
    public Ingestion ingest(long image, String name) {
        if (image < 1) {
            throw new IllegalArgumentException("The number of an image is positive, found " + image);
        }
        open();
        return new SegmentIngestion(catalog, segments, tolerance, OptionalLong.of(image), name);
    }

    @Override
    public Ingestion ingest(String name) {
        open();
        return new SegmentIngestion(catalog, segments, tolerance, OptionalLong.empty(), name);
    }

    @Override
    public boolean delete(long image) {
        open();
        return catalog.publish(latest -> latest.find(image)
                        .map(there -> new Draft(
                                StoreCommit.Kind.DELETE,
                                OptionalLong.of(image),
                                0,
                                0,
                                Map.of(),
                                time -> new Change.Drop(image))))
                .isPresent();
    }

    @Override
    public StoreCommit note(Map<String, String> note) {
        open();
        Draft draft = new Draft(StoreCommit.Kind.NOTE, OptionalLong.empty(), 0, 0, note, time -> new Change.None());
        return catalog.publish(latest -> Optional.of(draft)).orElseThrow().told();
    }

    @Override
    public List<StoreCommit> log(long before, int limit) {
        open();
        return catalog.log(before, limit);
    }

    @Override
    public Optional<StoreCommit> noted(String key, String value) {
        open();
        return catalog.noted(key, value);
    }

    @Override
    public FrameReader at(Instant moment) {
        open();
        return new StoreView(catalog.at(moment), segments, pins);
    }

    @Override
    public CompactReport compact(Instant keepSince) {
        open();
        return new Compaction(catalog, segments, pins, tiledb).run(keepSince);
    }

    @Override
    public VerifyReport verify() {
        return new Verification(open(), catalog, segments, pins).run();
    }

    /** Waits for calls in flight. */
    @Override
    public void close() {
        tiledb.close();
    }
}
