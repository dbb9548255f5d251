package io.depth4j.internal.resize;

import io.depth4j.Image;
import io.depth4j.internal.Pool;
import io.depth4j.internal.kernel.FixedRows;
import io.depth4j.internal.kernel.FixedWindows;
import io.depth4j.internal.kernel.Kernels;

/** A resize of the width alone, in fixed point: no row needs another. */
final class RowsPass implements Pass<Image> {

    /** Rows that stay in the nearest cache while one chunk of their columns after the other is made. */
    private static final int BLOCK_BYTES = 24 << 10;

    private record Scratch(byte[] in, byte[] out) {}

    private final FixedRows rows;
    private final Alpha alpha;
    private final int srcBytes;
    private final int dstBytes;
    private final Pool<Scratch> pool;

    RowsPass(FixedWindows windows, int channels, Alpha alpha, Kernels kernels) {
        this.rows = kernels.rows().fixed(windows, channels);
        this.alpha = alpha;
        this.srcBytes = windows.inputs() * channels;
        this.dstBytes = windows.outputs() * channels;
        this.pool = new Pool<>(() -> new Scratch(new byte[srcBytes], new byte[dstBytes]));
    }

    @Override
    public void run(Image src, Image dst) {
        if (src.hasArray() && dst.hasArray() && alpha == Alpha.STRAIGHT) {
            inArrays(src, dst);
        } else {
            staged(src, dst);
        }
    }

    private void inArrays(Image src, Image dst) {
        int block = Math.max(1, BLOCK_BYTES / (srcBytes + dstBytes));
        for (int y = 0; y < src.height(); y += block) {
            int count = Math.min(block, src.height() - y);
            rows.toBytes(
                    src.array(), src.offset(y), src.rowStride(), count, dst.array(), dst.offset(y), dst.rowStride());
        }
    }

    private void staged(Image src, Image dst) {
        Scratch scratch = pool.take();
        for (int y = 0; y < src.height(); y++) {
            src.readRow(y, scratch.in, 0);
            alpha.enter(scratch.in, 0, srcBytes);
            rows.toBytes(scratch.in, 0, srcBytes, 1, scratch.out, 0, dstBytes);
            alpha.leave(scratch.out, 0, dstBytes);
            dst.writeRow(y, scratch.out, 0);
        }
        pool.give(scratch);
    }
}
