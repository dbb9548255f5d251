package io.depth4j.internal.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Chunks outside, rows inside. Shuffled loads, because a gather costs more and on JDK 17 may allocate. */
final class VectorPlaneRows implements PlaneRows {

    private static final VectorSpecies<Float> FLOAT = Lanes.FLOAT;
    private static final int LANES = FLOAT.length();

    private final VectorChunks<Float> chunks;
    private final int taps;
    private final float[] weights;
    private final ScalarPlaneRows scalar;

    VectorPlaneRows(Windows windows, VectorChunks<Float> chunks) {
        this.chunks = chunks;
        this.taps = windows.taps;
        this.weights = chunks.spread(windows.weights, taps, 1);
        this.scalar = new ScalarPlaneRows(windows);
    }

    @Override
    public void resample(
            float[] src, int srcOffset, int srcStride, int rows, float[] dst, int dstOffset, int dstStride) {
        for (int chunk = 0; chunk < chunks.count(); chunk++) {
            VectorShuffle<Float> shuffle = chunks.shuffle[chunk];
            int at = chunk * taps * LANES;
            for (int row = 0; row < rows; row++) {
                int p = srcOffset + chunks.base[chunk] + row * srcStride;
                FloatVector sum = FloatVector.zero(FLOAT);
                for (int k = 0; k < taps; k++) {
                    FloatVector weight = FloatVector.fromArray(FLOAT, weights, at + k * LANES);
                    FloatVector tap = FloatVector.fromArray(FLOAT, src, p + k).rearrange(shuffle);
                    sum = sum.add(tap.mul(weight));
                }
                sum.intoArray(dst, dstOffset + chunks.start[chunk] + row * dstStride);
            }
        }
        scalar.resample(chunks.end, src, srcOffset, srcStride, rows, dst, dstOffset, dstStride);
    }
}
