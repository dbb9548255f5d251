package io.depth4j.internal.kernel;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Chunks outside, rows inside: shuffle and weights of a chunk are read once and used for every row. */
final class VectorFixedRows implements FixedRows {

    private static final VectorSpecies<Integer> INT = Lanes.INT;
    private static final int LANES = INT.length();

    private final VectorChunks chunks;
    private final int taps;
    private final int shift;
    private final int channels;
    private final int[] weights;
    private final ScalarFixedRows scalar;

    VectorFixedRows(FixedWindows windows, int channels, VectorChunks chunks) {
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
        for (int chunk = 0; chunk < chunks.count(); chunk++) {
            int p = srcOffset + chunks.base[chunk];
            int q = dstOffset + chunks.start[chunk];
            int at = chunk * taps * LANES;
            switch (taps) {
                case 2 -> twoTaps(chunks.shuffle[chunk], at, src, p, srcStride, rows, dst, q, dstStride);
                case 3 -> threeTaps(chunks.shuffle[chunk], at, src, p, srcStride, rows, dst, q, dstStride);
                default -> manyTaps(chunks.shuffle[chunk], at, src, p, srcStride, rows, dst, q, dstStride);
            }
        }
    }

    private void twoTaps(
            VectorShuffle<Byte> shuffle,
            int at,
            byte[] src,
            int p,
            int srcStride,
            int rows,
            byte[] dst,
            int q,
            int dstStride) {
        IntVector w0 = IntVector.fromArray(INT, weights, at);
        IntVector w1 = IntVector.fromArray(INT, weights, at + LANES);
        int half = 1 << shift >> 1;
        for (int row = 0; row < rows; row++) {
            IntVector sum = tap(src, p + row * srcStride, shuffle)
                    .mul(w0)
                    .add(tap(src, p + row * srcStride + channels, shuffle).mul(w1))
                    .add(half);
            store(sum, dst, q + row * dstStride);
        }
    }

    private void threeTaps(
            VectorShuffle<Byte> shuffle,
            int at,
            byte[] src,
            int p,
            int srcStride,
            int rows,
            byte[] dst,
            int q,
            int dstStride) {
        IntVector w0 = IntVector.fromArray(INT, weights, at);
        IntVector w1 = IntVector.fromArray(INT, weights, at + LANES);
        IntVector w2 = IntVector.fromArray(INT, weights, at + 2 * LANES);
        int half = 1 << shift >> 1;
        for (int row = 0; row < rows; row++) {
            IntVector sum = tap(src, p + row * srcStride, shuffle)
                    .mul(w0)
                    .add(tap(src, p + row * srcStride + channels, shuffle).mul(w1))
                    .add(tap(src, p + row * srcStride + 2 * channels, shuffle).mul(w2))
                    .add(half);
            store(sum, dst, q + row * dstStride);
        }
    }

    private void manyTaps(
            VectorShuffle<Byte> shuffle,
            int at,
            byte[] src,
            int p,
            int srcStride,
            int rows,
            byte[] dst,
            int q,
            int dstStride) {
        int half = 1 << shift >> 1;
        for (int row = 0; row < rows; row++) {
            IntVector sum = IntVector.broadcast(INT, half);
            for (int k = 0; k < taps; k++) {
                IntVector weight = IntVector.fromArray(INT, weights, at + k * LANES);
                sum = sum.add(
                        tap(src, p + row * srcStride + k * channels, shuffle).mul(weight));
            }
            store(sum, dst, q + row * dstStride);
        }
    }

    @Override
    public void toInts(byte[] src, int srcOffset, int srcStride, int rows, int[] dst, int dstOffset, int dstStride) {
        for (int chunk = 0; chunk < chunks.count(); chunk++) {
            VectorShuffle<Byte> shuffle = chunks.shuffle[chunk];
            int at = chunk * taps * LANES;
            for (int row = 0; row < rows; row++) {
                int p = srcOffset + chunks.base[chunk] + row * srcStride;
                IntVector sum = IntVector.zero(INT);
                for (int k = 0; k < taps; k++) {
                    IntVector weight = IntVector.fromArray(INT, weights, at + k * LANES);
                    sum = sum.add(tap(src, p + k * channels, shuffle).mul(weight));
                }
                sum.intoArray(dst, dstOffset + chunks.start[chunk] + row * dstStride);
            }
        }
    }

    private static IntVector tap(byte[] src, int p, VectorShuffle<Byte> shuffle) {
        return ByteVector.fromArray(Lanes.BYTE, src, p)
                .rearrange(shuffle)
                .reinterpretAsInts()
                .and(0xff);
    }

    private void store(IntVector sum, byte[] dst, int q) {
        IntVector value = sum.lanewise(VectorOperators.ASHR, shift).max(0).min(255);
        ((ByteVector) value.convertShape(VectorOperators.I2B, Lanes.BYTE_QUARTER, 0)).intoArray(dst, q);
    }
}
