package io.depth4j.tiledb;

import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.Frames;
import io.depth4j.frames.Ingestion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/** One of several processes that write to one store; says on standard output what numbers its new images got. */
final class Neighbour {

    static final int WIDTH = 10;
    static final int ROWS = 50;

    private Neighbour() {}

    /** Takes the store's folder, the number of the process, and how often it writes. */
    public static void main(String[] arguments) throws Exception {
        int own = Integer.parseInt(arguments[1]);
        int times = Integer.parseInt(arguments[2]);
        try (TileDbFrameStore store = TileDbFrameStore.open(Path.of(arguments[0]), StoreOptions.defaults())) {
            for (int time = 0; time < times; time++) {
                store.upsert(1, rows(1000 * own + ROWS * time, own));
                try (Ingestion ingestion = store.ingest("of process " + own)) {
                    ingestion.write(rows(0, time));
                    System.out.println(ingestion.commit(Map.of()).image());
                }
                if (time % 7 == own) {
                    store.compact(Instant.now());
                }
            }
        }
    }

    static Frames rows(int first, int value) {
        double[] depths = new double[ROWS];
        Arrays.setAll(depths, row -> first + row);
        byte[] pixels = new byte[ROWS * WIDTH];
        Arrays.fill(pixels, (byte) value);
        return Frames.wrap(DepthUnit.METRE, WIDTH, depths, pixels);
    }
}
