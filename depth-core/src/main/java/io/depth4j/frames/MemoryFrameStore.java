package io.depth4j.frames;

import io.depth4j.internal.frames.MemoryImage;
import io.depth4j.internal.frames.MemoryVersion;
import io.depth4j.internal.frames.RowOrder;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A store in memory, for tests and small programs: what it holds ends with it. Each change of an image copies it.
 */
public final class MemoryFrameStore implements FrameStore {

    private final double tolerance;
    private final InstantSource clock;
    private final List<StoreCommit> commits = new ArrayList<>();
    private final List<MemoryVersion> versions = new ArrayList<>();
    private volatile MemoryVersion current;
    private volatile boolean closed;

    /** An empty store, in which depths are the same ones if they are equal. */
    public MemoryFrameStore() {
        this(0);
    }

    /** @param tolerance how far apart two depths may be and count as the same */
    public MemoryFrameStore(double tolerance) {
        this(tolerance, InstantSource.system());
    }

    /** @param clock tells the time of commits */
    public MemoryFrameStore(double tolerance, InstantSource clock) {
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("A tolerance is not negative, found " + tolerance);
        }
        this.tolerance = tolerance;
        this.clock = clock;
        this.current = new MemoryVersion(0, Instant.EPOCH, new TreeMap<>(), 0);
        versions.add(current);
    }

    private MemoryVersion open() {
        if (closed) {
            throw new IllegalStateException("The store is closed");
        }
        return current;
    }

    @Override
    public List<ImageSummary> images() {
        return open().images();
    }

    @Override
    public Optional<ImageSummary> image(long image) {
        return open().image(image);
    }

    @Override
    public Frames read(long image, DepthRange range) {
        return open().read(image, range);
    }

    @Override
    public void readInto(long image, DepthRange range, FrameBuffer dst) {
        open().readInto(image, range, dst);
    }

    @Override
    public Stream<Frames> stream(long image, DepthRange range, int rows) {
        return open().stream(image, range, rows);
    }

    @Override
    public Frames nearest(long image, double depth) {
        return open().nearest(image, depth);
    }

    @Override
    public Frames overview(long image, DepthRange range, int rows) {
        return open().overview(image, range, rows);
    }

    @Override
    public List<RowTimes> times(long image, DepthRange range) {
        return open().times(image, range);
    }

    @Override
    public synchronized StoreStats stats() {
        MemoryVersion now = open();
        StoreStats stats = now.stats();
        return new StoreStats(
                stats.images(),
                stats.rows(),
                stats.bytes(),
                stats.segments(),
                commits.size(),
                versions.get(0).time());
    }

    @Override
    public Ingestion ingest(long image, String name) {
        if (image < 1) {
            throw new IllegalArgumentException("The number of an image is positive, found " + image);
        }
        open();
        return new Lot(OptionalLong.of(image), name);
    }

    @Override
    public Ingestion ingest(String name) {
        open();
        return new Lot(OptionalLong.empty(), name);
    }

    private final class Lot implements Ingestion {

        private final OptionalLong wanted;
        private final String name;
        private final List<Frames> lots = new ArrayList<>();
        private boolean done;

        Lot(OptionalLong wanted, String name) {
            this.wanted = wanted;
            this.name = name;
        }

        @Override
        public void write(Frames frames) {
            requireOpen();
            Frames like = lots.isEmpty() ? frames : lots.get(0);
            wanted.stream()
                    .mapToObj(open()::find)
                    .flatMap(Optional::stream)
                    .forEach(image -> requireLike(image.rows(), frames));
            requireLike(like, frames);
            Frames copy = frames.rows(0, frames.count());
            lots.add(copy.to(like.unit()));
        }

        private void requireOpen() {
            if (done) {
                throw new IllegalStateException("This ingestion is committed or closed");
            }
        }

        @Override
        public UpsertReport commit(Map<String, String> note) {
            requireOpen();
            done = true;
            synchronized (MemoryFrameStore.this) {
                return store(note);
            }
        }

        private UpsertReport store(Map<String, String> note) {
            MemoryVersion now = open();
            long id = wanted.orElseGet(now::nextId);
            Optional<MemoryImage> there = now.find(id);
            List<Frames> filled = lots.stream().filter(lot -> !lot.isEmpty()).toList();
            if (filled.isEmpty()) {
                return new UpsertReport(id, noted(now, id, note), 0, 0, 0);
            }
            Instant time = nextTime();
            MemoryImage before = there.orElse(MemoryImage.empty(id, name, filled.get(0), time));
            Frames rows =
                    RowOrder.sorted(RowOrder.joined(filled)).to(before.rows().unit());
            MemoryImage.Change change = before.with(rows, tolerance, time);
            if (change.added() + change.replaced() == 0) {
                return new UpsertReport(id, noted(now, id, note), 0, 0, change.unchanged());
            }
            SortedMap<Long, MemoryImage> images = new TreeMap<>(now.byId());
            images.put(id, change.image());
            StoreCommit commit = publish(
                    StoreCommit.Kind.UPSERT,
                    time,
                    OptionalLong.of(id),
                    change.added(),
                    change.replaced(),
                    note,
                    images);
            return new UpsertReport(id, commit.number(), change.added(), change.replaced(), change.unchanged());
        }

        /** The commit of rows that change nothing, which is the latest one unless there is something to remember. */
        private long noted(MemoryVersion now, long id, Map<String, String> note) {
            OptionalLong there = now.find(id).isPresent() ? OptionalLong.of(id) : OptionalLong.empty();
            return note.isEmpty() ? now.number() : remember(there, note).number();
        }

        @Override
        public void close() {
            done = true;
            lots.clear();
        }
    }

    private static void requireLike(Frames expected, Frames found) {
        if (expected.width() != found.width() || expected.type() != found.type()) {
            throw new IllegalArgumentException("This image has rows of " + expected.width() + " " + expected.type()
                    + " pixels, found rows of " + found.width() + " " + found.type());
        }
    }

    /** After the last commit's, whatever the clock says. */
    private Instant nextTime() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant after = current.time().plus(1, ChronoUnit.MICROS);
        return now.isBefore(after) ? after : now;
    }

    private StoreCommit publish(
            StoreCommit.Kind kind,
            Instant time,
            OptionalLong image,
            long added,
            long replaced,
            Map<String, String> note,
            SortedMap<Long, MemoryImage> images) {
        long number = current.number() + 1;
        StoreCommit commit = new StoreCommit(number, time, kind, image, added, replaced, note);
        long lastId = Math.max(current.lastId(), image.orElse(0));
        commits.add(commit);
        current = new MemoryVersion(number, time, images, lastId);
        versions.add(current);
        return commit;
    }

    @Override
    public synchronized boolean delete(long image) {
        MemoryVersion now = open();
        if (now.find(image).isEmpty()) {
            return false;
        }
        SortedMap<Long, MemoryImage> images = new TreeMap<>(now.byId());
        images.remove(image);
        publish(StoreCommit.Kind.DELETE, nextTime(), OptionalLong.of(image), 0, 0, Map.of(), images);
        return true;
    }

    @Override
    public synchronized StoreCommit note(Map<String, String> note) {
        open();
        return remember(OptionalLong.empty(), note);
    }

    private StoreCommit remember(OptionalLong image, Map<String, String> note) {
        return publish(StoreCommit.Kind.NOTE, nextTime(), image, 0, 0, note, current.byId());
    }

    @Override
    public synchronized List<StoreCommit> log(long before, int limit) {
        open();
        List<StoreCommit> found = new ArrayList<>();
        for (int i = (int) Math.min(commits.size(), Math.max(before, 1) - 1) - 1; i >= 0 && found.size() < limit; i--) {
            found.add(commits.get(i));
        }
        return found;
    }

    @Override
    public synchronized Optional<StoreCommit> noted(String key, String value) {
        open();
        for (int i = commits.size() - 1; i >= 0; i--) {
            if (value.equals(commits.get(i).note().get(key))) {
                return Optional.of(commits.get(i));
            }
        }
        return Optional.empty();
    }

    @Override
    public synchronized FrameReader at(Instant moment) {
        open();
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (!versions.get(i).time().isAfter(moment)) {
                return versions.get(i);
            }
        }
        throw new ForgottenException(moment, versions.get(0).time());
    }

    @Override
    public synchronized CompactReport compact(Instant keepSince) {
        open();
        int before = versions.size();
        while (versions.size() > 1 && !versions.get(1).time().isAfter(keepSince)) {
            versions.remove(0);
        }
        StoreStats stats = stats();
        publish(StoreCommit.Kind.COMPACT, nextTime(), OptionalLong.empty(), 0, 0, Map.of(), current.byId());
        return new CompactReport(before, versions.size() - 1L, stats.bytes(), stats.bytes(), 0);
    }

    @Override
    public VerifyReport verify() {
        Collection<MemoryImage> images = open().byId().values();
        long rows = images.stream().mapToLong(image -> image.rows().count()).sum();
        return new VerifyReport(images.size(), rows, List.of(), List.of());
    }

    @Override
    public void close() {
        closed = true;
    }
}
