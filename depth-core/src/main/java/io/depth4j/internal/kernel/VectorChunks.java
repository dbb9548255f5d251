package io.depth4j.internal.kernel;

import java.util.Optional;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Rows cut into chunks of as many outputs as there are lanes. The first taps of a chunk's outputs lie within one vector,
 * and one shuffle brings each to its lane. The taps after them are a pixel further on each: the same shuffle after a
 * later load.
 *
 * <p>Where outputs lie further apart, chunks advance by a half or a quarter of the lanes; what the other lanes hold is void, and
 * the next chunks write over it. {@link #end} is where nobody would any more.
 *
 * @param <E> what rows are made of
 */
final class VectorChunks<E> {

    private static final int LANES = Lanes.INT.length();

    /** With fewer lanes in use a scalar loop is as fast. */
    private static final int LEAST_STEP = Math.max(1, LANES / 8);

    /** Where the outputs of each chunk start in their row. */
    final int[] start;

    /** Where the values of each chunk's first taps start in their row. */
    final int[] base;

    final VectorShuffle<E>[] shuffle;

    /** The outputs that the chunks make; the rest of the row is left. */
    final int end;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private VectorChunks(int count, int end) {
        this.start = new int[count];
        this.base = new int[count];
        this.shuffle = new VectorShuffle[count];
        this.end = end;
    }

    int count() {
        return start.length;
    }

    /** Loads of a full vector of bytes; each tap comes to the low byte of an int's lane. */
    static Optional<VectorChunks<Byte>> wide(int[] first, int inputs, int taps, int channels) {
        return of(first, inputs, taps, channels, Lanes.BYTE, Integer.BYTES);
    }

    /** Loads of half a vector of bytes, for outputs close together; the taps come to its first bytes. Such loads cost less. */
    static Optional<VectorChunks<Byte>> narrow(int[] first, int inputs, int taps, int channels) {
        return of(first, inputs, taps, channels, LANES, Lanes.BYTE_HALF, 1);
    }

    /** Loads of a vector of floats. */
    static Optional<VectorChunks<Float>> floats(int[] first, int inputs, int taps) {
        return of(first, inputs, taps, 1, Lanes.FLOAT, 1);
    }

    private static <E> Optional<VectorChunks<E>> of(
            int[] first, int inputs, int taps, int channels, VectorSpecies<E> window, int laneWidth) {
        Optional<VectorChunks<E>> chunks = Optional.empty();
        for (int step = LANES; step >= LEAST_STEP && chunks.isEmpty(); step /= 2) {
            chunks = of(first, inputs, taps, channels, step, window, laneWidth);
        }
        return chunks;
    }

    /** The chunks; empty if rows are too short for a vector, or {@code step} outputs lie too far apart. */
    private static <E> Optional<VectorChunks<E>> of(
            int[] first, int inputs, int taps, int channels, int step, VectorSpecies<E> window, int laneWidth) {
        int outputs = first.length * channels;
        int lastStart = outputs - LANES;
        int lastBase = inputs * channels - (taps - 1) * channels - window.length();
        if (lastStart < 0 || lastBase < 0) {
            return Optional.empty();
        }
        VectorChunks<E> chunks = new VectorChunks<>((lastStart + step - 1) / step + 1, lastStart + step);
        int[] pick = new int[window.length()];
        for (int chunk = 0; chunk < chunks.count(); chunk++) {
            int start = Math.min(chunk * step, lastStart);
            int base = Math.min(lastBase, lowest(first, start, step, channels));
            for (int lane = 0; lane < step; lane++) {
                int distance = position(first, start + lane, channels) - base;
                if (distance >= window.length()) {
                    return Optional.empty();
                }
                pick[lane * laneWidth] = distance;
            }
            chunks.start[chunk] = start;
            chunks.base[chunk] = base;
            chunks.shuffle[chunk] = VectorShuffle.fromArray(window, pick, 0);
        }
        return Optional.of(chunks);
    }

    /** Not always the position of the first output: its pixel may be the same as the next one's, from a later channel on. */
    private static int lowest(int[] first, int start, int count, int channels) {
        int lowest = Integer.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            lowest = Math.min(lowest, position(first, start + i, channels));
        }
        return lowest;
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
