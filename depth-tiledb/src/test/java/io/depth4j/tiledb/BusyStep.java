package io.depth4j.tiledb;

import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.Frames;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** One step of {@link BusyWriter}: its number says all about it. */
record BusyStep(int number, Kind kind, long image) {

    enum Kind {
        UPSERT,
        PIECES,
        DELETE,
        COMPACT
    }

    static final int PIECES = 4;
    static final int WIDTH = 20;
    private static final int ROWS = 3000;
    private static final int IMAGES = 4;

    static BusyStep of(int number) {
        Random random = new Random(number);
        int draw = random.nextInt(10);
        Kind kind = draw < 4 ? Kind.UPSERT : draw < 7 ? Kind.PIECES : draw < 8 ? Kind.DELETE : Kind.COMPACT;
        return new BusyStep(number, kind, 1L + random.nextInt(IMAGES));
    }

    /** Rows of one value, that of the step, at depths that overlap those of other steps. */
    Frames frames(int piece) {
        int first = new Random(31L * number + piece).nextInt(4 * ROWS);
        double[] depths = new double[ROWS];
        byte[] pixels = new byte[ROWS * WIDTH];
        for (int row = 0; row < ROWS; row++) {
            depths[row] = 0.5 * (first + row);
        }
        Arrays.fill(pixels, (byte) number);
        return Frames.wrap(DepthUnit.METRE, WIDTH, depths, pixels);
    }

    /** What the step makes of images that are known by the value of each of their rows. */
    void apply(Map<Long, SortedMap<Double, Byte>> images) {
        switch (kind) {
            case UPSERT -> put(images, 0);
            case PIECES -> {
                for (int piece = 0; piece < PIECES; piece++) {
                    put(images, piece);
                }
            }
            case DELETE -> images.remove(image);
            case COMPACT -> {
                // No row changes.
            }
        }
    }

    private void put(Map<Long, SortedMap<Double, Byte>> images, int piece) {
        SortedMap<Double, Byte> rows = images.computeIfAbsent(image, id -> new TreeMap<>());
        for (double depth : frames(piece).depths()) {
            rows.put(depth, (byte) number);
        }
    }
}
