package io.depth4j.tiledb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.depth4j.frames.DepthRange;
import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.FrameBuffer;
import io.depth4j.frames.FrameReader;
import io.depth4j.frames.Frames;
import io.depth4j.frames.MemoryFrameStore;
import io.depth4j.frames.RowTimes;
import io.depth4j.frames.UpsertReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of floats, where missing is NaN and infinite values are values. */
class FloatRowsTest {

    private static final int WIDTH = 4;
    private static final float[] ODD = {
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        0f,
        -0f,
        Float.MIN_VALUE,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        0.1f,
        -999.25f
    };

    @TempDir
    Path folder;

    private static Frames rows(double[] depths, Random random) {
        float[] pixels = new float[depths.length * WIDTH];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = ODD[random.nextInt(ODD.length)];
        }
        return Frames.wrap(DepthUnit.FOOT, WIDTH, depths, pixels);
    }

    private static Frames filled(float value, double... depths) {
        float[] pixels = new float[depths.length * WIDTH];
        Arrays.fill(pixels, value);
        return Frames.wrap(DepthUnit.FOOT, WIDTH, depths, pixels);
    }

    @Test
    void anySequenceOfChangesGivesWhatRowsInMemoryGive() throws Exception {
        try (TileDbFrameStore store = TileDbFrameStore.open(folder, StoreOptions.defaults());
                MemoryFrameStore model = new MemoryFrameStore()) {
            Random random = new Random(3);
            for (int step = 0; step < 24; step++) {
                double[] depths = new double[1 + random.nextInt(1500)];
                int first = random.nextInt(4000);
                for (int row = 0; row < depths.length; row++) {
                    depths[row] = step % 3 == 0 ? -0.25 * random.nextInt(4000) : -0.25 * (first + row);
                }
                long image = 1L + random.nextInt(2);
                Frames rows = rows(depths, random);
                UpsertReport found = store.upsert(image, rows);
                UpsertReport expected = model.upsert(image, rows);
                assertThat(List.of(found.added(), found.replaced(), found.unchanged()))
                        .isEqualTo(List.of(expected.added(), expected.replaced(), expected.unchanged()));
                if (step % 7 == 6) {
                    store.compact(Instant.now());
                }
                compare(model, store, image, -1000.0 * random.nextDouble());
            }
            assertThat(store.verify().problems()).isEmpty();
        }
    }

    private static void compare(FrameReader model, FrameReader store, long image, double from) {
        for (DepthRange range : List.of(DepthRange.all(), DepthRange.halfOpen(from, from + 100))) {
            Frames expected = model.read(image, range);
            same(expected, store.read(image, range));
            FrameBuffer buffer = new FrameBuffer();
            store.readInto(image, range, buffer);
            same(expected, buffer.frames());
            List<Frames> pieces = new ArrayList<>();
            try (Stream<Frames> stream = store.stream(image, range, 700)) {
                stream.forEach(pieces::add);
            }
            int row = 0;
            for (Frames piece : pieces) {
                same(expected.rows(row, row + piece.count()), piece);
                row += piece.count();
            }
            assertThat(row).isEqualTo(expected.count());
            // Few rows in each part, so that they are read and not their means.
            same(model.overview(image, range, 2000), store.overview(image, range, 2000));
        }
        same(model.nearest(image, from), store.nearest(image, from));
        assertThat(store.times(image, DepthRange.all()))
                .extracting(RowTimes::depth)
                .isEqualTo(model.times(image, DepthRange.all()).stream()
                        .map(RowTimes::depth)
                        .toList());
    }

    private static void same(Frames expected, Frames found) {
        assertThat(found.depths()).isEqualTo(expected.depths());
        assertThat(found.sameAs(expected)).isTrue();
    }

    @Test
    void oneOfTwoZerosOrMissingPixelsIsTheOther() throws Exception {
        try (TileDbFrameStore store = TileDbFrameStore.open(folder, StoreOptions.defaults())) {
            store.upsert(1, filled(Float.NaN, 1, 2));
            float otherNaN = Float.intBitsToFloat(0x7fc12345);
            assertThat(store.upsert(1, filled(otherNaN, 1)).unchanged()).isEqualTo(1);
            assertThat(store.upsert(1, filled(0f, 2)).replaced()).isEqualTo(1);
            assertThat(store.upsert(1, filled(-0f, 2)).replaced()).isEqualTo(1);
            Frames found = store.read(1, DepthRange.all());
            assertThat(found.isMissing(0, 0)).isTrue();
            assertThat(Float.floatToRawIntBits(found.value(1, 0))).isEqualTo(Float.floatToRawIntBits(-0f));
        }
    }

    private static Frames rowLike(double depth) {
        return Frames.wrap(DepthUnit.METRE, WIDTH, new double[] {depth}, new float[] {3, Float.NaN, 1, -2});
    }

    /** Blocks of rows whose means are kept: what is missing does not count, nor what is infinite. */
    @Test
    void meansOfManyRowsLeaveOutWhatIsMissingOrInfinite() throws Exception {
        int rows = 40_000;
        double[] depths = new double[rows];
        float[] pixels = new float[rows * WIDTH];
        for (int row = 0; row < rows; row++) {
            depths[row] = row;
            pixels[row * WIDTH] = row % 2 == 0 ? 3 : Float.NaN;
            pixels[row * WIDTH + 1] = Float.NaN;
            pixels[row * WIDTH + 2] = row == 17_000 ? Float.POSITIVE_INFINITY : 1;
            pixels[row * WIDTH + 3] = row < rows / 2 ? -2 : 2;
        }
        try (TileDbFrameStore store = TileDbFrameStore.open(folder, StoreOptions.defaults())) {
            store.upsert(1, Frames.wrap(DepthUnit.METRE, WIDTH, depths, pixels));
            for (int turn = 0; turn < 2; turn++) {
                Frames seen = store.overview(1, DepthRange.all(), 10);
                for (int part = 0; part < 10; part++) {
                    assertThat(seen.value(part, 0)).isEqualTo(3);
                    assertThat(seen.isMissing(part, 1)).isTrue();
                    assertThat(seen.value(part, 2)).isEqualTo(1);
                    assertThat(seen.value(part, 3)).isCloseTo(part < 5 ? -2 : 2, offset(0.1f));
                }
                // Two runs become one, whose means are made anew.
                store.upsert(1, rowLike(depths[5]));
                store.compact(Instant.now());
            }
        }
    }
}
