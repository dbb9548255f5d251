package io.depth4j.internal.resize;

import io.depth4j.FloatPlane;
import io.depth4j.Size;
import io.depth4j.internal.Pool;
import io.depth4j.internal.kernel.Kernels;
import io.depth4j.internal.kernel.PlaneKernels;
import io.depth4j.internal.kernel.Windows;

/**
 * A separable resize of planes with holes: an output is the mean over the valid part of its window, and is missing where less
 * than half of the window's absolute weight is valid. What is not finite is a hole.
 *
 * <p>The weight that falls into holes is itself a resize, of the plane that is 1 where there is a hole; so an output without a
 * hole in its window is what a plane without holes would give, bit for bit.
 */
final class HolesPass implements Pass<FloatPlane> {

    private record Scratch(FloatPlane filled, FloatPlane holes, FloatPlane lost, FloatPlane lostAbsolute) {}

    private final PlaneKernels kernels = Kernels.active().planes();
    private final Pass<FloatPlane> plain;

    /** The same as {@link #plain} where no weight is negative. */
    private final Pass<FloatPlane> absolute;

    private final float[] totalAcross;
    private final float[] totalDown;
    private final float[] absoluteAcross;
    private final float[] absoluteDown;
    private final Pool<Scratch> pool;

    HolesPass(Windows horizontal, Windows vertical) {
        this.plain = new PlanePass(horizontal, vertical);
        Windows absoluteHorizontal = horizontal.absolute();
        Windows absoluteVertical = vertical.absolute();
        boolean positive = horizontal.isPositive() && vertical.isPositive();
        this.absolute = positive ? plain : new PlanePass(absoluteHorizontal, absoluteVertical);
        this.totalAcross = totals(horizontal);
        this.totalDown = totals(vertical);
        this.absoluteAcross = totals(absoluteHorizontal);
        this.absoluteDown = totals(absoluteVertical);
        Size from = new Size(horizontal.inputs(), vertical.inputs());
        Size to = new Size(horizontal.outputs(), vertical.outputs());
        this.pool = new Pool<>(() -> new Scratch(
                FloatPlane.allocate(from),
                FloatPlane.allocate(from),
                FloatPlane.allocate(to),
                FloatPlane.allocate(to)));
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
        FloatPlane lostAbsolute = scratch.lost;
        if (absolute != plain) {
            lostAbsolute = scratch.lostAbsolute;
            absolute.run(scratch.holes, lostAbsolute);
        }
        join(scratch.lost.array(), lostAbsolute.array(), dst.array());
        pool.give(scratch);
    }

    private static void split(float[] src, float[] filled, float[] holes) {
        for (int i = 0; i < src.length; i++) {
            boolean valid = Math.abs(src[i]) <= Float.MAX_VALUE;
            filled[i] = valid ? src[i] : 0;
            holes[i] = valid ? 0 : 1;
        }
    }

    private void join(float[] lost, float[] lostAbsolute, float[] dst) {
        int i = 0;
        for (int y = 0; y < totalDown.length; y++) {
            for (int x = 0; x < totalAcross.length; x++) {
                if (lostAbsolute[i] > absoluteAcross[x] * absoluteDown[y] / 2) {
                    dst[i] = Float.NaN;
                } else if (lostAbsolute[i] != 0) {
                    float total = totalAcross[x] * totalDown[y];
                    dst[i] *= total / (total - lost[i]);
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
