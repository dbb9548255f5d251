package io.depth4j.tiledb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.frames.DepthRange;
import io.depth4j.frames.FrameBuffer;
import io.depth4j.frames.Frames;
import io.depth4j.frames.Ingestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is closed in the middle of something: calls end or say so, and nothing is lost or half there. */
class ClosedStoreTest {

    private static final int PIECES = 100;

    @TempDir
    Path folder;

    private TileDbFrameStore open() throws Exception {
        return TileDbFrameStore.open(folder, StoreOptions.defaults());
    }

    @Test
    void aStreamThatIsOpenEndsWithAnErrorAndIsClosedQuietly() throws Exception {
        TileDbFrameStore store = open();
        store.upsert(1, BusyStep.of(1).frames(0));
        try (Stream<Frames> stream = store.stream(1, DepthRange.all(), 100)) {
            Iterator<Frames> pieces = stream.iterator();
            assertThat(pieces.next().count()).isEqualTo(100);
            store.close();
            assertThatThrownBy(() -> {
                        while (pieces.hasNext()) {
                            pieces.next();
                        }
                    })
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
        }
    }

    @Test
    void anIngestionThatIsOpenStoresNothingAndLeavesNothing() throws Exception {
        TileDbFrameStore store = open();
        store.upsert(1, Neighbour.rows(0, 1));
        try (Ingestion ingestion = store.ingest(1, "late")) {
            ingestion.write(Neighbour.rows(10, 2));
            store.close();
            assertThatThrownBy(() -> ingestion.commit(Map.of()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
        }
        try (TileDbFrameStore again = open()) {
            assertThat(again.read(1, DepthRange.all()).sameAs(Neighbour.rows(0, 1)))
                    .isTrue();
            assertThat(again.verify().orphans()).isEmpty();
        }
    }

    @Test
    void readersAndWritersOfManyThreadsEndWhenTheStoreIsClosed() throws Exception {
        for (int turn = 0; turn < 6; turn++) {
            TileDbFrameStore store = open();
            store.upsert(1, Neighbour.rows(0, 1));
            CountDownLatch busy = new CountDownLatch(4);
            List<Callable<Integer>> work = new ArrayList<>();
            for (int reader = 0; reader < 2; reader++) {
                work.add(() -> untilClosed(busy, Integer.MAX_VALUE, time -> {
                    FrameBuffer buffer = new FrameBuffer();
                    store.readInto(1, DepthRange.all(), buffer);
                    assertThat(buffer.count() % Neighbour.ROWS).isZero();
                }));
            }
            long image = 10L + turn;
            work.add(() -> untilClosed(
                    busy, PIECES, time -> store.upsert(image, Neighbour.rows(time * Neighbour.ROWS, time))));
            work.add(() -> untilClosed(busy, Integer.MAX_VALUE, time -> {
                try (Stream<Frames> stream = store.stream(1, DepthRange.all(), 7)) {
                    assertThat(stream.mapToInt(Frames::count).sum()).isEqualTo(Neighbour.ROWS);
                }
            }));
            ExecutorService threads = Executors.newFixedThreadPool(work.size());
            try {
                List<Future<Integer>> results = new ArrayList<>();
                work.forEach(each -> results.add(threads.submit(each)));
                busy.await();
                Thread.sleep(20L * turn);
                store.close();
                int written = results.get(2).get();
                results.get(0).get();
                results.get(1).get();
                results.get(3).get();
                try (TileDbFrameStore again = open()) {
                    assertThat(again.verify().problems()).isEmpty();
                    assertThat(again.verify().orphans()).isEmpty();
                    int rows = again.read(image, DepthRange.all()).count();
                    // The last call may have been under way.
                    assertThat(rows / Neighbour.ROWS).isBetween(written, written + 1);
                    assertThat(rows % Neighbour.ROWS).isZero();
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private interface Call {
        void run(int time) throws Exception;
    }

    /** How often a call came back before the store was closed. */
    private static int untilClosed(CountDownLatch busy, int most, Call call) throws Exception {
        for (int time = 0; time < most; time++) {
            try {
                call.run(time);
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageContaining("closed");
                return time;
            }
            if (time == 0) {
                busy.countDown();
            }
        }
        return most;
    }
}
