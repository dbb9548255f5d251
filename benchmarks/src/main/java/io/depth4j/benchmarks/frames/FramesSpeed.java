package io.depth4j.benchmarks.frames;

import io.depth4j.Colormaps;
import io.depth4j.Image;
import io.depth4j.benchmarks.Arguments;
import io.depth4j.benchmarks.UsageException;
import io.depth4j.frames.CsvIngest;
import io.depth4j.frames.DepthRange;
import io.depth4j.frames.FrameRenderer;
import io.depth4j.frames.Frames;
import io.depth4j.frames.IngestOptions;
import io.depth4j.frames.IngestReport;
import io.depth4j.frames.Ingestion;
import io.depth4j.frames.RenderOptions;
import io.depth4j.internal.frames.RowMeans;
import io.depth4j.io.ImageFormat;
import io.depth4j.io.Images;
import io.depth4j.tiledb.StoreOptions;
import io.depth4j.tiledb.TileDbFrameStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;

/** Times a store of depth-indexed rows: from table to store, and from store to rows and pictures, beside SQLite. */
public final class FramesSpeed {

    private static final String HELP = """
            Times a store of depth-indexed rows in TileDB beside rows as blobs in SQLite: from a table of 200 columns to stored rows
            of 150 pixels, and from a store of many rows to rows and pictures, warm, the median of many calls.

              --rows N         of the table (default 300000)
              --stored N       of the store that is read (default 1000000)
              --folder FOLDER  where files are made and deleted (default: the system's)
              --help           prints this""";

    private static final int FROM = 200;
    private static final int WIDTH = 150;
    private static final int IMAGES = 1000;
    private static final int PIECE = 50_000;
    private static final int TURNS = 3;
    private static final int CALLS = 400;
    private static final int FEW_CALLS = 60;
    private static final double BAR = 300_000;

    private final PrintStream out;
    private final Path folder;
    private final int rows;
    private final int stored;
    private boolean passed = true;

    private FramesSpeed(PrintStream out, Path folder, int rows, int stored) {
        this.out = out;
        this.folder = folder;
        this.rows = rows;
        this.stored = stored;
    }

    public static int run(String[] arguments, PrintStream out) throws Exception {
        Arguments given = Arguments.parse(arguments, Set.of("--rows", "--stored", "--folder"));
        if (given.help()) {
            out.println(HELP);
            return 0;
        }
        Path folder = given.path("--folder").isPresent()
                ? Files.createTempDirectory(given.path("--folder").orElseThrow(), "frames")
                : Files.createTempDirectory("frames");
        try {
            FramesSpeed speed =
                    new FramesSpeed(out, folder, count(given, "--rows", 300_000), count(given, "--stored", 1_000_000));
            out.printf(Locale.ROOT, "Java %s%n", Runtime.version());
            speed.ingest();
            speed.read();
            out.println(speed.passed ? "frames: passed" : "frames: FAILED");
            return speed.passed ? 0 : 1;
        } finally {
            delete(folder);
        }
    }

    private static int count(Arguments given, String name, int usual) {
        String text = given.last(name).orElse(String.valueOf(usual));
        try {
            int count = Integer.parseInt(text);
            if (count >= 10_000) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw new UsageException("Expected a number after " + name + ", found '" + text + "'");
        }
        throw new UsageException("Expected at least 10000 after " + name + ", found " + text);
    }

    private void ingest() throws Exception {
        Path table = folder.resolve("log.csv");
        Log.write(table, rows, FROM);
        out.printf(
                Locale.ROOT,
                "%na table of %,d rows, %,.0f MB, to rows of %d pixels%n",
                rows,
                Files.size(table) / 1e6,
                WIDTH);
        double[] ours = new double[TURNS + 1];
        for (int turn = 0; turn <= TURNS; turn++) {
            Path store = folder.resolve("store" + turn);
            try (TileDbFrameStore opened = TileDbFrameStore.open(store, StoreOptions.defaults())) {
                long start = System.nanoTime();
                IngestReport report = CsvIngest.ingest(table, opened, IngestOptions.truncateThenTriangle());
                ours[turn] = report.rows() / seconds(start);
            }
            delete(store);
        }
        Path less = folder.resolve("less.csv");
        int few = rows / 10;
        Log.write(less, few, FROM);
        double peer;
        try (SqliteRows sqlite = new SqliteRows(folder.resolve("ingest.sqlite"))) {
            sqlite.ingest(less, 1, FROM, WIDTH);
            long start = System.nanoTime();
            int read = sqlite.ingest(less, 2, FROM, WIDTH);
            peer = read / seconds(start);
        }
        double[] warm = Arrays.copyOfRange(ours, 1, ours.length);
        Arrays.sort(warm);
        double median = warm[warm.length / 2];
        boolean holds = median >= BAR;
        passed &= holds;
        out.printf(
                Locale.ROOT,
                "ours %,.0f rows/s (first run %,.0f; at least %,.0f)  %s;  peer %,.0f rows/s;  %.1f times%n",
                median,
                ours[0],
                BAR,
                holds ? "ok" : "BELOW",
                peer,
                median / peer);
        Files.delete(table);
        Files.delete(less);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private void read() throws Exception {
        FrameRenderer renderer =
                new FrameRenderer(RenderOptions.defaults().withEveryRow().withColormap(Colormaps.named("viridis")));
        FrameRenderer afar =
                new FrameRenderer(RenderOptions.defaults().withHeight(1000).withColormap(Colormaps.named("viridis")));
        Random random = new Random(1);
        try (TileDbFrameStore store = TileDbFrameStore.open(folder.resolve("store"), StoreOptions.defaults());
                TileDbFrameStore many = TileDbFrameStore.open(folder.resolve("many"), StoreOptions.defaults());
                SqliteRows sqlite = new SqliteRows(folder.resolve("read.sqlite"))) {
            fill(store, many, sqlite);
            out.printf(
                    Locale.ROOT,
                    "%na store of %,d rows and one of %,d images, warm, median of %d calls%n%-34s %10s %10s %10s%n",
                    stored,
                    IMAGES,
                    CALLS,
                    "",
                    "ours",
                    "at most",
                    "SQLite");
            line(
                    "read 100 rows",
                    2,
                    CALLS,
                    () -> store.read(1, some(random, 100)).count(),
                    () -> {
                        DepthRange range = some(random, 100);
                        return sqlite.read(1, range.low(), range.high(), WIDTH).count();
                    });
            line("1,000 rows to a PNG", 6, CALLS, () -> png(renderer.render(store, 1, some(random, 1000))), () -> {
                DepthRange range = some(random, 1000);
                return png(renderer.render(sqlite.read(1, range.low(), range.high(), WIDTH)));
            });
            line("images()", 5, CALLS, () -> many.images().size(), sqlite::images);
            line(
                    "whole image to 1,000 pixels",
                    20,
                    FEW_CALLS,
                    () -> afar.render(store, 1, DepthRange.all()).height(),
                    () -> {
                        Frames all = sqlite.read(1, -1, Double.MAX_VALUE, WIDTH);
                        RowMeans means = new RowMeans(Log.depth(0), Log.depth(stored - 1), 1000, WIDTH);
                        means.add(all);
                        return afar.render(means.frames(all.unit())).height();
                    });
        }
    }

    private void fill(TileDbFrameStore store, TileDbFrameStore many, SqliteRows sqlite) throws Exception {
        try (Ingestion ingestion = store.ingest(1, "log")) {
            for (int first = 0; first < stored; first += PIECE) {
                Frames piece = Log.rows(first, Math.min(PIECE, stored - first), WIDTH);
                ingestion.write(piece);
                sqlite.store(1, piece);
            }
            ingestion.commit(Map.of());
        }
        for (int image = 1; image <= IMAGES; image++) {
            many.upsert(image, Log.rows(image, 10, WIDTH));
            sqlite.note(image, 10, Log.depth(image), Log.depth(image + 9));
        }
    }

    private DepthRange some(Random random, int count) {
        int first = random.nextInt(stored - count);
        return DepthRange.closed(Log.depth(first), Log.depth(first + count - 1));
    }

    private static int png(Image image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Images.write(image, bytes, ImageFormat.PNG);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.size();
    }

    private void line(String what, double bar, int calls, Callable<Integer> ours, Callable<Integer> peer)
            throws Exception {
        double found = median(ours, calls);
        double other = median(peer, Math.max(3, calls / 5));
        boolean holds = found <= bar;
        passed &= holds;
        out.printf(
                Locale.ROOT,
                "%-34s %7.2f ms %7.0f ms %7.2f ms  %.1f times as long  %s%n",
                what,
                found,
                bar,
                other,
                other / found,
                holds ? "ok" : "ABOVE");
    }

    /** Milliseconds. */
    private static double median(Callable<Integer> call, int calls) throws Exception {
        for (int i = 0; i < calls; i++) {
            requireSome(call.call());
        }
        double[] times = new double[calls];
        for (int i = 0; i < calls; i++) {
            long start = System.nanoTime();
            requireSome(call.call());
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[calls / 2];
    }

    private static void requireSome(int count) {
        if (count == 0) {
            throw new IllegalStateException("A call found nothing");
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path done, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(done);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
