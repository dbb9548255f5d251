package io.depth4j.tiledb;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.frames.DepthRange;
import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.Frames;
import io.depth4j.frames.MemoryFrameStore;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Means that are kept against means of all rows. */
class OverviewTest {

    private static final int WIDTH = 7;
    private static final int ROWS = 60_000;

    @TempDir
    Path folder;

    @Test
    void keptMeansGiveWhatAllRowsGive() throws Exception {
        Random random = new Random(1);
        double[] depths = new double[ROWS];
        byte[] pixels = new byte[ROWS * WIDTH];
        byte[] valid = new byte[ROWS * WIDTH];
        float[] floats = new float[ROWS * WIDTH];
        for (int row = 0; row < ROWS; row++) {
            depths[row] = row * 0.1 + (row > ROWS / 2 ? 1000 : 0);
            for (int x = 0; x < WIDTH; x++) {
                int at = row * WIDTH + x;
                pixels[at] = (byte) (100 + 80 * Math.sin(row * 0.0007 + x) + random.nextInt(20));
                valid[at] = (byte) (row / 5000 % 3 == x % 3 ? 0 : 1);
                floats[at] = valid[at] == 0 ? Float.NaN : pixels[at] & 0xff;
            }
        }
        Frames[] kinds = {
            Frames.wrap(DepthUnit.METRE, WIDTH, depths, pixels),
            Frames.wrap(DepthUnit.METRE, WIDTH, depths, pixels, valid),
            Frames.wrap(DepthUnit.METRE, WIDTH, depths, floats)
        };
        try (TileDbFrameStore store = TileDbFrameStore.open(folder, StoreOptions.defaults());
                MemoryFrameStore all = new MemoryFrameStore()) {
            for (int kind = 0; kind < kinds.length; kind++) {
                store.upsert(kind + 1, kinds[kind]);
                all.upsert(kind + 1, kinds[kind]);
                for (DepthRange range : new DepthRange[] {DepthRange.all(), DepthRange.closed(123.4, 4567.8)}) {
                    for (int parts : new int[] {1, 3, 12, 90, 1000}) {
                        compare(store.overview(kind + 1, range, parts), all.overview(kind + 1, range, parts));
                    }
                }
            }
        }
    }

    /** Of a block on the border of two parts nobody knows where each row lies, so where parts have few rows, means differ. */
    private static void compare(Frames found, Frames expected) {
        assertThat(found.depths()).isEqualTo(expected.depths());
        double most = 0;
        double sum = 0;
        int missing = 0;
        for (int i = 0; i < expected.floats().length; i++) {
            if (Float.isNaN(expected.floats()[i]) != Float.isNaN(found.floats()[i])) {
                missing++;
            } else if (!Float.isNaN(expected.floats()[i])) {
                double difference = Math.abs(expected.floats()[i] - found.floats()[i]);
                most = Math.max(most, difference);
                sum += difference;
            }
        }
        assertThat(most).isLessThan(12);
        assertThat(sum / expected.floats().length).isLessThan(0.5);
        assertThat(missing).isLessThanOrEqualTo(expected.floats().length / 100);
    }
}
