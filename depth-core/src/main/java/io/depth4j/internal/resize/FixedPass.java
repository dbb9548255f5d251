package io.depth4j.internal.resize;

import io.depth4j.internal.kernel.FixedRows;
import io.depth4j.internal.kernel.FixedWindows;
import io.depth4j.internal.kernel.Kernels;
import io.depth4j.internal.kernel.PlaneKernels;

/** Both directions in fixed point, rounded to bytes in between, within rows first: Pillow's way. */
final class FixedPass extends ImagePass<byte[]> {

    private final PlaneKernels planes;
    private final FixedRows rows;
    private final FixedWindows vertical;

    FixedPass(FixedWindows horizontal, FixedWindows vertical, int channels, Alpha alpha, Kernels kernels) {
        super(
                vertical.firsts(),
                vertical.taps(),
                horizontal.outputs() * channels,
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
        rows.toBytes(src, offset, stride, count, ring, ringOffset, rowLength());
    }

    @Override
    void down(Scratch<byte[]> scratch, int y, byte[] dst, int offset) {
        int taps = vertical.taps();
        planes.mixFixed(
                scratch.ring(),
                scratch.offsets(),
                taps,
                vertical.weights(),
                y * taps,
                vertical.shift(),
                rowLength(),
                dst,
                offset);
    }
}
