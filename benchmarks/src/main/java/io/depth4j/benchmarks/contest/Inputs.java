package io.depth4j.benchmarks.contest;

import java.util.Random;

/** The same input in every run. */
final class Inputs {

    private static final long SEED = 20_260_101;

    private Inputs() {}

    /** Distances between one and eighty, in waves with a little noise. */
    static float[] depths(int count) {
        Random random = new Random(SEED);
        float[] depths = new float[count];
        for (int i = 0; i < count; i++) {
            depths[i] = (float) (40 + 38 * Math.sin(i * 1e-4) + random.nextDouble());
        }
        return depths;
    }

    /** Rows as a logging tool records them: slow waves that drift from row to row, and noise. */
    static byte[] rows(int width, int height) {
        Random random = new Random(SEED);
        byte[] rows = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double wave = 120 + 90 * Math.sin(x * 0.06 + y * 0.02) + 20 * Math.sin(x * 0.23);
                rows[y * width + x] = (byte) Math.round(wave + 3 * random.nextGaussian());
            }
        }
        return rows;
    }
}
