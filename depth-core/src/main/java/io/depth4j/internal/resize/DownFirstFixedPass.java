package io.depth4j.internal.resize;

import io.depth4j.internal.kernel.FixedRows;
import io.depth4j.internal.kernel.FixedWindows;
import io.depth4j.internal.kernel.Kernels;
import io.depth4j.internal.kernel.PlaneKernels;

/** Both directions in fixed point, rounded to bytes in between, between rows first: Pillow's way
 * where that leaves less to do within rows. */
final class DownFirstFixedPass extends ImagePass<byte[]> {

    private final PlaneKernels planes;
    private final FixedRows rows;
    private final FixedWindows vertical;

    DownFirstFixedPass(FixedWindows horizontal, FixedWindows vertical, int channels, Alpha alpha, Kernels kernels) {
        super(
                vertical.firsts(),
                vertical.taps(),
                horizontal.inputs() * channels,
                horizontal.inputs() * channels,
                horizontal.outputs() * channels,
                alpha,
                byte[]::new);
        this.planes = kernels.planes();
        this.rows = kernels.rows().fixed(horizontal, channels);
        this.vertical = vertical;
    }

    @Override
    void across(byte[] src, int offset, int stride, int count, byte[] ring, int ringOffset) {
        for (int row = 0; row < count; row++) {
            System.arraycopy(src, offset + row * stride, ring, ringOffset + row * rowLength(), rowLength());
        }
    }

    @Override
    void down(Scratch<byte[]> scratch, int y, byte[] dst, int offset) {
        int taps = vertical.taps();
        byte[] mixed = scratch.in();
        planes.mixFixed(
                scratch.ring(),
                scratch.offsets(),
                taps,
                vertical.weights(),
                y * taps,
                vertical.shift(),
                rowLength(),
                mixed,
                0);
        rows.toBytes(mixed, 0, rowLength(), 1, dst, offset, rowLength());
    }
}
