package io.depth4j.internal.kernel;

/**
 * A line with holes, which are whatever is not finite. Each run of numbers is a line of its own, which goes on for ever with its
 * edge values; an output is a hole where the input nearest to it is one.
 */
final class SplineSegments {

    private final SplineKernels kernels;
    private double[] segment = new double[0];
    private double[] outputs = new double[0];

    SplineSegments(SplineKernels kernels) {
        this.kernels = kernels;
    }

    /** Whether no sample is a number. */
    static boolean isEmpty(float[] src, int offset, int step, int length) {
        int i = 0;
        while (i < length && Float.isNaN(src[offset + i * step])) {
            i++;
        }
        return i == length;
    }

    /** Resamples the line {@code src[offset + i * step]} to {@code dst[i * dstStep + dstOffset]}. */
    void resample(SplineGrid grid, float[] src, int offset, int step, double[] dst, int dstOffset, int dstStep) {
        fit(grid);
        int length = grid.from();
        int done = 0;
        for (int start = nextNumber(src, offset, step, 0, length); start < length; ) {
            int end = nextHole(src, offset, step, start, length);
            int begin = firstOutput(grid, done, start);
            done = firstOutput(grid, begin, end);
            if (begin < done) {
                kernels.widen(src, offset + start * step, step, end - start, 1, segment);
                kernels.prefilter(segment, end - start + 2 * SplineGrid.PAD, 1);
                kernels.sample(segment, 1, grid, start, begin, done, outputs);
            }
            start = nextNumber(src, offset, step, end, length);
        }
        for (int i = 0; i < grid.to(); i++) {
            boolean hole = !Float.isFinite(src[offset + grid.nearest(i) * step]);
            dst[i * dstStep + dstOffset] = hole ? Double.NaN : outputs[i];
        }
    }

    private void fit(SplineGrid grid) {
        if (segment.length < grid.padded()) {
            segment = new double[grid.padded()];
        }
        if (outputs.length < grid.to()) {
            outputs = new double[grid.to()];
        }
    }

    /** The first output, from this one on, whose nearest input is {@code input} or a later one. */
    private static int firstOutput(SplineGrid grid, int output, int input) {
        int i = output;
        while (i < grid.to() && grid.nearest(i) < input) {
            i++;
        }
        return i;
    }

    private static int nextNumber(float[] src, int offset, int step, int from, int length) {
        int i = from;
        while (i < length && !Float.isFinite(src[offset + i * step])) {
            i++;
        }
        return i;
    }

    private static int nextHole(float[] src, int offset, int step, int from, int length) {
        int i = from;
        while (i < length && Float.isFinite(src[offset + i * step])) {
            i++;
        }
        return i;
    }
}
