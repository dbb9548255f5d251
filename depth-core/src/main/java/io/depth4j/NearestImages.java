package io.depth4j;

import io.depth4j.internal.Pool;

/** Copies whole pixels. */
final class NearestImages implements Pass<Image> {

    private record Scratch(byte[] in, byte[] out) {}

    private final int[] columns;
    private final int[] rows;
    private final int channels;
    private final Pool<Scratch> pool;

    NearestImages(int[] columns, int[] rows, int srcWidth, int channels) {
        this.columns = columns;
        this.rows = rows;
        this.channels = channels;
        this.pool = new Pool<>(() -> new Scratch(new byte[srcWidth * channels], new byte[columns.length * channels]));
    }

    @Override
    public void run(Image src, Image dst) {
        Scratch scratch = pool.take();
        for (int y = 0; y < rows.length; y++) {
            if (y == 0 || rows[y] != rows[y - 1]) {
                if (src.hasArray()) {
                    pick(src.array(), src.offset(rows[y]), scratch.out);
                } else {
                    src.readRow(rows[y], scratch.in, 0);
                    pick(scratch.in, 0, scratch.out);
                }
            }
            dst.writeRow(y, scratch.out, 0);
        }
        pool.give(scratch);
    }

    private void pick(byte[] row, int offset, byte[] dst) {
        switch (channels) {
            case 1 -> {
                for (int x = 0; x < columns.length; x++) {
                    dst[x] = row[offset + columns[x]];
                }
            }
            case 3 -> {
                for (int x = 0; x < columns.length; x++) {
                    int p = offset + 3 * columns[x];
                    dst[3 * x] = row[p];
                    dst[3 * x + 1] = row[p + 1];
                    dst[3 * x + 2] = row[p + 2];
                }
            }
            default -> {
                for (int x = 0; x < columns.length; x++) {
                    System.arraycopy(row, offset + channels * columns[x], dst, channels * x, channels);
                }
            }
        }
    }
}
