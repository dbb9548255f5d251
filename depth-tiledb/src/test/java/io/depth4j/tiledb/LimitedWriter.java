package io.depth4j.tiledb;

import io.depth4j.frames.DepthRange;
import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.Frames;
import io.depth4j.frames.Ingestion;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/** A process that stores rows whenever it reads a line, and says what came of it. */
final class LimitedWriter {

    private static final int WIDTH = 150;
    private static final int ROWS = 60_000;

    private LimitedWriter() {}

    /** Takes the store's folder. */
    public static void main(String[] arguments) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        try (TileDbFrameStore store = TileDbFrameStore.open(Path.of(arguments[0]), StoreOptions.defaults())) {
            store.upsert(1, rows(100));
            System.out.println("open");
            while (in.readLine() != null) {
                System.out.println(attempt(store) + ", readable "
                        + store.read(1, DepthRange.all()).count() + ", images "
                        + store.images().size() + ", orphans "
                        + store.verify().orphans().size());
            }
        }
    }

    private static String attempt(TileDbFrameStore store) {
        try (Ingestion ingestion = store.ingest(2, "large")) {
            ingestion.write(rows(ROWS));
            return "stored " + ingestion.commit(Map.of()).added();
        } catch (StoreException e) {
            return "failed: " + e.getMessage().replace('\n', ' ');
        }
    }

    /** Noise, which no compression makes smaller. */
    private static Frames rows(int count) {
        double[] depths = new double[count];
        byte[] pixels = new byte[count * WIDTH];
        new Random(count).nextBytes(pixels);
        for (int row = 0; row < count; row++) {
            depths[row] = row;
        }
        return Frames.wrap(DepthUnit.METRE, WIDTH, depths, pixels);
    }
}
