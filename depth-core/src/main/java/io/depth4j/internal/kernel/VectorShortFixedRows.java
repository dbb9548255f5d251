package io.depth4j.internal.kernel;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Two or three taps whose sums stay inside 0..255, outputs close together: nothing to cut, and the weights of a chunk stay in
 * registers for all rows.
 *
 * <p>Each loop is written out. A helper that takes or returns vectors is inlined as long as it was never compiled by itself;
 * once it was, every vector is an object.
 */
final class VectorShortFixedRows implements FixedRows {

    private static final VectorSpecies<Integer> INT = Lanes.INT;
    private static final VectorSpecies<Byte> WINDOW = Lanes.BYTE_HALF;
    private static final VectorSpecies<Byte> BYTE = Lanes.BYTE_QUARTER;
    private static final int LANES = INT.length();

    private final VectorChunks<Byte> chunks;
    private final int taps;
    private final int shift;
    private final int channels;
    private final int[] weights;
    private final FixedRows sums;

    /** @param sums what {@link #toInts} is left to */
    VectorShortFixedRows(FixedWindows windows, int channels, VectorChunks<Byte> chunks, FixedRows sums) {
        this.chunks = chunks;
        this.taps = windows.taps;
        this.shift = windows.shift;
        this.channels = channels;
        this.weights = chunks.spread(windows.weights, taps, channels);
        this.sums = sums;
    }

    static boolean suits(FixedWindows windows) {
        return Lanes.HAS_BYTE_QUARTER && (windows.taps == 2 || windows.taps == 3) && windows.staysInside();
    }

    @Override
    public void toBytes(byte[] src, int srcOffset, int srcStride, int rows, byte[] dst, int dstOffset, int dstStride) {
        if (taps == 2) {
            twoTaps(src, srcOffset, srcStride, rows, dst, dstOffset, dstStride);
        } else {
            threeTaps(src, srcOffset, srcStride, rows, dst, dstOffset, dstStride);
        }
    }

    private void twoTaps(byte[] src, int srcOffset, int srcStride, int rows, byte[] dst, int dstOffset, int dstStride) {
        int half = 1 << shift >> 1;
        for (int chunk = 0; chunk < chunks.count(); chunk++) {
            VectorShuffle<Byte> shuffle = chunks.shuffle[chunk];
            int at = chunk * 2 * LANES;
            IntVector w0 = IntVector.fromArray(INT, weights, at);
            IntVector w1 = IntVector.fromArray(INT, weights, at + LANES);
            int p = srcOffset + chunks.base[chunk];
            int q = dstOffset + chunks.start[chunk];
            for (int row = 0; row < rows; row++) {
                IntVector x0 = ByteVector.fromArray(WINDOW, src, p)
                        .rearrange(shuffle)
                        .convertShape(VectorOperators.B2I, INT, 0)
                        .reinterpretAsInts()
                        .and(0xff);
                IntVector x1 = ByteVector.fromArray(WINDOW, src, p + channels)
                        .rearrange(shuffle)
                        .convertShape(VectorOperators.B2I, INT, 0)
                        .reinterpretAsInts()
                        .and(0xff);
                IntVector sum = x0.mul(w0).add(x1.mul(w1)).add(half).lanewise(VectorOperators.ASHR, shift);
                ((ByteVector) sum.convertShape(VectorOperators.I2B, BYTE, 0)).intoArray(dst, q);
                p += srcStride;
                q += dstStride;
            }
        }
    }

    private void threeTaps(
            byte[] src, int srcOffset, int srcStride, int rows, byte[] dst, int dstOffset, int dstStride) {
        int half = 1 << shift >> 1;
        for (int chunk = 0; chunk < chunks.count(); chunk++) {
            VectorShuffle<Byte> shuffle = chunks.shuffle[chunk];
            int at = chunk * 3 * LANES;
            IntVector w0 = IntVector.fromArray(INT, weights, at);
            IntVector w1 = IntVector.fromArray(INT, weights, at + LANES);
            IntVector w2 = IntVector.fromArray(INT, weights, at + 2 * LANES);
            int p = srcOffset + chunks.base[chunk];
            int q = dstOffset + chunks.start[chunk];
            for (int row = 0; row < rows; row++) {
                IntVector x0 = ByteVector.fromArray(WINDOW, src, p)
                        .rearrange(shuffle)
                        .convertShape(VectorOperators.B2I, INT, 0)
                        .reinterpretAsInts()
                        .and(0xff);
                IntVector x1 = ByteVector.fromArray(WINDOW, src, p + channels)
                        .rearrange(shuffle)
                        .convertShape(VectorOperators.B2I, INT, 0)
                        .reinterpretAsInts()
                        .and(0xff);
                IntVector x2 = ByteVector.fromArray(WINDOW, src, p + 2 * channels)
                        .rearrange(shuffle)
                        .convertShape(VectorOperators.B2I, INT, 0)
                        .reinterpretAsInts()
                        .and(0xff);
                IntVector sum =
                        x0.mul(w0).add(x1.mul(w1)).add(x2.mul(w2)).add(half).lanewise(VectorOperators.ASHR, shift);
                ((ByteVector) sum.convertShape(VectorOperators.I2B, BYTE, 0)).intoArray(dst, q);
                p += srcStride;
                q += dstStride;
            }
        }
    }

    @Override
    public void toInts(byte[] src, int srcOffset, int srcStride, int rows, int[] dst, int dstOffset, int dstStride) {
        sums.toInts(src, srcOffset, srcStride, rows, dst, dstOffset, dstStride);
    }
}
