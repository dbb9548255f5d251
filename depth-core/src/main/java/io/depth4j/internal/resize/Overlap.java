package io.depth4j.internal.resize;

import io.depth4j.Image;

/** Whether two pictures share pixels. */
final class Overlap {

    private Overlap() {}

    /** Exact for pictures in one array with one stride, as regions of one picture are; others in direct buffers pass unseen. */
    static boolean between(Image a, Image b) {
        if (!a.hasArray() || !b.hasArray() || a.array() != b.array()) {
            return false;
        }
        if (end(a) <= b.offset(0) || end(b) <= a.offset(0)) {
            return false;
        }
        int stride = a.rowStride();
        int distance = Math.floorMod(b.offset(0) - a.offset(0), stride);
        return stride != b.rowStride() || distance < a.rowBytes() || distance + b.rowBytes() > stride;
    }

    private static int end(Image image) {
        return image.offset(image.height() - 1) + image.rowBytes();
    }
}
