package io.depth4j.tiledb;

import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.Frames;
import io.depth4j.frames.StoreCommit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A small store that has something of everything: missing pixels, floats, rows that were replaced, an image that was deleted, a
 * past, a compaction and a commit after it. What is in it does not depend on when it is written.
 */
final class StoredVersion {

    static final long PAD = 3;
    static final long FLOATS = 4;
    static final long RAMP = 5;
    static final long GONE = 9;

    private static final int WIDTH = 6;
    private static final int ROWS = 40;
    /** Enough for means to be kept of them. */
    static final int RAMP_ROWS = 9000;

    private StoredVersion() {}

    static void write(Path folder) throws IOException {
        try (TileDbFrameStore store = TileDbFrameStore.open(folder, StoreOptions.defaults())) {
            store.upsert(RAMP, ramp());
            store.upsert(PAD, pad());
            store.upsert(PAD, replaced());
            store.upsert(FLOATS, floats());
            StoreCommit kept = store.log(Long.MAX_VALUE, 1).get(0);
            store.upsert(GONE, replaced());
            store.delete(GONE);
            store.note(Map.of("file", "größe.csv", "sha256", "00ff"));
            store.compact(kept.time());
            store.upsert(PAD, late());
        }
        leaveOutEmptyFolders(folder);
    }

    /** What version control does not keep. */
    private static void leaveOutEmptyFolders(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                if (Files.isDirectory(each) && isEmpty(each)) {
                    Files.delete(each);
                }
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** Rows from 100 m on, half a metre apart, with a pixel missing in each. */
    static Frames pad() {
        double[] depths = new double[ROWS];
        byte[] pixels = new byte[ROWS * WIDTH];
        byte[] valid = new byte[ROWS * WIDTH];
        for (int row = 0; row < ROWS; row++) {
            depths[row] = 100 + 0.5 * row;
            for (int x = 0; x < WIDTH; x++) {
                pixels[row * WIDTH + x] = (byte) (7 * row + x);
                valid[row * WIDTH + x] = (byte) (x == row % WIDTH ? 0 : 1);
            }
        }
        return Frames.wrap(DepthUnit.METRE, WIDTH, depths, pixels, valid);
    }

    /** Rows that take the place of those from 105 m to 106.5 m. */
    static Frames replaced() {
        return filled(200, 105, 105.5, 106, 106.5);
    }

    /** Rows that came after the compaction: one in between and one above all. */
    static Frames late() {
        return filled(250, -1.25, 101.25);
    }

    private static Frames filled(int value, double... depths) {
        byte[] pixels = new byte[depths.length * WIDTH];
        Arrays.fill(pixels, (byte) value);
        return Frames.wrap(DepthUnit.METRE, WIDTH, depths, pixels);
    }

    /** A row at each metre that is the lighter the deeper it lies. */
    static Frames ramp() {
        double[] depths = new double[RAMP_ROWS];
        byte[] pixels = new byte[RAMP_ROWS];
        for (int row = 0; row < RAMP_ROWS; row++) {
            depths[row] = row;
            pixels[row] = (byte) (row / 40);
        }
        return Frames.wrap(DepthUnit.METRE, 1, depths, pixels);
    }

    static Frames floats() {
        float[] values = {
            1.5f, Float.NaN, -0f, Float.MIN_VALUE, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, 0.1f, -999.25f
        };
        return Frames.wrap(DepthUnit.FOOT, 2, new double[] {-3.25, 0, 1.0 / 3, 4000}, values);
    }
}
