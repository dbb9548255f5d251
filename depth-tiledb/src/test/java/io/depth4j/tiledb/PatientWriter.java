package io.depth4j.tiledb;

import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.Frames;
import io.depth4j.frames.Ingestion;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that writes rows, and waits before it commits until it is killed. */
final class PatientWriter {

    private static final int ROWS = 100_000;
    private static final int WIDTH = 150;

    private PatientWriter() {}

    /** Takes the store's folder. */
    public static void main(String[] arguments) throws Exception {
        double[] depths = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            depths[row] = row;
        }
        try (TileDbFrameStore store = TileDbFrameStore.open(Path.of(arguments[0]), StoreOptions.defaults());
                Ingestion ingestion = store.ingest(2, "patient")) {
            Frames lot = Frames.wrap(DepthUnit.METRE, WIDTH, depths, new byte[ROWS * WIDTH]);
            ingestion.write(lot);
            // Waits until the first lot is stored.
            ingestion.write(lot);
            System.out.println("written");
            new CountDownLatch(1).await();
        }
    }
}
