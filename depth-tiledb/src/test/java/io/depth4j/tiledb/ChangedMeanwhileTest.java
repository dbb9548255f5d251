package io.depth4j.tiledb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depth4j.frames.DepthRange;
import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.Frames;
import io.depth4j.frames.Ingestion;
import io.depth4j.frames.UpsertReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that an image has already are not written; others may take them away before the rest is committed. */
class ChangedMeanwhileTest {

    /** So wide that a few rows are compared and written before the commit. */
    private static final int WIDTH = 1 << 20;

    @TempDir
    Path folder;

    private TileDbFrameStore store;

    @BeforeEach
    void open() throws Exception {
        store = TileDbFrameStore.open(folder, StoreOptions.defaults());
        store.upsert(1, rows(1, 0, 14));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Frames rows(int value, int from, int to) {
        double[] depths = new double[to - from];
        Arrays.setAll(depths, i -> from + i);
        byte[] pixels = new byte[depths.length * WIDTH];
        Arrays.fill(pixels, (byte) value);
        return Frames.wrap(DepthUnit.METRE, WIDTH, depths, pixels);
    }

    /** Has compared the rows that are there, and has one more. */
    private Ingestion again() {
        Ingestion ingestion = store.ingest(1, "");
        ingestion.write(rows(1, 0, 14));
        ingestion.write(rows(2, 100, 114)); // waits for those before
        return ingestion;
    }

    private int pixel(double depth) {
        return store.read(1, DepthRange.closed(depth, depth)).bytes()[0];
    }

    @Test
    void rowsOfAnImageThatWasDeletedMeanwhileAreNotTakenForStored() {
        try (Ingestion ingestion = again()) {
            store.delete(1);
            assertThatThrownBy(() -> ingestion.commit(Map.of()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("store them again");
        }
        assertThat(store.images()).isEmpty();
    }

    @Test
    void rowsThatWereReplacedMeanwhileAreNotTakenForStored() {
        try (Ingestion ingestion = again()) {
            store.upsert(1, rows(3, 5, 6));
            assertThatThrownBy(() -> ingestion.commit(Map.of())).isInstanceOf(StoreException.class);
        }
        assertThat(pixel(5)).isEqualTo(3);
        assertThat(store.verify().isSound()).isTrue();
    }

    @Test
    void whatHappensElsewhereDisturbsNobody() {
        try (Ingestion ingestion = again()) {
            store.upsert(1, rows(3, 50, 51));
            assertThat(ingestion.commit(Map.of()).unchanged()).isEqualTo(14);
        }
        assertThat(pixel(50)).isEqualTo(3);
        assertThat(pixel(105)).isEqualTo(2);
    }

    @Test
    void compactionDisturbsNobody() {
        store.upsert(1, rows(1, 20, 21));
        try (Ingestion ingestion = again()) {
            store.compact(Instant.now());
            assertThat(ingestion.commit(Map.of()).unchanged()).isEqualTo(14);
        }
        assertThat(pixel(5)).isEqualTo(1);
    }

    @Test
    void aFewRowsAreComparedWithWhatIsThereWhenTheyAreCommitted() {
        try (Ingestion ingestion = store.ingest(1, "")) {
            ingestion.write(rows(1, 0, 2));
            store.delete(1);
            assertThat(ingestion.commit(Map.of()).added()).isEqualTo(2);
        }
        assertThat(pixel(1)).isEqualTo(1);
    }

    @Test
    void depthsOfAnotherUnitAreNotTakenForThoseOfTheImage() {
        try (Ingestion ingestion = store.ingest(2, "")) {
            ingestion.write(rows(1, 0, 2).to(DepthUnit.FOOT));
            store.upsert(2, rows(2, 0, 2));
            assertThatThrownBy(() -> ingestion.commit(Map.of()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("in ft");
        }
        assertThat(store.image(2).orElseThrow().unit()).isEqualTo(DepthUnit.METRE);
    }

    @Test
    void rowsThatOthersStoredFirstKeepWhenTheyWereMade() {
        try (Ingestion second = store.ingest(5, "")) {
            second.write(rows(1, 0, 14));
            store.upsert(5, rows(2, 4, 20));
            Instant first = store.log(Long.MAX_VALUE, 1).get(0).time();
            UpsertReport report = second.commit(Map.of());
            Instant then = store.log(Long.MAX_VALUE, 1).get(0).time();
            assertThat(report.added()).isEqualTo(4);
            assertThat(report.replaced()).isEqualTo(10);
            assertThat(store.times(5, DepthRange.closed(0, 3)))
                    .hasSize(4)
                    .allSatisfy(row -> assertThat(row.created()).isEqualTo(then));
            assertThat(store.times(5, DepthRange.closed(4, 13))).hasSize(10).allSatisfy(row -> {
                assertThat(row.created()).isEqualTo(first);
                assertThat(row.updated()).isEqualTo(then);
            });
            assertThat(store.times(5, DepthRange.closed(14, 19)))
                    .hasSize(6)
                    .allSatisfy(row -> assertThat(row.updated()).isEqualTo(first));
        }
    }
}
