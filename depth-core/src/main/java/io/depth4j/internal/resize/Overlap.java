package io.depth4j.internal.resize;

import io.depth4j.FloatPlane;
import io.depth4j.Image;

/** Whether a source and a destination share pixels. */
final class Overlap {

    private Overlap() {}

    static void refuse(Image src, Image dst) {
        if (between(src, dst)) {
            throw new IllegalArgumentException("src and dst share pixels");
        }
    }

    static void refuse(FloatPlane src, FloatPlane dst) {
        if (src.array() == dst.array()) {
            throw new IllegalArgumentException("src and dst share values");
        }
    }

    /** Exact for pictures in one array with one stride, as regions of one picture are; others in direct buffers pass unseen. */
    private static boolean between(Image a, Image b) {
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
