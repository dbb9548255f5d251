package io.depth4j.tiledb;

import io.depth4j.frames.IngestPipeline;
import io.depth4j.frames.PipelineOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A process that watches a folder until it is killed. */
final class BusyPipeline {

    private BusyPipeline() {}

    /** Takes the store's folder and the one to watch. */
    public static void main(String[] arguments) throws Exception {
        try (TileDbFrameStore store = TileDbFrameStore.open(Path.of(arguments[0]), StoreOptions.defaults());
                IngestPipeline pipeline = IngestPipeline.open(store, options(Path.of(arguments[1])))) {
            pipeline.start();
            System.out.println("open");
            new CountDownLatch(1).await();
        }
    }

    static PipelineOptions options(Path watched) {
        return PipelineOptions.watching(watched).withSettle(Duration.ZERO).withPoll(Duration.ofMillis(5));
    }
}
