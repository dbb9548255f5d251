package io.depth4j.io;

import io.depth4j.FloatPlane;
import io.depth4j.Size;
import java.util.Random;

/** Planes for round trips. */
final class Planes {

    private Planes() {}

    /** Any bits at all beside smooth ones, so that some blocks shrink and some do not; NaN and infinities among them. */
    static FloatPlane of(int width, int height, long seed) {
        FloatPlane plane = FloatPlane.allocate(new Size(width, height));
        Random random = new Random(seed);
        float[] values = plane.array();
        boolean wild = random.nextBoolean();
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (random.nextInt(wild ? 3 : 40)) {
                case 0 -> Float.intBitsToFloat(random.nextInt());
                case 1 ->
                    new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -0f}[random.nextInt(4)];
                default -> 1 + i / 64f;
            };
        }
        return plane;
    }
}
