package io.depth4j.internal.frames;

import io.depth4j.frames.Frames;
import io.depth4j.frames.PixelType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Rows by depth, each depth once. */
public final class RowOrder {

    private RowOrder() {}

    /** The rows with the lowest depth first; of several rows of one depth the last one stays. */
    public static Frames sorted(Frames frames) {
        double[] depths = frames.depths();
        if (isAscending(depths)) {
            return frames;
        }
        Integer[] order = new Integer[depths.length];
        Arrays.setAll(order, row -> row);
        // Stable, so that of equal depths the later row comes later.
        Arrays.sort(order, Comparator.comparingDouble(row -> depths[row]));
        int[] kept = new int[order.length];
        int count = 0;
        for (int i = 0; i < order.length; i++) {
            boolean last = i + 1 == order.length || depths[order[i + 1]] != depths[order[i]];
            if (last) {
                kept[count++] = order[i];
            }
        }
        return picked(frames, Arrays.copyOf(kept, count));
    }

    private static boolean isAscending(double[] depths) {
        for (int i = 1; i < depths.length; i++) {
            if (!(depths[i - 1] < depths[i])) {
                return false;
            }
        }
        return true;
    }

    /** Some of the rows, in this order. */
    public static Frames picked(Frames frames, int[] rows) {
        int width = frames.width();
        double[] depths = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            depths[i] = frames.depth(rows[i]);
        }
        if (frames.type() == PixelType.FLOAT32) {
            float[] floats = new float[rows.length * width];
            copyRows(frames.floats(), rows, floats, width);
            return Frames.wrap(frames.unit(), width, depths, floats);
        }
        byte[] bytes = new byte[rows.length * width];
        copyRows(frames.bytes(), rows, bytes, width);
        if (!frames.isMasked()) {
            return Frames.wrap(frames.unit(), width, depths, bytes);
        }
        byte[] valid = new byte[rows.length * width];
        copyRows(frames.valid(), rows, valid, width);
        return Frames.wrap(frames.unit(), width, depths, bytes, valid);
    }

    @SuppressWarnings("SuspiciousSystemArraycopy") // both are arrays of the same primitive type
    private static void copyRows(Object src, int[] rows, Object dst, int width) {
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(src, rows[i] * width, dst, i * width, width);
        }
    }

    /** The same rows at other depths. Shares the pixels. */
    public static Frames at(double[] depths, Frames frames) {
        if (frames.type() == PixelType.FLOAT32) {
            return Frames.wrap(frames.unit(), frames.width(), depths, frames.floats());
        }
        return frames.isMasked()
                ? Frames.wrap(frames.unit(), frames.width(), depths, frames.bytes(), frames.valid())
                : Frames.wrap(frames.unit(), frames.width(), depths, frames.bytes());
    }

    /** Rows of one width, type and unit, one lot after the other; there is at least one lot. */
    public static Frames joined(List<Frames> lots) {
        Frames like = lots.get(0);
        int width = like.width();
        int count = Math.toIntExact(lots.stream().mapToLong(Frames::count).sum());
        double[] depths = new double[count];
        int row = 0;
        for (Frames lot : lots) {
            System.arraycopy(lot.depths(), 0, depths, row, lot.count());
            row += lot.count();
        }
        int pixels = Math.multiplyExact(count, width);
        if (like.type() == PixelType.FLOAT32) {
            float[] floats = new float[pixels];
            row = 0;
            for (Frames lot : lots) {
                System.arraycopy(lot.floats(), 0, floats, row * width, lot.count() * width);
                row += lot.count();
            }
            return Frames.wrap(like.unit(), width, depths, floats);
        }
        byte[] bytes = new byte[pixels];
        byte[] valid = new byte[pixels];
        boolean masked = false;
        row = 0;
        for (Frames lot : lots) {
            int length = lot.count() * width;
            System.arraycopy(lot.bytes(), 0, bytes, row * width, length);
            if (lot.isMasked()) {
                System.arraycopy(lot.valid(), 0, valid, row * width, length);
                masked = true;
            } else {
                Arrays.fill(valid, row * width, row * width + length, (byte) 1);
            }
            row += lot.count();
        }
        return masked
                ? Frames.wrap(like.unit(), width, depths, bytes, valid)
                : Frames.wrap(like.unit(), width, depths, bytes);
    }
}
