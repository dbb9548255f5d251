package io.depth4j.internal.resize;

import io.depth4j.FloatPlane;

/** Copies whole values, missing ones too. */
final class NearestPlanes implements Pass<FloatPlane> {

    private final int[] columns;
    private final int[] rows;

    NearestPlanes(int[] columns, int[] rows) {
        this.columns = columns;
        this.rows = rows;
    }

    @Override
    public void run(FloatPlane src, FloatPlane dst) {
        float[] from = src.array();
        float[] to = dst.array();
        int width = columns.length;
        for (int y = 0; y < rows.length; y++) {
            int q = y * width;
            if (y > 0 && rows[y] == rows[y - 1]) {
                System.arraycopy(to, q - width, to, q, width);
                continue;
            }
            int p = rows[y] * src.width();
            for (int x = 0; x < width; x++) {
                to[q + x] = from[p + columns[x]];
            }
        }
    }
}
