package io.depth4j.internal.kernel;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Chunks outside, rows inside: a chunk's weights stay in the nearest cache for all rows. */
final class VectorFloatRows implements FloatRows {

    private static final VectorSpecies<Float> FLOAT = Lanes.FLOAT;
    private static final VectorSpecies<Byte> WINDOW = Lanes.BYTE;
    private static final int LANES = FLOAT.length();

    private final VectorChunks<Byte> chunks;
    private final int taps;
    private final int channels;
    private final float[] weights;
    private final ScalarFloatRows scalar;

    VectorFloatRows(Windows windows, int channels, VectorChunks<Byte> chunks) {
        this.chunks = chunks;
        this.taps = windows.taps;
        this.channels = channels;
        this.weights = chunks.spread(windows.weights, taps, channels);
        this.scalar = new ScalarFloatRows(windows, channels);
    }

    @Override
    public void fromBytes(
            byte[] src, int srcOffset, int srcStride, int rows, float[] dst, int dstOffset, int dstStride) {
        for (int chunk = 0; chunk < chunks.count(); chunk++) {
            VectorShuffle<Byte> shuffle = chunks.shuffle[chunk];
            int at = chunk * taps * LANES;
            for (int row = 0; row < rows; row++) {
                int p = srcOffset + chunks.base[chunk] + row * srcStride;
                FloatVector sum = FloatVector.zero(FLOAT);
                for (int k = 0; k < taps; k++) {
                    FloatVector weight = FloatVector.fromArray(FLOAT, weights, at + k * LANES);
                    FloatVector tap = (FloatVector) ByteVector.fromArray(WINDOW, src, p + k * channels)
                            .rearrange(shuffle)
                            .reinterpretAsInts()
                            .and(0xff)
                            .convertShape(VectorOperators.I2F, FLOAT, 0);
                    sum = sum.add(tap.mul(weight));
                }
                sum.intoArray(dst, dstOffset + chunks.start[chunk] + row * dstStride);
            }
        }
        scalar.fromBytes(chunks.end, src, srcOffset, srcStride, rows, dst, dstOffset, dstStride);
    }
}
