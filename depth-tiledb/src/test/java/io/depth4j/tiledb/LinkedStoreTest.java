package io.depth4j.tiledb;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.frames.DepthRange;
import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.Frames;
import io.depth4j.frames.Ingestion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One store, opened twice in one process: by its own path, and through a link to it. */
class LinkedStoreTest {

    private static final int COMMITS = 20;

    @TempDir
    Path folder;

    @Test
    void writersTakeTurnsAndLeaveEachOthersSegmentsAlone() throws Exception {
        Path own = folder.resolve("store");
        try (TileDbFrameStore direct = TileDbFrameStore.open(own, StoreOptions.defaults());
                TileDbFrameStore linked = TileDbFrameStore.open(
                        Files.createSymbolicLink(folder.resolve("link"), own), StoreOptions.defaults());
                Ingestion open = direct.ingest(3, "open")) {
            writeAtOnce(direct, linked);
            assertThat(direct.image(1).orElseThrow().rows()).isEqualTo(COMMITS);
            assertThat(linked.image(2).orElseThrow().rows()).isEqualTo(COMMITS);

            Frames many = Frames.wrap(DepthUnit.METRE, 1 << 20, new double[14], new byte[14 << 20]);
            open.write(many); // enough that its segment is there before it commits
            linked.compact(Instant.now());
            assertThat(linked.verify().isSound()).isTrue();
            open.commit(Map.of());
            assertThat(linked.read(3, DepthRange.all()).count()).isEqualTo(1);
        }
    }

    /** Each into an image of its own. */
    private static void writeAtOnce(TileDbFrameStore... stores) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(stores.length);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < stores.length; i++) {
                TileDbFrameStore store = stores[i];
                long image = i + 1L;
                writers.add(threads.submit(() -> {
                    for (int row = 0; row < COMMITS; row++) {
                        store.upsert(
                                image, Frames.wrap(DepthUnit.METRE, 2, new double[] {row}, new byte[] {1, (byte) row}));
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
