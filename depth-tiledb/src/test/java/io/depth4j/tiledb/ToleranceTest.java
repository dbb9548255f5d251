package io.depth4j.tiledb;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.frames.DepthRange;
import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.Frames;
import io.depth4j.frames.RowTimes;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToleranceTest {

    @TempDir
    Path folder;

    private static Frames row(int value, double... depths) {
        byte[] pixels = new byte[depths.length];
        for (int i = 0; i < depths.length; i++) {
            pixels[i] = (byte) (value + i);
        }
        return Frames.wrap(DepthUnit.METRE, 1, depths, pixels);
    }

    @Test
    void twoRowsNearAStoredOneReplaceItAndItsTimeOfCreationStays() throws Exception {
        try (TileDbFrameStore store =
                TileDbFrameStore.open(folder, StoreOptions.defaults().withDepthTolerance(0.02))) {
            store.upsert(1, row(10, 9, 10, 11));
            Instant first = store.log(Long.MAX_VALUE, 1).get(0).time();

            store.upsert(1, row(50, 9.99, 10.01, 12));

            Instant then = store.log(Long.MAX_VALUE, 1).get(0).time();
            Frames found = store.read(1, DepthRange.all());
            assertThat(found.depths()).containsExactly(9, 10, 11, 12);
            assertThat(found.bytes()).containsExactly(10, 51, 12, 52);
            assertThat(store.times(1, DepthRange.all()))
                    .containsExactly(
                            new RowTimes(9, first, first),
                            new RowTimes(10, first, then),
                            new RowTimes(11, first, first),
                            new RowTimes(12, then, then));
        }
    }
}
