package io.depth4j.internal.kernel;

/**
 * Up to {@link #LANES} rows or columns of a raster, side by side: sample {@code i} of line {@code l} lies at
 * {@code i * LANES + l}. Opened on a raster, it takes lines from there or gives them to it.
 *
 * <p>Scratch for one caller at a time; it grows to the longest line it has met.
 */
public abstract sealed class SplineLines permits ByteLines, FloatLines {

    /** Two of the widest vectors of doubles; lines of 200 doubles then still fit the nearest cache. */
    public static final int LANES = 16;

    private int offset;
    private int stride;

    final void place(int rasterOffset, int rasterStride) {
        this.offset = rasterOffset;
        this.stride = rasterStride;
    }

    final int at(int x, int y) {
        return offset + y * stride + x;
    }

    final int stride() {
        return stride;
    }

    /** Lets go of the raster. */
    public abstract void close();

    /** Makes room for lines of this length; what they held is lost. */
    public abstract void fit(int length);

    public abstract void takeRows(int y, int count, int length);

    public abstract void takeColumns(int x, int count, int length);

    public abstract void giveRows(int y, int count, int length);

    public abstract void giveColumns(int x, int count, int length);

    /** Widens one of several interleaved channels to padded lines of doubles. */
    abstract void widen(SplineKernels kernels, SplineGrid grid, int channel, int channels, double[] lines);

    /** Takes over the outputs of one of several interleaved channels. */
    abstract void narrow(SplineKernels kernels, SplineGrid grid, int channel, int channels, double[] outputs);
}
