package io.depth4j;

/** The resizers, each named by the convention it reproduces. */
public final class FrameResizers {

    private FrameResizers() {}

    /** {@link #scipySpline3(MissingPixels)} that keeps holes where they are. */
    public static FrameResizer scipySpline3() {
        return scipySpline3(MissingPixels.KEEP);
    }

    /**
     * SciPy's {@code ndimage.zoom} with {@code order=3} and {@code mode="nearest"}: a cubic B-spline through the pixels, the
     * first and last pixels of both grids on one another, no smoothing before a reduction. Values may overshoot; those of
     * pictures are cut to 0 to 255, fractions off. Along an axis whose length does not change nothing happens.
     */
    public static FrameResizer scipySpline3(MissingPixels missing) {
        return new SplineResizer(missing);
    }
}
