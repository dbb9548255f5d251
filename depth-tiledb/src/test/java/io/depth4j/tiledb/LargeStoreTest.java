package io.depth4j.tiledb;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.frames.DepthRange;
import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.Frames;
import io.depth4j.frames.Ingestion;
import io.depth4j.frames.UpsertReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long image, and many images; the profile soak makes five million rows and 20,000 images. */
class LargeStoreTest {

    private static final int WIDTH = 150;
    private static final int ROWS = Integer.getInteger("depth4j.rows", 1_000_000);
    private static final int PIECE = 50_000;
    private static final double STEP = 0.125;
    private static final int IMAGES = Integer.getInteger("depth4j.images", 300);

    @TempDir
    Path folder;

    @Test
    void anImageHasMillionsOfRowsAndOneMoreCostsLittle() throws Exception {
        try (TileDbFrameStore store = TileDbFrameStore.open(folder, StoreOptions.defaults())) {
            long start = System.nanoTime();
            try (Ingestion ingestion = store.ingest(1, "long")) {
                for (int first = 0; first < ROWS; first += PIECE) {
                    ingestion.write(rows(first, PIECE));
                }
                assertThat(ingestion.commit(Map.of()).added()).isEqualTo(ROWS);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            assertThat(store.image(1).orElseThrow().rows()).isEqualTo(ROWS);

            long before = bytes();
            double middle = STEP * ROWS / 2;
            long again = System.nanoTime();
            UpsertReport report = store.upsert(1, row(middle, 7));
            double millis = (System.nanoTime() - again) / 1e6;
            long more = bytes() - before;
            System.out.printf(
                    "%,d rows in %.1f s, %,.0f rows/s, %,d bytes; one row replaced in %.0f ms by %,d bytes%n",
                    ROWS, seconds, ROWS / seconds, before, millis, more);
            assertThat(report.replaced()).isEqualTo(1);
            assertThat(more).isLessThan(1 << 20);

            assertThat(store.nearest(1, middle).sameAs(row(middle, 7))).isTrue();
            Frames some = store.read(1, DepthRange.closed(middle - 10 * STEP, middle - STEP));
            assertThat(some.sameAs(rows(ROWS / 2 - 10, 10))).isTrue();
            long counted = 0;
            long reading = System.nanoTime();
            try (Stream<Frames> pieces = store.stream(1, DepthRange.all(), PIECE)) {
                counted = pieces.mapToLong(Frames::count).sum();
            }
            System.out.printf("%,d rows read in %.1f s%n", counted, (System.nanoTime() - reading) / 1e9);
            assertThat(counted).isEqualTo(ROWS);
            Frames seen = store.overview(1, DepthRange.all(), 100);
            assertThat(seen.count()).isEqualTo(100);
            assertThat(seen.plane().missing()).isZero();
        }
    }

    @Test
    void aStoreHasThousandsOfImages() throws Exception {
        try (TileDbFrameStore store = TileDbFrameStore.open(folder, StoreOptions.defaults())) {
            long start = System.nanoTime();
            for (int image = 1; image <= IMAGES; image++) {
                store.upsert(image, rows(image, 3));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("%,d images in %.1f s, %.1f ms each%n", IMAGES, seconds, 1e3 * seconds / IMAGES);
            check(store);
            long again = System.nanoTime();
            store.compact(Instant.now());
            System.out.printf(
                    "compacted in %.1f s to %d segments%n",
                    (System.nanoTime() - again) / 1e9, store.stats().segments());
            check(store);
            assertThat(store.stats().segments()).isLessThanOrEqualTo(Math.max(2, IMAGES / 100));
        }
        long start = System.nanoTime();
        try (TileDbFrameStore opened = TileDbFrameStore.open(folder, StoreOptions.defaults())) {
            assertThat(opened.images()).hasSize(IMAGES);
            System.out.printf("opened and listed in %.0f ms%n", (System.nanoTime() - start) / 1e6);
            check(opened);
        }
    }

    /** All that the store takes on the disk. */
    private long bytes() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toFile)
                    .filter(File::isFile)
                    .mapToLong(File::length)
                    .sum();
        }
    }

    private static void check(TileDbFrameStore store) {
        assertThat(store.images()).hasSize(IMAGES);
        for (int image = 1; image <= IMAGES; image += Math.max(1, IMAGES / 97)) {
            assertThat(store.read(image, DepthRange.all()).sameAs(rows(image, 3)))
                    .isTrue();
        }
    }

    private static Frames rows(int first, int count) {
        double[] depths = new double[count];
        byte[] pixels = new byte[count * WIDTH];
        for (int row = 0; row < count; row++) {
            depths[row] = (first + row) * STEP;
            for (int x = 0; x < WIDTH; x++) {
                pixels[row * WIDTH + x] = (byte) (((first + row) >> 3) + x);
            }
        }
        return Frames.wrap(DepthUnit.METRE, WIDTH, depths, pixels);
    }

    private static Frames row(double depth, int value) {
        byte[] pixels = new byte[WIDTH];
        Arrays.fill(pixels, (byte) value);
        return Frames.wrap(DepthUnit.METRE, WIDTH, new double[] {depth}, pixels);
    }
}
