package io.depth4j.internal.kernel;

import java.util.Optional;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Rows cut into chunks of as many outputs as there are lanes. The first taps of a chunk's outputs lie within one vector of
 * bytes, and one shuffle brings each to its lane. The taps after them are a pixel further on each: the same shuffle
 * after a later load.
 *
 * <p>The last chunk ends where the row ends and repeats outputs of the one before.
 */
final class VectorChunks {

    private static final int LANES = Lanes.INT.length();

    /** Where the outputs of each chunk start in their row. */
    final int[] start;

    /** Where the bytes of each chunk's first taps start in their row. */
    final int[] base;

    final VectorShuffle<Byte>[] shuffle;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private VectorChunks(int count) {
        start = new int[count];
        base = new int[count];
        shuffle = new VectorShuffle[count];
    }

    int count() {
        return start.length;
    }

    /** Windows of a full vector; each tap comes to the low byte of an int's lane. */
    static Optional<VectorChunks> wide(int[] first, int inputs, int taps, int channels) {
        return of(first, inputs, taps, channels, Lanes.BYTE, Integer.BYTES);
    }

    /** Windows of half a vector; the taps come to its first bytes. Such loads and shuffles cost less. */
    static Optional<VectorChunks> narrow(int[] first, int inputs, int taps, int channels) {
        return of(first, inputs, taps, channels, Lanes.BYTE_HALF, 1);
    }

    /** The chunks; empty if rows are too short for a vector, or neighbouring outputs lie too far apart. */
    private static Optional<VectorChunks> of(
            int[] first, int inputs, int taps, int channels, VectorSpecies<Byte> window, int laneBytes) {
        int outputs = first.length * channels;
        int span = window.length();
        int last = inputs * channels - (taps - 1) * channels - span;
        if (outputs < LANES || last < 0) {
            return Optional.empty();
        }
        VectorChunks chunks = new VectorChunks((outputs + LANES - 1) / LANES);
        int[] pick = new int[span];
        for (int chunk = 0; chunk < chunks.count(); chunk++) {
            int start = Math.min(chunk * LANES, outputs - LANES);
            int base = last;
            for (int lane = 0; lane < LANES; lane++) {
                base = Math.min(base, position(first, start + lane, channels));
            }
            for (int lane = 0; lane < LANES; lane++) {
                int distance = position(first, start + lane, channels) - base;
                if (distance >= span) {
                    return Optional.empty();
                }
                pick[lane * laneBytes] = distance;
            }
            chunks.start[chunk] = start;
            chunks.base[chunk] = base;
            chunks.shuffle[chunk] = VectorShuffle.fromArray(window, pick, 0);
        }
        return Optional.of(chunks);
    }

    private static int position(int[] first, int output, int channels) {
        return first[output / channels] * channels + output % channels;
    }

    /** Weights in the order in which chunks use them: chunk, tap, lane. */
    int[] spread(int[] weights, int taps, int channels) {
        int[] spread = new int[count() * taps * LANES];
        for (int i = 0; i < spread.length; i++) {
            spread[i] = weights[source(i, taps, channels)];
        }
        return spread;
    }

    /** {@link #spread(int[], int, int)} for floats. */
    float[] spread(float[] weights, int taps, int channels) {
        float[] spread = new float[count() * taps * LANES];
        for (int i = 0; i < spread.length; i++) {
            spread[i] = weights[source(i, taps, channels)];
        }
        return spread;
    }

    private int source(int i, int taps, int channels) {
        int lane = i % LANES;
        int tap = i / LANES % taps;
        int chunk = i / LANES / taps;
        return (start[chunk] + lane) / channels * taps + tap;
    }
}
