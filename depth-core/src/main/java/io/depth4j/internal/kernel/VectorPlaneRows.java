package io.depth4j.internal.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Gathers one tap of as many outputs as there are lanes; the next tap lies one value further on for all of them. */
final class VectorPlaneRows implements PlaneRows {

    private static final VectorSpecies<Float> FLOAT = Lanes.FLOAT;
    private static final int LANES = FLOAT.length();

    private final int taps;
    private final int[] first;

    /** Weights in the order of use: chunk, tap, lane. */
    private final float[] weights;

    VectorPlaneRows(Windows windows) {
        this.taps = windows.taps;
        this.first = windows.first;
        int chunks = (first.length + LANES - 1) / LANES;
        this.weights = new float[chunks * taps * LANES];
        for (int i = 0; i < weights.length; i++) {
            int chunk = i / LANES / taps;
            weights[i] = windows.weight(start(chunk * LANES) + i % LANES, i / LANES % taps);
        }
    }

    static boolean suits(Windows windows) {
        return windows.outputs >= LANES;
    }

    @Override
    public void resample(
            float[] src, int srcOffset, int srcStride, int rows, float[] dst, int dstOffset, int dstStride) {
        for (int row = 0; row < rows; row++) {
            int p = srcOffset + row * srcStride;
            int w = 0;
            for (int o = 0; o < first.length; o += LANES) {
                int start = start(o);
                FloatVector sum = FloatVector.zero(FLOAT);
                for (int k = 0; k < taps; k++) {
                    FloatVector tap = FloatVector.fromArray(FLOAT, src, p + k, first, start);
                    sum = sum.add(tap.mul(FloatVector.fromArray(FLOAT, weights, w)));
                    w += LANES;
                }
                sum.intoArray(dst, dstOffset + row * dstStride + start);
            }
        }
    }

    /** The last chunk ends where the row ends. */
    private int start(int o) {
        return Math.min(o, first.length - LANES);
    }
}
