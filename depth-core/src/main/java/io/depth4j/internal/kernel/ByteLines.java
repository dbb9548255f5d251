package io.depth4j.internal.kernel;

/** Lines of unsigned bytes. What is stored in them is rounded to floats, cut to 0 to 255, and loses its fraction. */
public final class ByteLines extends SplineLines {

    private static final byte[] NO_RASTER = {};

    /** Vector kernels may read so far past the end. */
    private static final int SLACK = 8;

    private byte[] raster = NO_RASTER;
    private byte[] samples = new byte[0];
    private float[] rounded = new float[0];

    public ByteLines open(byte[] bytes, int offset, int stride) {
        place(offset, stride);
        raster = bytes;
        return this;
    }

    @Override
    public void close() {
        raster = NO_RASTER;
    }

    @Override
    public void fit(int length) {
        int needed = length * LANES + SLACK;
        if (samples.length < needed) {
            samples = new byte[needed];
        }
    }

    @Override
    public void takeRows(int y, int count, int length) {
        ByteTiles.transpose(raster, at(0, y), stride(), count, length, samples, 0, LANES);
    }

    @Override
    public void takeColumns(int x, int count, int length) {
        for (int i = 0; i < length; i++) {
            System.arraycopy(raster, at(x, i), samples, i * LANES, count);
        }
    }

    @Override
    public void giveRows(int y, int count, int length) {
        ByteTiles.transpose(samples, 0, LANES, length, count, raster, at(0, y), stride());
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
        if (rounded.length < grid.to() * LANES) {
            rounded = new float[grid.to() * LANES];
        }
        kernels.narrow(outputs, grid.to(), LANES, rounded, 0, LANES);
        kernels.cut(rounded, grid.to(), LANES, samples, channel * LANES, channels * LANES);
    }
}
