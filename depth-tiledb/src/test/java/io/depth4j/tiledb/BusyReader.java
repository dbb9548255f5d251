package io.depth4j.tiledb;

import io.depth4j.frames.DepthRange;
import io.depth4j.frames.FrameBuffer;
import io.depth4j.frames.Ingestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/** A process that reads rows again and again, and says from time to time how often it has and what memory it takes. */
final class BusyReader {

    static final Path STATUS = Path.of("/proc/self/status");
    static final int MARKS = 40;
    static final int RANGE = 100;
    private static final int ROWS = 20_000;

    /** Queries before the first one that counts: compiled code and the first contexts take memory that is not lost. */
    private static final int WARM = 20_000;

    private BusyReader() {}

    /** Takes the store's folder, how many queries there are to be, and for how many seconds if that is 0. */
    public static void main(String[] arguments) throws Exception {
        int queries = Integer.parseInt(arguments[1]);
        double nanos = 1e9 * Integer.parseInt(arguments[2]);
        try (TileDbFrameStore store = TileDbFrameStore.open(Path.of(arguments[0]), StoreOptions.defaults())) {
            fill(store);
            Random random = new Random(1);
            FrameBuffer buffer = new FrameBuffer();
            for (int query = 0; query < WARM; query++) {
                read(store, random, buffer);
            }
            long start = System.nanoTime();
            int marks = 0;
            for (int query = 1; marks < MARKS; query++) {
                read(store, random, buffer);
                double done = queries > 0 ? (double) query / queries : (System.nanoTime() - start) / nanos;
                if (done * MARKS >= marks + 1) {
                    marks++;
                    System.out.println(query + " " + resident());
                }
            }
        }
    }

    private static void read(TileDbFrameStore store, Random random, FrameBuffer buffer) {
        int low = random.nextInt(ROWS - RANGE);
        store.readInto(2, DepthRange.halfOpen(low, low + RANGE), buffer);
        if (buffer.count() != RANGE) {
            throw new AssertionError("Expected " + RANGE + " rows, found " + buffer.count());
        }
    }

    private static void fill(TileDbFrameStore store) {
        store.upsert(1, Neighbour.rows(0, 1));
        try (Ingestion ingestion = store.ingest(2, "long")) {
            for (int first = 0; first < ROWS; first += Neighbour.ROWS) {
                ingestion.write(Neighbour.rows(first, 2));
            }
            ingestion.commit(Map.of());
        }
    }

    private static long resident() throws IOException {
        String line = Files.readAllLines(STATUS).stream()
                .filter(each -> each.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow();
        return 1024 * Long.parseLong(line.replaceAll("[^0-9]", ""));
    }
}
