package io.depth4j.internal.resize;

import io.depth4j.internal.Pool;
import java.util.function.IntFunction;

/**
 * A separable resize, within rows first: resampled rows wait in a ring just large enough for the window of one output row, so
 * each is made once and scratch memory does not grow with the height.
 *
 * @param <C> the carrier
 * @param <R> the array that holds the resampled rows
 */
abstract class RingPass<C, R> implements Pass<C> {

    /** What one run needs and the next may use again. */
    record Scratch<R>(R ring, int[] offsets, byte[] in, byte[] out) {}

    private final int[] first;
    private final int taps;
    private final int rowLength;
    private final Pool<Scratch<R>> pool;

    /**
     * @param first the first source row of every output row, never falling
     * @param taps source rows of an output row
     * @param rowLength values of a resampled row
     * @param srcBytes bytes of a source row that has to be staged, 0 if none ever is
     * @param dstBytes bytes of an output row that has to be staged, 0 if none ever is
     */
    RingPass(int[] first, int taps, int rowLength, int srcBytes, int dstBytes, IntFunction<R> rows) {
        this.first = first;
        this.taps = taps;
        this.rowLength = rowLength;
        int ringLength = Math.multiplyExact(taps, rowLength);
        this.pool = new Pool<>(
                () -> new Scratch<>(rows.apply(ringLength), new int[taps], new byte[srcBytes], new byte[dstBytes]));
    }

    @Override
    public final void run(C src, C dst) {
        Scratch<R> scratch = pool.take();
        int next = 0;
        int origin = 0;
        for (int y = 0; y < first.length; y++) {
            int end = first[y] + taps;
            if (next <= first[y]) {
                // Nothing in the ring is of use: all rows fit one behind the other.
                next = first[y];
                origin = next;
            }
            while (next < end) {
                int slot = (next - origin) % taps;
                int rows = Math.min(end - next, taps - slot);
                across(src, next, rows, scratch, slot * rowLength);
                next += rows;
            }
            for (int k = 0; k < taps; k++) {
                scratch.offsets[k] = (first[y] - origin + k) % taps * rowLength;
            }
            down(scratch, y, dst);
        }
        pool.give(scratch);
    }

    final int rowLength() {
        return rowLength;
    }

    /** Resamples source rows within themselves, into the ring. */
    abstract void across(C src, int row, int rows, Scratch<R> scratch, int ringOffset);

    /** Makes output row {@code y} of the rows at {@code scratch.offsets()} in the ring. */
    abstract void down(Scratch<R> scratch, int y, C dst);
}
