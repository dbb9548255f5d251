package io.depth4j.tiledb;

import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.Frames;
import io.depth4j.frames.Ingestion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/** One of several processes that write the same rows of one store, each time with another value in all of them. */
final class Rival {

    static final int ROWS = 400;
    private static final int WIDTH = 10;

    private Rival() {}

    /** Takes the store's folder, the number of the process, and how often it writes. */
    public static void main(String[] arguments) throws Exception {
        int own = Integer.parseInt(arguments[1]);
        int times = Integer.parseInt(arguments[2]);
        try (TileDbFrameStore store = TileDbFrameStore.open(Path.of(arguments[0]), StoreOptions.defaults())) {
            for (int time = 0; time < times; time++) {
                int value = 100 * own + time + 1;
                try (Ingestion ingestion = store.ingest(1, "contested")) {
                    ingestion.write(rows(value));
                    ingestion.commit(Map.of("value", String.valueOf(value)));
                }
                if (time % 5 == 4) {
                    store.compact(Instant.EPOCH);
                }
            }
        }
    }

    private static Frames rows(int value) {
        double[] depths = new double[ROWS];
        Arrays.setAll(depths, row -> 0.25 * row);
        byte[] pixels = new byte[ROWS * WIDTH];
        Arrays.fill(pixels, (byte) value);
        return Frames.wrap(DepthUnit.METRE, WIDTH, depths, pixels);
    }

    /** Fails where rows of two commits stand side by side. */
    static void requireOfOneCommit(Frames found) {
        for (byte pixel : found.bytes()) {
            if (found.count() != ROWS || pixel != found.bytes()[0]) {
                throw new AssertionError("Expected " + ROWS + " rows of " + found.bytes()[0] + ", found "
                        + found.count() + " and " + pixel + " among them");
            }
        }
    }
}
