package io.depth4j.internal.resize;

import io.depth4j.FloatPlane;
import io.depth4j.Size;
import io.depth4j.internal.Pool;
import io.depth4j.internal.kernel.PlaneKernels;
import io.depth4j.internal.kernel.Windows;

/**
 * A separable resize of planes with holes: an output is the mean over the valid part of its window, and is missing where less
 * than half of the window's weight is valid. What is not finite is a hole.
 *
 * <p>The weight that falls into holes is itself a resize, of the plane that is 1 where there is a hole; so an output without a
 * hole in its window is what a plane without holes would give, bit for bit. Negative weights count as such: were they taken for
 * positive, what is valid could sum to next to nothing, and the mean would be anything.
 */
final class HolesPass implements Pass<FloatPlane> {

    private record Scratch(FloatPlane filled, FloatPlane holes, FloatPlane lost) {}

    private final PlaneKernels kernels;
    private final Pass<FloatPlane> plain;
    private final float[] totalAcross;
    private final float[] totalDown;
    private final Pool<Scratch> pool;

    /** @param plain the resize of planes without holes by these windows */
    HolesPass(Pass<FloatPlane> plain, Windows horizontal, Windows vertical, PlaneKernels kernels) {
        this.kernels = kernels;
        this.plain = plain;
        this.totalAcross = totals(horizontal);
        this.totalDown = totals(vertical);
        Size from = new Size(horizontal.inputs(), vertical.inputs());
        Size to = new Size(horizontal.outputs(), vertical.outputs());
        this.pool = new Pool<>(
                () -> new Scratch(FloatPlane.allocate(from), FloatPlane.allocate(from), FloatPlane.allocate(to)));
    }

    @Override
    public void run(FloatPlane src, FloatPlane dst) {
        if (kernels.allFinite(src.array(), 0, src.array().length)) {
            plain.run(src, dst);
            return;
        }
        Scratch scratch = pool.take();
        split(src.array(), scratch.filled.array(), scratch.holes.array());
        plain.run(scratch.filled, dst);
        plain.run(scratch.holes, scratch.lost);
        join(scratch.lost.array(), dst.array());
        pool.give(scratch);
    }

    private static void split(float[] src, float[] filled, float[] holes) {
        for (int i = 0; i < src.length; i++) {
            boolean valid = Math.abs(src[i]) <= Float.MAX_VALUE;
            filled[i] = valid ? src[i] : 0;
            holes[i] = valid ? 0 : 1;
        }
    }

    private void join(float[] lost, float[] dst) {
        int i = 0;
        for (float down : totalDown) {
            for (float across : totalAcross) {
                if (lost[i] != 0) {
                    float total = across * down;
                    dst[i] = lost[i] > total / 2 ? Float.NaN : dst[i] * (total / (total - lost[i]));
                }
                i++;
            }
        }
    }

    private static float[] totals(Windows windows) {
        float[] totals = new float[windows.outputs()];
        for (int o = 0; o < totals.length; o++) {
            totals[o] = windows.total(o);
        }
        return totals;
    }
}
