package io.depth4j.internal.resize;

import io.depth4j.FloatPlane;
import io.depth4j.internal.Pool;
import io.depth4j.internal.kernel.Kernels;
import io.depth4j.internal.kernel.PlaneKernels;
import io.depth4j.internal.kernel.PlaneRows;
import io.depth4j.internal.kernel.Windows;

/** A separable resize of planes without holes, between rows first: each output row is mixed where the source's rows lie. */
final class DownFirstPlanePass implements Pass<FloatPlane> {

    private record Scratch(float[] mixed, int[] offsets) {}

    private final PlaneKernels planes;
    private final PlaneRows rows;
    private final Windows vertical;
    private final Pool<Scratch> pool;

    DownFirstPlanePass(Windows horizontal, Windows vertical, Kernels kernels) {
        this.planes = kernels.planes();
        this.rows = kernels.rows().planes(horizontal);
        this.vertical = vertical;
        this.pool = new Pool<>(() -> new Scratch(new float[horizontal.inputs()], new int[vertical.taps()]));
    }

    @Override
    public void run(FloatPlane src, FloatPlane dst) {
        int taps = vertical.taps();
        int width = src.width();
        Scratch scratch = pool.take();
        for (int y = 0; y < dst.height(); y++) {
            for (int k = 0; k < taps; k++) {
                scratch.offsets[k] = (vertical.first(y) + k) * width;
            }
            planes.mix(src.array(), scratch.offsets, taps, vertical.weights(), y * taps, width, scratch.mixed, 0);
            rows.resample(scratch.mixed, 0, width, 1, dst.array(), y * dst.width(), dst.width());
        }
        pool.give(scratch);
    }
}
