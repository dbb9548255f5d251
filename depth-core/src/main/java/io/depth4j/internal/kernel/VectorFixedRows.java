package io.depth4j.internal.kernel;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Chunks outside, rows inside: shuffle and weights of a chunk are read once and used for every row. */
final class VectorFixedRows implements FixedRows {

    private static final VectorSpecies<Integer> INT = Lanes.INT;
    private static final VectorSpecies<Byte> WINDOW = Lanes.BYTE;
    private static final VectorSpecies<Byte> BYTE = Lanes.BYTE_QUARTER;
    private static final int LANES = INT.length();

    private final VectorChunks<Byte> chunks;
    private final int taps;
    private final int shift;
    private final int channels;
    private final int[] weights;
    private final ScalarFixedRows scalar;

    VectorFixedRows(FixedWindows windows, int channels, VectorChunks<Byte> chunks) {
        this.chunks = chunks;
        this.taps = windows.taps;
        this.shift = windows.shift;
        this.channels = channels;
        this.weights = chunks.spread(windows.weights, taps, channels);
        this.scalar = new ScalarFixedRows(windows, channels);
    }

    @Override
    public void toBytes(byte[] src, int srcOffset, int srcStride, int rows, byte[] dst, int dstOffset, int dstStride) {
        if (!Lanes.HAS_BYTE_QUARTER) {
            scalar.toBytes(src, srcOffset, srcStride, rows, dst, dstOffset, dstStride);
            return;
        }
        int half = 1 << shift >> 1;
        for (int chunk = 0; chunk < chunks.count(); chunk++) {
            VectorShuffle<Byte> shuffle = chunks.shuffle[chunk];
            int at = chunk * taps * LANES;
            for (int row = 0; row < rows; row++) {
                int p = srcOffset + chunks.base[chunk] + row * srcStride;
                IntVector sum = IntVector.broadcast(INT, half);
                for (int k = 0; k < taps; k++) {
                    IntVector weight = IntVector.fromArray(INT, weights, at + k * LANES);
                    IntVector tap = ByteVector.fromArray(WINDOW, src, p + k * channels)
                            .rearrange(shuffle)
                            .reinterpretAsInts()
                            .and(0xff);
                    sum = sum.add(tap.mul(weight));
                }
                IntVector value =
                        sum.lanewise(VectorOperators.ASHR, shift).max(0).min(255);
                ((ByteVector) value.convertShape(VectorOperators.I2B, BYTE, 0))
                        .intoArray(dst, dstOffset + chunks.start[chunk] + row * dstStride);
            }
        }
        scalar.toBytes(chunks.end, src, srcOffset, srcStride, rows, dst, dstOffset, dstStride);
    }

    @Override
    public void toInts(byte[] src, int srcOffset, int srcStride, int rows, int[] dst, int dstOffset, int dstStride) {
        if (taps == 2) {
            twoTaps(src, srcOffset, srcStride, rows, dst, dstOffset, dstStride);
        } else {
            manyTaps(src, srcOffset, srcStride, rows, dst, dstOffset, dstStride);
        }
        scalar.toInts(chunks.end, src, srcOffset, srcStride, rows, dst, dstOffset, dstStride);
    }

    private void twoTaps(byte[] src, int srcOffset, int srcStride, int rows, int[] dst, int dstOffset, int dstStride) {
        for (int chunk = 0; chunk < chunks.count(); chunk++) {
            VectorShuffle<Byte> shuffle = chunks.shuffle[chunk];
            IntVector w0 = IntVector.fromArray(INT, weights, chunk * 2 * LANES);
            IntVector w1 = IntVector.fromArray(INT, weights, chunk * 2 * LANES + LANES);
            int p = srcOffset + chunks.base[chunk];
            int q = dstOffset + chunks.start[chunk];
            for (int row = 0; row < rows; row++) {
                IntVector x0 = ByteVector.fromArray(WINDOW, src, p)
                        .rearrange(shuffle)
                        .reinterpretAsInts()
                        .and(0xff);
                IntVector x1 = ByteVector.fromArray(WINDOW, src, p + channels)
                        .rearrange(shuffle)
                        .reinterpretAsInts()
                        .and(0xff);
                x0.mul(w0).add(x1.mul(w1)).intoArray(dst, q);
                p += srcStride;
                q += dstStride;
            }
        }
    }

    private void manyTaps(byte[] src, int srcOffset, int srcStride, int rows, int[] dst, int dstOffset, int dstStride) {
        for (int chunk = 0; chunk < chunks.count(); chunk++) {
            VectorShuffle<Byte> shuffle = chunks.shuffle[chunk];
            int at = chunk * taps * LANES;
            for (int row = 0; row < rows; row++) {
                int p = srcOffset + chunks.base[chunk] + row * srcStride;
                IntVector sum = IntVector.zero(INT);
                for (int k = 0; k < taps; k++) {
                    IntVector weight = IntVector.fromArray(INT, weights, at + k * LANES);
                    IntVector tap = ByteVector.fromArray(WINDOW, src, p + k * channels)
                            .rearrange(shuffle)
                            .reinterpretAsInts()
                            .and(0xff);
                    sum = sum.add(tap.mul(weight));
                }
                sum.intoArray(dst, dstOffset + chunks.start[chunk] + row * dstStride);
            }
        }
    }
}
