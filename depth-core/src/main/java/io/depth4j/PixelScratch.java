package io.depth4j;

import io.depth4j.internal.Pool;
import io.depth4j.internal.kernel.ColorKernels;

/** What one call needs beside its arguments: a block of indices, and rows for pictures that are not in a heap array. */
final class PixelScratch {

    /** So many indices at a time stay in the first-level cache between the two steps. */
    static final int BLOCK = 1024;

    private static final Pool<PixelScratch> POOL = new Pool<>(PixelScratch::new);

    final int[] indices = new int[BLOCK];

    private byte[] sourceRow = new byte[0];
    private byte[] targetRow = new byte[0];

    private PixelScratch() {}

    static PixelScratch take() {
        return POOL.take();
    }

    void give() {
        POOL.give(this);
    }

    /** An array that holds row {@code y} from {@link #sourceOffset} on. */
    byte[] source(Image image, int y) {
        if (image.hasArray()) {
            return image.array();
        }
        sourceRow = atLeast(image.rowBytes(), sourceRow);
        image.readRow(y, sourceRow, 0);
        return sourceRow;
    }

    int sourceOffset(Image image, int y) {
        return image.hasArray() ? image.offset(y) : 0;
    }

    /** An array to write a row to, from {@link #targetOffset} on; {@link #finish} then brings it to where it belongs. */
    byte[] target(Image image) {
        if (image.hasArray()) {
            return image.array();
        }
        targetRow = atLeast(image.rowBytes(), targetRow);
        return targetRow;
    }

    int targetOffset(Image image, int y) {
        return image.hasArray() ? image.offset(y) : 0;
    }

    void finish(Image image, int y) {
        if (!image.hasArray()) {
            image.writeRow(y, targetRow, 0);
        }
    }

    /** Leaves in {@link #indices} the entries of a row's bytes, spread over the row's own range; other bytes' are stale. */
    void stretch(Image gray, int y, int[] entries) {
        byte[] row = source(gray, y);
        int from = sourceOffset(gray, y);
        int low = 255;
        int high = 0;
        for (int i = from; i < from + gray.width(); i++) {
            low = Math.min(low, row[i] & 255);
            high = Math.max(high, row[i] & 255);
        }
        int span = Math.max(1, high - low);
        for (int value = low; value <= high; value++) {
            int index = (value - low) * ColorKernels.LEVELS / span;
            indices[value] = entries[Math.min(ColorKernels.LEVELS - 1, index)];
        }
    }

    private static byte[] atLeast(int length, byte[] row) {
        return row.length >= length ? row : new byte[length];
    }
}
