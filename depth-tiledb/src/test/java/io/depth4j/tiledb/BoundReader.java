package io.depth4j.tiledb;

import io.depth4j.frames.DepthRange;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;

/** A process that may not write a store: it reads it, and says what comes of its attempts to change it. */
final class BoundReader {

    private BoundReader() {}

    /** Takes the store's folder. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        try (TileDbFrameStore store = TileDbFrameStore.open(folder, StoreOptions.defaults())) {
            read(store);
            attempt("upsert", () -> store.upsert(1, Neighbour.rows(0, 2)));
            attempt("delete", () -> store.delete(1));
            attempt("compact", () -> store.compact(Instant.now()));
            read(store);
        }
    }

    private static void read(TileDbFrameStore store) {
        if (!store.read(1, DepthRange.all()).sameAs(Neighbour.rows(0, 1))
                || !store.verify().isSound()) {
            throw new AssertionError("the rows are not what they were");
        }
    }

    private static void attempt(String what, Callable<?> change) throws Exception {
        try {
            System.out.println(what + ": " + change.call());
        } catch (StoreException e) {
            System.out.println(what + ": StoreException: " + e.getMessage().replace('\n', ' '));
        }
    }
}
