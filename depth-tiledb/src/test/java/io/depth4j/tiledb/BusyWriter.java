package io.depth4j.tiledb;

import io.depth4j.frames.Ingestion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** A process that changes a store until it is killed, and says on standard output what it begins and what it has done. */
final class BusyWriter {

    private BusyWriter() {}

    /** Takes the store's folder and the number of the first step. */
    public static void main(String[] arguments) throws Exception {
        try (TileDbFrameStore store = TileDbFrameStore.open(Path.of(arguments[0]), StoreOptions.defaults())) {
            System.out.println("open");
            for (int step = Integer.parseInt(arguments[1]); ; step++) {
                System.out.println("begin " + step);
                run(store, BusyStep.of(step));
                System.out.println("done " + step);
            }
        }
    }

    private static void run(TileDbFrameStore store, BusyStep step) {
        switch (step.kind()) {
            case UPSERT -> store.upsert(step.image(), step.frames(0));
            case PIECES -> {
                try (Ingestion ingestion = store.ingest(step.image(), "pieces")) {
                    for (int piece = 0; piece < BusyStep.PIECES; piece++) {
                        ingestion.write(step.frames(piece));
                    }
                    ingestion.commit(Map.of("step", String.valueOf(step.number())));
                }
            }
            case DELETE -> store.delete(step.image());
            case COMPACT -> store.compact(Instant.now());
        }
    }
}
