package io.depth4j.internal.render;

import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.Frames;
import io.depth4j.internal.frames.RowOrder;
import java.util.Random;

/** Rows for properties: depths in 32nds, pixels of which some are missing, whole bands of them too. */
public final class RandomRows {

    private RandomRows() {}

    /** Rows at different depths from 0 to {@code span}, both ends among them, else odd 32nds; in no order. */
    public static Frames of(Random random, int span, double density, int width) {
        double[] depths = random.ints(0, 16 * span)
                .limit(Math.max(1, (long) (16 * span * density)))
                .distinct()
                .mapToDouble(i -> (2 * i + 1) / 32.0)
                .toArray();
        double[] all = new double[depths.length + 2];
        System.arraycopy(depths, 0, all, 1, depths.length);
        all[0] = span;
        return withPixels(random, all, width);
    }

    public static Frames withPixels(Random random, double[] depths, int width) {
        byte[] pixels = new byte[depths.length * width];
        random.nextBytes(pixels);
        byte[] valid = new byte[pixels.length];
        int band = random.nextInt(width);
        for (int i = 0; i < valid.length; i++) {
            valid[i] = (byte) (i % width == band || random.nextInt(5) == 0 ? 0 : 1);
        }
        return Frames.wrap(DepthUnit.METRE, width, depths, pixels, valid);
    }

    /** The same rows as floats. */
    public static Frames floats(Frames rows) {
        return Frames.wrap(
                rows.unit(), rows.width(), rows.depths(), rows.plane().array());
    }

    /** The same rows in another order. */
    public static Frames shuffled(Frames rows, Random random) {
        int[] order = new int[rows.count()];
        for (int i = 0; i < order.length; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return RowOrder.picked(rows, order);
    }
}
