package io.depth4j;

import io.depth4j.internal.kernel.ColorKernels;
import io.depth4j.internal.kernel.Kernels;
import java.util.List;
import java.util.stream.IntStream;

/** How a colormap finds the entry of a value: evenly over a range, or by intervals of its own. */
sealed interface ColorScale {

    /** The indices of values, as {@link ColorKernels#indices} names them. */
    void indices(float[] src, int srcOffset, int length, Range range, int[] dst);

    /** The same scale for other colours, packed. */
    ColorScale recolored(int[] entries);

    /** Even steps over the range that the caller gives. */
    record Even() implements ColorScale {
        @Override
        public void indices(float[] src, int srcOffset, int length, Range range, int[] dst) {
            Kernels.active().colors().indices(src, srcOffset, length, range.lowFloat(), range.highFloat(), dst, 0);
        }

        @Override
        public ColorScale recolored(int[] entries) {
            return this;
        }
    }

    /** The interval that holds the value; the range does not matter. */
    record Intervals(List<Colormap.Interval> intervals) implements ColorScale {

        public Intervals {
            intervals = List.copyOf(intervals);
            if (intervals.isEmpty() || intervals.size() > ColorKernels.LEVELS) {
                throw new IllegalArgumentException("A colormap of intervals has 1 to " + ColorKernels.LEVELS
                        + " of them, found " + intervals.size());
            }
            for (int i = 1; i < intervals.size(); i++) {
                if (intervals.get(i).from() < intervals.get(i - 1).to()) {
                    throw new IllegalArgumentException("Intervals ascend and do not overlap, found "
                            + intervals.get(i - 1) + " before " + intervals.get(i));
                }
            }
        }

        @Override
        public void indices(float[] src, int srcOffset, int length, Range range, int[] dst) {
            for (int i = 0; i < length; i++) {
                dst[i] = index(src[srcOffset + i]);
            }
        }

        @Override
        public ColorScale recolored(int[] entries) {
            return new Intervals(IntStream.range(0, intervals.size())
                    .mapToObj(i -> new Colormap.Interval(
                            intervals.get(i).from(), intervals.get(i).to(), Rgba.ofPacked(entries[i])))
                    .toList());
        }

        private int index(float value) {
            int last = intervals.size() - 1;
            if (value < intervals.get(0).from()) {
                return ColorKernels.UNDER;
            }
            if (value >= intervals.get(last).to()) {
                return ColorKernels.OVER;
            }
            int low = 0;
            int high = last;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (value < intervals.get(middle).to()) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return value >= intervals.get(low).from() ? low : ColorKernels.BAD;
        }
    }
}
