package io.depth4j.internal.kernel;

/** The doubles of a strip of lines on their way through the spline. Scratch for one caller at a time. */
public final class SplineStrip {

    private static final int LANES = SplineLines.LANES;

    private final SplineKernels kernels;
    private final SplineSegments segments;
    private double[] lines = new double[0];
    private double[] outputs = new double[0];

    public SplineStrip(SplineKernels kernels) {
        this.kernels = kernels;
        this.segments = new SplineSegments(kernels);
    }

    /**
     * Resamples {@code count} lines, each of their interleaved channels by itself.
     *
     * @param keepHoles whether samples that are not finite stay holes; else each spoils the whole of its line
     */
    public void resample(
            SplineGrid grid, SplineLines src, SplineLines dst, int channels, int count, boolean keepHoles) {
        fit(grid);
        for (int channel = 0; channel < channels; channel++) {
            src.widen(kernels, grid, channel, channels, lines);
            kernels.prefilter(lines, grid.padded(), LANES);
            kernels.sample(lines, LANES, grid, 0, 0, grid.to(), outputs);
            if (src instanceof FloatLines floats) {
                mend(grid, floats.samples(), channel * LANES, channels * LANES, count, keepHoles);
            }
            dst.narrow(kernels, grid, channel, channels, outputs);
        }
    }

    private void fit(SplineGrid grid) {
        if (lines.length < grid.padded() * LANES) {
            lines = new double[grid.padded() * LANES];
        }
        if (outputs.length < grid.to() * LANES) {
            outputs = new double[grid.to() * LANES];
        }
    }

    /** The recursion runs both ways, so a hole leaves no output of its line a number: the first tells for all. */
    private void mend(SplineGrid grid, float[] src, int offset, int step, int count, boolean keepHoles) {
        for (int line = 0; line < count; line++) {
            if (!Double.isNaN(outputs[line])) {
                continue;
            }
            if (keepHoles) {
                segments.resample(grid, src, offset + line, step, outputs, line, LANES);
            } else if (SplineSegments.isEmpty(src, offset + line, step, grid.from())) {
                clear(grid, line);
            }
        }
    }

    private void clear(SplineGrid grid, int line) {
        for (int i = 0; i < grid.to(); i++) {
            outputs[i * LANES + line] = 0;
        }
    }
}
