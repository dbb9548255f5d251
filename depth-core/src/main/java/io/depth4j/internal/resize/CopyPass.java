package io.depth4j.internal.resize;

import io.depth4j.FloatPlane;
import io.depth4j.Image;

/** A resize to the same size. */
final class CopyPass {

    private CopyPass() {}

    static void copy(Image src, Image dst) {
        if (dst.hasArray()) {
            for (int y = 0; y < src.height(); y++) {
                src.readRow(y, dst.array(), dst.offset(y));
            }
        } else if (src.hasArray()) {
            for (int y = 0; y < src.height(); y++) {
                dst.writeRow(y, src.array(), src.offset(y));
            }
        } else {
            byte[] row = new byte[src.rowBytes()];
            for (int y = 0; y < src.height(); y++) {
                src.readRow(y, row, 0);
                dst.writeRow(y, row, 0);
            }
        }
    }

    static void copy(FloatPlane src, FloatPlane dst) {
        System.arraycopy(src.array(), 0, dst.array(), 0, src.array().length);
    }
}
