package io.depth4j.internal.resize;

import io.depth4j.Image;
import io.depth4j.internal.Pool;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Copies whole pixels. */
final class NearestImages implements Pass<Image> {

    private static final VarHandle PIXEL = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());

    private record Scratch(byte[] in, byte[] out) {}

    private final int[] columns;
    private final int[] rows;
    private final int channels;

    /** How many pixels of a row may be copied as four bytes, at both ends. */
    private final int wide;

    private final Pool<Scratch> pool;

    NearestImages(int[] columns, int[] rows, int srcWidth, int channels) {
        this.columns = columns;
        this.rows = rows;
        this.channels = channels;
        this.wide = wide(columns, srcWidth, channels);
        this.pool = new Pool<>(() -> new Scratch(new byte[srcWidth * channels], new byte[columns.length * channels]));
    }

    private static int wide(int[] columns, int srcWidth, int channels) {
        if (channels != 3) {
            return channels == 4 ? columns.length : 0;
        }
        int wide = columns.length - 1;
        while (wide > 0 && columns[wide - 1] == srcWidth - 1) {
            wide--;
        }
        return wide;
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
        if (channels == 1) {
            for (int x = 0; x < columns.length; x++) {
                dst[x] = row[offset + columns[x]];
            }
            return;
        }
        // A pixel of three bytes brings a fourth one, which the next pixel overwrites.
        for (int x = 0; x < wide; x++) {
            PIXEL.set(dst, channels * x, (int) PIXEL.get(row, offset + channels * columns[x]));
        }
        for (int x = wide; x < columns.length; x++) {
            for (int c = 0; c < channels; c++) {
                dst[channels * x + c] = row[offset + channels * columns[x] + c];
            }
        }
    }
}
