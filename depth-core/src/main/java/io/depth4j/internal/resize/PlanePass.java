package io.depth4j.internal.resize;

import io.depth4j.FloatPlane;
import io.depth4j.internal.kernel.Kernels;
import io.depth4j.internal.kernel.PlaneKernels;
import io.depth4j.internal.kernel.PlaneRows;
import io.depth4j.internal.kernel.Windows;

/** A separable resize of planes without holes, within rows first. */
final class PlanePass extends RingPass<FloatPlane, float[]> {

    private final PlaneKernels planes;
    private final PlaneRows rows;
    private final Windows vertical;

    PlanePass(Windows horizontal, Windows vertical, Kernels kernels) {
        super(vertical.firsts(), vertical.taps(), horizontal.outputs(), 0, 0, float[]::new);
        this.planes = kernels.planes();
        this.rows = kernels.rows().planes(horizontal);
        this.vertical = vertical;
    }

    @Override
    void across(FloatPlane src, int row, int count, Scratch<float[]> scratch, int ringOffset) {
        int width = src.width();
        rows.resample(src.array(), row * width, width, count, scratch.ring(), ringOffset, rowLength());
    }

    @Override
    void down(Scratch<float[]> scratch, int y, FloatPlane dst) {
        int taps = vertical.taps();
        planes.mix(
                scratch.ring(),
                scratch.offsets(),
                taps,
                vertical.weights(),
                y * taps,
                rowLength(),
                dst.array(),
                y * rowLength());
    }
}
