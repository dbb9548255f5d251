package io.depth4j.internal.resize;

import io.depth4j.internal.kernel.FloatRows;
import io.depth4j.internal.kernel.Kernels;
import io.depth4j.internal.kernel.PlaneKernels;
import io.depth4j.internal.kernel.Windows;

/** Bytes through rows of floats, rounded once at the end. */
final class FloatPass extends ImagePass<float[]> {

    private final PlaneKernels planes;
    private final FloatRows rows;
    private final Windows vertical;
    private final float scale;

    /** @param scale what the sum over both windows is multiplied by */
    FloatPass(Windows horizontal, Windows vertical, float scale, int channels, Kernels kernels) {
        super(
                vertical.firsts(),
                vertical.taps(),
                horizontal.outputs() * channels,
                horizontal.inputs() * channels,
                horizontal.outputs() * channels,
                Alpha.STRAIGHT,
                float[]::new);
        this.planes = kernels.planes();
        this.rows = kernels.rows().floats(horizontal, channels);
        this.vertical = vertical;
        this.scale = scale;
    }

    @Override
    void across(byte[] src, int offset, int stride, int count, float[] ring, int ringOffset) {
        rows.fromBytes(src, offset, stride, count, ring, ringOffset, rowLength());
    }

    @Override
    void down(Scratch<float[]> scratch, int y, byte[] dst, int offset) {
        int taps = vertical.taps();
        planes.mixToBytes(
                scratch.ring(), scratch.offsets(), taps, vertical.weights(), y * taps, scale, rowLength(), dst, offset);
    }
}
