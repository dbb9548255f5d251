package io.depth4j.internal.resize;

import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.internal.Pool;

/** A resize to the same size. */
final class CopyPass implements Pass<Image> {

    private final Pool<byte[]> rows;

    /** @param rowBytes bytes of a row */
    CopyPass(int rowBytes) {
        this.rows = new Pool<>(() -> new byte[rowBytes]);
    }

    @Override
    public void run(Image src, Image dst) {
        if (dst.hasArray()) {
            for (int y = 0; y < src.height(); y++) {
                src.readRow(y, dst.array(), dst.offset(y));
            }
        } else if (src.hasArray()) {
            for (int y = 0; y < src.height(); y++) {
                dst.writeRow(y, src.array(), src.offset(y));
            }
        } else {
            byte[] row = rows.take();
            for (int y = 0; y < src.height(); y++) {
                src.readRow(y, row, 0);
                dst.writeRow(y, row, 0);
            }
            rows.give(row);
        }
    }

    static void copy(FloatPlane src, FloatPlane dst) {
        System.arraycopy(src.array(), 0, dst.array(), 0, src.array().length);
    }
}
