package io.depth4j.testkit;

import io.depth4j.frames.DepthRange;
import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.ForgottenException;
import io.depth4j.frames.FrameBuffer;
import io.depth4j.frames.FrameReader;
import io.depth4j.frames.FrameStore;
import io.depth4j.frames.Frames;
import io.depth4j.frames.ImageSummary;
import io.depth4j.frames.Ingestion;
import io.depth4j.frames.NoSuchImageException;
import io.depth4j.frames.PixelType;
import io.depth4j.frames.RowTimes;
import io.depth4j.frames.StoreCommit;
import io.depth4j.frames.StoreStats;
import io.depth4j.frames.UpsertReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/**
 * What every {@link FrameStore} promises, one check for each promise. Needs no test framework: a failed check throws an
 * {@link AssertionError}.
 */
public final class FrameStoreContract {

    /** Opens a new, empty store for one check. */
    public interface Opener {
        FrameStore open(double tolerance) throws Exception;
    }

    /** A promise and its check. */
    public interface Promise {
        String name();

        void check() throws Exception;
    }

    private interface Body {
        void check(FrameStore store) throws Exception;
    }

    private record Kept(String name, Opener opener, double tolerance, Body body) implements Promise {
        @Override
        public void check() throws Exception {
            try (FrameStore store = opener.open(tolerance)) {
                body.check(store);
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final int WIDTH = 5;

    private final Opener opener;
    private final List<Promise> promises = new ArrayList<>();

    private FrameStoreContract(Opener opener) {
        this.opener = opener;
    }

    /** All promises, to be checked on stores that {@code opener} makes. */
    public static List<Promise> of(Opener opener) {
        FrameStoreContract contract = new FrameStoreContract(opener);
        contract.rows();
        contract.changes();
        contract.images();
        contract.history();
        contract.crowds();
        return List.copyOf(contract.promises);
    }

    private void promise(String name, Body body) {
        promise(name, 0, body);
    }

    private void promise(String name, double tolerance, Body body) {
        promises.add(new Kept(name, opener, tolerance, body));
    }

    private void rows() {
        promise("rows come back by depth, whatever order they came in", store -> {
            store.upsert(7, bytes(new double[] {3, -1.5, 2, 10.25}, 30, 15, 20, 100));
            same(bytes(new double[] {-1.5, 2, 3, 10.25}, 15, 20, 30, 100), store.read(7, DepthRange.all()));
            store.upsert(8, bytes(new double[] {9, 8, 7}, 9, 8, 7));
            same(bytes(new double[] {7, 8, 9}, 7, 8, 9), store.read(8, DepthRange.all()));
        });
        promise("of rows at one depth the last one counts", store -> {
            store.upsert(1, bytes(new double[] {1, 2, 1, 2, 1}, 10, 20, 11, 21, 12));
            same(bytes(new double[] {1, 2}, 12, 21), store.read(1, DepthRange.all()));
        });
        promise("a missing pixel is not zero", store -> {
            Frames rows = bytes(new double[] {1, 2}, 0, 0);
            byte[] valid = new byte[2 * WIDTH];
            valid[3] = 1;
            valid[WIDTH] = 1;
            store.upsert(1, Frames.wrap(DepthUnit.METRE, WIDTH, rows.depths(), rows.bytes(), valid));
            store.upsert(1, bytes(new double[] {3}, 0));
            Frames found = store.read(1, DepthRange.all());
            equal(
                    List.of(true, false, false, true, false),
                    List.of(
                            found.isMissing(0, 0),
                            found.isMissing(0, 3),
                            found.isMissing(1, 0),
                            found.isMissing(1, 1),
                            found.isMissing(2, 4)));
            Frames whole = store.read(1, DepthRange.closed(3, 3));
            equal(0f, whole.value(0, 2));
        });
        promise("floats come back bit for bit, missing ones too", store -> {
            float[] values = {1.5f, Float.NaN, -0f, Float.MIN_VALUE, Float.NEGATIVE_INFINITY};
            Frames rows = Frames.wrap(DepthUnit.FOOT, WIDTH, new double[] {4}, values);
            store.upsert(1, rows);
            same(rows, store.read(1, DepthRange.all()));
            equal(PixelType.FLOAT32, store.image(1).orElseThrow().type());
        });
        promise("a range has its lower end, and its upper end if it is closed", store -> {
            store.upsert(1, bytes(new double[] {1, 2, 3, 4}, 1, 2, 3, 4));
            same(bytes(new double[] {2, 3}, 2, 3), store.read(1, DepthRange.closed(2, 3)));
            same(bytes(new double[] {2}, 2), store.read(1, DepthRange.halfOpen(2, 3)));
            same(bytes(new double[] {3, 4}, 3, 4), store.read(1, DepthRange.closed(2.5, Double.POSITIVE_INFINITY)));
            equal(0, store.read(1, DepthRange.closed(2.1, 2.9)).count());
            equal(0, store.read(1, DepthRange.closed(5, 9)).count());
            equal(0, store.read(1, DepthRange.halfOpen(2, 2)).count());
        });
        promise("a buffer is filled again and again", store -> {
            Frames rows = numbered(0, 500, 3);
            store.upsert(1, rows);
            FrameBuffer buffer = new FrameBuffer();
            for (int from : new int[] {0, 400, 17, 499, 100}) {
                store.readInto(1, DepthRange.halfOpen(from, from + 57), buffer);
                same(rows.rows(from, Math.min(500, from + 57)), buffer.frames());
            }
        });
        promise("the nearest row is found, the lower of two", store -> {
            store.upsert(1, bytes(new double[] {10, 20, 40}, 1, 2, 4));
            for (double[] pair : new double[][] {{-5, 10}, {15, 10}, {15.1, 20}, {20, 20}, {31, 40}, {99, 40}}) {
                equal(pair[1], store.nearest(1, pair[0]).depth(0));
            }
        });
        promise("a stream gives pieces of one commit", store -> {
            store.upsert(1, numbered(0, 100, 1));
            List<Frames> pieces = new ArrayList<>();
            try (Stream<Frames> stream = store.stream(1, DepthRange.closed(5, 95), 20)) {
                stream.forEach(piece -> {
                    pieces.add(piece);
                    store.upsert(1, numbered(0, 100, 2));
                });
            }
            equal(
                    List.of(20, 20, 20, 20, 11),
                    pieces.stream().map(Frames::count).toList());
            Frames expected = numbered(0, 100, 1);
            int row = 5;
            for (Frames piece : pieces) {
                same(expected.rows(row, row + piece.count()), piece);
                row += piece.count();
            }
        });
        promise("an overview is the mean of what is there", store -> {
            double[] depths = {0, 1, 2, 3, 8, 9, 10};
            byte[] pixels = new byte[7 * WIDTH];
            byte[] valid = new byte[7 * WIDTH];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) (10 * (i / WIDTH));
                valid[i] = (byte) (i % WIDTH == 1 && i / WIDTH == 0 || i % WIDTH == 2 ? 0 : 1);
            }
            store.upsert(1, Frames.wrap(DepthUnit.METRE, WIDTH, depths, pixels, valid));
            Frames seen = store.overview(1, DepthRange.closed(-5, 10), 5);
            equal(
                    List.of(1d, 3d, 5d, 7d, 9d),
                    Stream.of(0, 1, 2, 3, 4).map(seen::depth).toList());
            equal(List.of(5f, 25f, Float.NaN, Float.NaN, 50f), column(seen, 0));
            equal(List.of(10f, 25f, Float.NaN, Float.NaN, 50f), column(seen, 1));
            equal(List.of(Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN), column(seen, 2));
            equal(0, store.overview(1, DepthRange.closed(20, 30), 5).count());
        });
    }

    private void changes() {
        promise("a row that comes again replaces the one at its depth and keeps its time of creation", store -> {
            store.upsert(1, bytes(new double[] {1, 2, 3}, 1, 2, 3));
            List<RowTimes> before = store.times(1, DepthRange.all());
            UpsertReport report = store.upsert(1, bytes(new double[] {4, 2, 3}, 4, 22, 3));
            equal(List.of(1L, 1L, 1L), List.of(report.added(), report.replaced(), report.unchanged()));
            same(bytes(new double[] {1, 2, 3, 4}, 1, 22, 3, 4), store.read(1, DepthRange.all()));
            List<RowTimes> after = store.times(1, DepthRange.all());
            equal(before.get(1).created(), after.get(1).created());
            require(after.get(1).updated().isAfter(before.get(1).updated()), "a replaced row has a later time");
            equal(before.get(2), after.get(2));
            require(after.get(3).created().equals(after.get(1).updated()), "rows of one commit have one time");
        });
        promise("the same rows again change nothing", store -> {
            Frames rows = numbered(0, 300, 9);
            UpsertReport first = store.upsert(1, rows);
            StoreStats before = store.stats();
            UpsertReport again = store.upsert(1, rows);
            equal(List.of(0L, 0L, 300L), List.of(again.added(), again.replaced(), again.unchanged()));
            equal(first.commit(), again.commit());
            require(!again.changed(), "nothing changed");
            equal(before, store.stats());
            same(rows, store.read(1, DepthRange.all()));
        });
        promise("rows that come in pieces become visible together", store -> {
            store.upsert(1, numbered(0, 10, 1));
            try (Ingestion ingestion = store.ingest(1, "pieces")) {
                for (int lot = 9; lot >= 0; lot--) {
                    Frames piece = numbered(100 * lot, 100, 2);
                    ingestion.write(piece);
                    piece.bytes()[0]++; // the array is the caller's again
                    same(numbered(0, 10, 1), store.read(1, DepthRange.all()));
                }
                UpsertReport report = ingestion.commit(Map.of());
                equal(List.of(990L, 10L, 0L), List.of(report.added(), report.replaced(), report.unchanged()));
            }
            same(numbered(0, 1000, 2), store.read(1, DepthRange.all()));
        });
        promise("what is not committed leaves no trace", store -> {
            store.upsert(1, numbered(0, 10, 1));
            StoreStats before = store.stats();
            try (Ingestion ingestion = store.ingest(1, "given up")) {
                ingestion.write(numbered(0, 1000, 5));
            }
            try (Ingestion ingestion = store.ingest("given up")) {
                ingestion.write(numbered(0, 1000, 5));
            }
            same(numbered(0, 10, 1), store.read(1, DepthRange.all()));
            equal(before.images(), store.stats().images());
            equal(before.commits(), store.stats().commits());
        });
        promise("rows of another width or type are refused", store -> {
            store.upsert(1, numbered(0, 10, 1));
            Frames wider = Frames.wrap(DepthUnit.METRE, WIDTH + 1, new double[] {1}, new byte[WIDTH + 1]);
            Frames floats = Frames.wrap(DepthUnit.METRE, WIDTH, new double[] {1}, new float[WIDTH]);
            throwing(IllegalArgumentException.class, "found rows of 6", () -> store.upsert(1, wider));
            throwing(IllegalArgumentException.class, "FLOAT32", () -> store.upsert(1, floats));
            throwing(IllegalArgumentException.class, "positive", () -> store.upsert(0, wider));
            same(numbered(0, 10, 1), store.read(1, DepthRange.all()));
        });
        promise("depths within the tolerance are the same", 0.01, store -> {
            store.upsert(1, bytes(new double[] {1, 2, 3}, 1, 2, 3));
            UpsertReport report = store.upsert(1, bytes(new double[] {1.009, 2.02, 2.991}, 11, 12, 3));
            equal(List.of(1L, 1L, 1L), List.of(report.added(), report.replaced(), report.unchanged()));
            same(bytes(new double[] {1, 2, 2.02, 3}, 11, 2, 12, 3), store.read(1, DepthRange.all()));
        });
        promise("depths are kept in the unit of their image", store -> {
            store.upsert(1, bytes(new double[] {1, 2}, 1, 2));
            Frames feet = Frames.wrap(
                    DepthUnit.FOOT,
                    WIDTH,
                    new double[] {100},
                    bytes(new double[1], 7).bytes());
            store.upsert(1, feet);
            equal(DepthUnit.METRE, store.read(1, DepthRange.all()).unit());
            equal(30.48, store.nearest(1, 30).depth(0));
        });
        promise("any sequence of changes gives what a sorted map gives", store -> {
            for (int seed = 0; seed < 4; seed++) {
                compareWithMap(store, seed + 1, random(seed));
            }
        });
    }

    private static void compareWithMap(FrameStore store, long image, RandomGenerator random) {
        TreeMap<Double, Byte> model = new TreeMap<>();
        for (int step = 0; step < 25; step++) {
            int rows = 1 + random.nextInt(60);
            double[] depths = new double[rows];
            int[] values = new int[rows];
            boolean run = random.nextBoolean();
            double from = random.nextInt(100);
            for (int i = 0; i < rows; i++) {
                depths[i] = run ? from + i : random.nextInt(120);
                values[i] = random.nextInt(4);
            }
            store.upsert(image, bytes(depths, values));
            for (int i = 0; i < rows; i++) {
                model.put(depths[i], (byte) values[i]);
            }
            if (random.nextInt(6) == 0) {
                store.compact(random.nextBoolean() ? Instant.EPOCH : Instant.now());
            }
            double low = random.nextInt(130) - 5;
            double high = low + random.nextInt(60);
            Frames found = store.read(image, DepthRange.halfOpen(low, high));
            Map<Double, Byte> expected = model.subMap(low, high);
            same(
                    bytes(
                            expected.keySet().stream()
                                    .mapToDouble(depth -> depth)
                                    .toArray(),
                            expected.values().stream().mapToInt(value -> value).toArray()),
                    found);
        }
        equal(model.size(), store.read(image, DepthRange.all()).count());
    }

    private void images() {
        promise("images are told without their rows", store -> {
            equal(List.of(), store.images());
            try (Ingestion ingestion = store.ingest(12, "Well A")) {
                ingestion.write(bytes(new double[] {3, 5}, 1, 2));
                equal(12L, ingestion.commit(Map.of()).image());
            }
            store.upsert(3, bytes(new double[] {-7}, 1));
            equal(
                    List.of(3L, 12L),
                    store.images().stream().map(ImageSummary::id).toList());
            ImageSummary image = store.image(12).orElseThrow();
            equal(
                    List.of("Well A", 2L, 3d, 5d, WIDTH),
                    List.of(image.name(), image.rows(), image.lowest(), image.highest(), image.width()));
            equal(image, store.images().get(1));
            require(store.image(4).isEmpty(), "there is no image 4");
        });
        promise("an image that is not there is named, with those that are", store -> {
            store.upsert(3, numbered(0, 1, 1));
            throwing(NoSuchImageException.class, "no image 4", () -> store.read(4, DepthRange.all()));
            throwing(NoSuchImageException.class, "1: 3", () -> store.nearest(4, 0));
        });
        promise("new images get numbers that nobody had", store -> {
            store.upsert(5, numbered(0, 1, 1));
            long first = added(store, numbered(0, 1, 1));
            require(first > 5, "a new image comes after 5, found " + first);
            require(store.delete(first), "the image was there");
            long second = added(store, numbered(0, 1, 1));
            require(second > first, "a number is not given twice, found " + second + " after " + first);
        });
        promise("a deleted image is gone, once", store -> {
            store.upsert(1, numbered(0, 10, 1));
            store.upsert(2, numbered(0, 10, 2));
            require(store.delete(1), "it was there");
            require(!store.delete(1), "it was not there any more");
            equal(List.of(2L), store.images().stream().map(ImageSummary::id).toList());
            throwing(NoSuchImageException.class, "no image 1", () -> store.read(1, DepthRange.all()));
            store.upsert(1, bytes(new double[] {4}, 4));
            same(bytes(new double[] {4}, 4), store.read(1, DepthRange.all()));
        });
        promise("a closed store says so", store -> {
            store.upsert(1, numbered(0, 1, 1));
            store.close();
            store.close();
            throwing(IllegalStateException.class, "closed", () -> store.read(1, DepthRange.all()));
            throwing(IllegalStateException.class, "closed", () -> store.upsert(1, numbered(0, 1, 1)));
        });
    }

    private static long added(FrameStore store, Frames rows) {
        try (Ingestion ingestion = store.ingest("new")) {
            ingestion.write(rows);
            return ingestion.commit(Map.of()).image();
        }
    }

    private void history() {
        promise("the store can be seen as it was", store -> {
            store.upsert(1, numbered(0, 10, 1));
            Instant first = last(store).time();
            store.upsert(1, numbered(5, 10, 2));
            Instant second = last(store).time();
            store.delete(1);
            require(second.isAfter(first), "later commits have later times");
            same(numbered(0, 10, 1), store.at(first).read(1, DepthRange.all()));
            same(numbered(0, 10, 1), store.at(second.minusNanos(1000)).read(1, DepthRange.all()));
            equal(15, store.at(second).read(1, DepthRange.all()).count());
            equal(List.of(), store.at(Instant.now().plusSeconds(60)).images());
        });
        promise("compaction changes no row, and the past before its horizon is forgotten", store -> {
            for (int i = 0; i < 12; i++) {
                store.upsert(1, numbered(10 * i, 25, i));
                store.upsert(2 + i % 3, numbered(i, 5, i));
            }
            Instant middle = last(store).time();
            Frames then = store.read(1, DepthRange.all());
            store.upsert(1, numbered(3, 40, 77));
            Frames before = store.read(1, DepthRange.all());
            List<RowTimes> times = store.times(1, DepthRange.all());
            store.compact(middle);
            same(before, store.read(1, DepthRange.all()));
            equal(times, store.times(1, DepthRange.all()));
            same(then, store.at(middle).read(1, DepthRange.all()));
            FrameReader kept = store.at(Instant.now().plusSeconds(1));
            same(before, kept.read(1, DepthRange.all()));
            throwing(ForgottenException.class, "goes back to", () -> store.at(middle.minusSeconds(3600)));
            require(store.verify().isSound(), "it is sound");
        });
        promise("commits are logged, and found by what was noted", store -> {
            store.upsert(4, numbered(0, 2, 1));
            StoreCommit noted = store.note(Map.of("sha256", "abc", "file", "a.csv"));
            store.note(Map.of("sha256", "def"));
            equal(noted, store.noted("sha256", "abc").orElseThrow());
            require(store.noted("sha256", "nothing").isEmpty(), "nothing has that value");
            List<StoreCommit> log = store.log(Long.MAX_VALUE, 10);
            equal(List.of(3L, 2L, 1L), log.stream().map(StoreCommit::number).toList());
            equal(
                    List.of(2L, 1L),
                    store.log(3, 10).stream().map(StoreCommit::number).toList());
            equal(List.of(2L), store.log(3, 1).stream().map(StoreCommit::number).toList());
            equal(2L, log.get(2).added());
            same(numbered(0, 2, 1), store.read(4, DepthRange.all()));
        });
        promise("numbers that cannot be are refused", store -> {
            store.upsert(Long.MAX_VALUE, numbered(0, 2, 1));
            throwing(IllegalArgumentException.class, "NaN", () -> store.nearest(Long.MAX_VALUE, Double.NaN));
            equal(List.of(), store.log(Long.MIN_VALUE, 10));
            equal(List.of(), store.log(Integer.MIN_VALUE * 2L + 6, 10));
            try (Ingestion more = store.ingest("more")) {
                more.write(numbered(0, 2, 1));
                throwing(IllegalStateException.class, "No number is left", () -> more.commit(Map.of()));
            }
        });
        promise("what is noted with rows that are there already names their image", store -> {
            store.upsert(4, numbered(0, 2, 1));
            try (Ingestion again = store.ingest(4, "")) {
                again.write(numbered(0, 2, 1));
                again.commit(Map.of("sha256", "abc"));
            }
            StoreCommit noted = store.noted("sha256", "abc").orElseThrow();
            equal(StoreCommit.Kind.NOTE, noted.kind());
            equal(OptionalLong.of(4), noted.image());
        });
    }

    private static StoreCommit last(FrameStore store) {
        return store.log(Long.MAX_VALUE, 1).get(0);
    }

    private void crowds() {
        promise("readers see whole commits while writers write", store -> {
            store.upsert(1, filled(200, 0));
            AtomicBoolean done = new AtomicBoolean();
            List<Callable<Integer>> work = new ArrayList<>();
            for (int reader = 0; reader < 2; reader++) {
                work.add(() -> {
                    int reads = 0;
                    while (!done.get()) {
                        Frames found = store.read(1, DepthRange.all());
                        equal(200, found.count());
                        Set<Integer> values = new TreeSet<>();
                        for (byte pixel : found.bytes()) {
                            values.add(pixel & 0xff);
                        }
                        equal(1, values.size());
                        reads++;
                    }
                    return reads;
                });
            }
            work.add(() -> {
                try {
                    for (int value = 1; value < 60; value++) {
                        store.upsert(1, filled(200, value));
                        if (value % 20 == 0) {
                            store.compact(Instant.now());
                        }
                    }
                } finally {
                    done.set(true);
                }
                return 1;
            });
            for (int result : together(work)) {
                require(result > 0, "everybody did something");
            }
        });
        promise("writers of one image lose nothing", store -> {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                int own = writer;
                work.add(() -> {
                    for (int i = 0; i < 10; i++) {
                        store.upsert(1, numbered(1000 * own + 10 * i, 10, own));
                    }
                    return own;
                });
            }
            together(work);
            equal(400, store.read(1, DepthRange.all()).count());
            equal(40L, store.stats().commits());
        });
        promise("numbers of new images do not collide", store -> {
            List<Callable<List<Long>>> work = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                work.add(() -> {
                    List<Long> numbers = new ArrayList<>();
                    for (int i = 0; i < 8; i++) {
                        numbers.add(added(store, numbered(0, 3, i)));
                    }
                    return numbers;
                });
            }
            Set<Long> numbers = new TreeSet<>();
            together(work).forEach(numbers::addAll);
            equal(32, numbers.size());
            equal(32, store.images().size());
        });
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Rows whose pixels all have the value of their row. */
    private static Frames bytes(double[] depths, int... values) {
        byte[] pixels = new byte[depths.length * WIDTH];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) values[i / WIDTH];
        }
        return Frames.wrap(DepthUnit.METRE, WIDTH, depths, pixels);
    }

    /** Rows at whole depths, every pixel another one. */
    private static Frames numbered(int first, int rows, int seed) {
        double[] depths = new double[rows];
        byte[] pixels = new byte[rows * WIDTH];
        for (int row = 0; row < rows; row++) {
            depths[row] = first + row;
            for (int x = 0; x < WIDTH; x++) {
                pixels[row * WIDTH + x] = (byte) ((first + row) * 31 + x * 7 + seed * 13);
            }
        }
        return Frames.wrap(DepthUnit.METRE, WIDTH, depths, pixels);
    }

    private static Frames filled(int rows, int value) {
        double[] depths = new double[rows];
        byte[] pixels = new byte[rows * WIDTH];
        for (int row = 0; row < rows; row++) {
            depths[row] = row * 0.5;
        }
        Arrays.fill(pixels, (byte) value);
        return Frames.wrap(DepthUnit.METRE, WIDTH, depths, pixels);
    }

    private static List<Float> column(Frames frames, int x) {
        List<Float> values = new ArrayList<>();
        for (int row = 0; row < frames.count(); row++) {
            values.add(frames.value(row, x));
        }
        return Collections.unmodifiableList(values);
    }

    private static void same(Frames expected, Frames found) {
        require(expected.sameAs(found), "expected " + told(expected) + ", found " + told(found));
    }

    private static String told(Frames frames) {
        StringBuilder text = new StringBuilder(frames.toString());
        for (int row = 0; row < Math.min(frames.count(), 40); row++) {
            text.append(' ').append(frames.depth(row)).append(':').append(frames.value(row, 0));
        }
        return text.toString();
    }

    private static void equal(Object expected, Object found) {
        require(expected.equals(found), "expected " + expected + ", found " + found);
    }

    private static void require(boolean kept, String promise) {
        if (!kept) {
            throw new AssertionError(promise);
        }
    }

    private static void throwing(Class<? extends Exception> expected, String says, Callable<?> call) {
        Exception found;
        try {
            Object result = call.call();
            throw new AssertionError("expected " + expected.getSimpleName() + ", found " + result);
        } catch (Exception e) {
            found = e;
        }
        require(
                expected.isInstance(found) && String.valueOf(found.getMessage()).contains(says),
                "expected " + expected.getSimpleName() + " with '" + says + "', found " + found);
    }
}
