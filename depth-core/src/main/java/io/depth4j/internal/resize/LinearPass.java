package io.depth4j.internal.resize;

import io.depth4j.internal.kernel.FixedRows;
import io.depth4j.internal.kernel.FixedWindows;
import io.depth4j.internal.kernel.Kernels;
import io.depth4j.internal.kernel.OpenCvWindows.Grid;
import io.depth4j.internal.kernel.PlaneKernels;

/**
 * Interpolation between two pixels with 11 bits of fraction, sums kept whole within rows: the arithmetic of OpenCV's
 * {@code INTER_LINEAR} for bytes, roundings included.
 */
final class LinearPass extends ImagePass<int[]> {

    private final PlaneKernels planes;
    private final FixedRows rows;
    private final int[] lowTap;
    private final int[] highTap;
    private final int[] lowWeight;
    private final int[] highWeight;

    LinearPass(Grid horizontal, Grid vertical, int channels, Kernels kernels) {
        this(horizontal.fixed(), vertical, vertical.fixed(), channels, kernels);
    }

    private LinearPass(FixedWindows horizontal, Grid vertical, FixedWindows window, int channels, Kernels kernels) {
        super(
                window.firsts(),
                window.taps(),
                horizontal.outputs() * channels,
                horizontal.inputs() * channels,
                horizontal.outputs() * channels,
                Alpha.STRAIGHT,
                int[]::new);
        this.planes = kernels.planes();
        this.rows = kernels.rows().fixed(horizontal, channels);
        int outputs = vertical.outputs();
        this.lowTap = new int[outputs];
        this.highTap = new int[outputs];
        this.lowWeight = new int[outputs];
        this.highWeight = new int[outputs];
        for (int y = 0; y < outputs; y++) {
            lowWeight[y] = vertical.lowWeight(y);
            highWeight[y] = vertical.highWeight(y);
            int last = vertical.inputs() - 1;
            int above = Math.max(0, Math.min(last, vertical.index()[y]));
            int below = Math.max(0, Math.min(last, vertical.index()[y] + 1));
            // A row that weighs nothing is not in the ring.
            lowTap[y] = (lowWeight[y] == 0 ? below : above) - window.first(y);
            highTap[y] = (highWeight[y] == 0 ? above : below) - window.first(y);
        }
    }

    @Override
    void across(byte[] src, int offset, int stride, int count, int[] ring, int ringOffset) {
        rows.toInts(src, offset, stride, count, ring, ringOffset, rowLength());
    }

    @Override
    void down(Scratch<int[]> scratch, int y, byte[] dst, int offset) {
        int low = scratch.offsets()[lowTap[y]];
        int high = scratch.offsets()[highTap[y]];
        planes.mixLinear(scratch.ring(), low, high, lowWeight[y], highWeight[y], rowLength(), dst, offset);
    }
}
