package io.depth4j.internal.kernel;

/** Lines of floats; what is not a number is a hole. */
public final class FloatLines extends SplineLines {

    private static final float[] NO_RASTER = {};

    private float[] raster = NO_RASTER;
    private float[] samples = new float[0];

    public FloatLines open(float[] floats, int stride) {
        place(0, stride);
        raster = floats;
        return this;
    }

    @Override
    public void close() {
        raster = NO_RASTER;
    }

    @Override
    public void fit(int length) {
        if (samples.length < length * LANES) {
            samples = new float[length * LANES];
        }
    }

    float[] samples() {
        return samples;
    }

    @Override
    public void takeRows(int y, int count, int length) {
        for (int i = 0; i < length; i++) {
            for (int row = 0, at = at(i, y); row < count; row++, at += stride()) {
                samples[i * LANES + row] = raster[at];
            }
        }
    }

    @Override
    public void takeColumns(int x, int count, int length) {
        for (int i = 0; i < length; i++) {
            System.arraycopy(raster, at(x, i), samples, i * LANES, count);
        }
    }

    @Override
    public void giveRows(int y, int count, int length) {
        for (int i = 0; i < length; i++) {
            for (int row = 0, at = at(i, y); row < count; row++, at += stride()) {
                raster[at] = samples[i * LANES + row];
            }
        }
    }

    @Override
    public void giveColumns(int x, int count, int length) {
        for (int i = 0; i < length; i++) {
            System.arraycopy(samples, i * LANES, raster, at(x, i), count);
        }
    }

    @Override
    void widen(SplineKernels kernels, SplineGrid grid, int channel, int channels, double[] lines) {
        kernels.widen(samples, channel * LANES, channels * LANES, grid.from(), LANES, lines);
    }

    @Override
    void narrow(SplineKernels kernels, SplineGrid grid, int channel, int channels, double[] outputs) {
        kernels.narrow(outputs, grid.to(), LANES, samples, channel * LANES, channels * LANES);
    }
}
