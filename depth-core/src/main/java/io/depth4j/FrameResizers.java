package io.depth4j;

import io.depth4j.internal.kernel.PillowWindows;
import io.depth4j.internal.resize.OpenCvConvention;
import io.depth4j.internal.resize.PillowConvention;
import io.depth4j.internal.resize.SplineResizer;
import io.depth4j.internal.resize.WindowResizer;

/**
 * The resizers, each named by the convention that it reproduces.
 *
 * <p>All keep a picture of its own size as it is, take any size from 1×1 up, and may be kept and shared.
 *
 * <p>Those named after Pillow give the bytes of Pillow 13, for RGBA through colours multiplied by alpha as Pillow does, and its
 * planes. (Pillow up to 12 never resized columns before rows; where 13 does, at heights that shrink by more than twice what
 * widths do, a byte may differ by 1 from there.) Those named after OpenCV do what OpenCV's own code does and take alpha for a
 * channel like the others; a build of OpenCV that calls Intel's IPP may be farther off.
 *
 * <p>Planes come out within 10⁻⁶ of their largest absolute value; their sums are floats, so windows of thousands of pixels lose a
 * little more. But for {@link #scipySpline3(MissingPixels)}, a missing pixel weighs nothing, and one that is infinite counts as
 * missing. The other pixels of a window share its weight; where they had less than half of it, the result is missing.
 */
public final class FrameResizers {

    private static final FrameResizer NEAREST = new WindowResizer("nearest", OpenCvConvention.NEAREST);
    private static final FrameResizer BILINEAR = new WindowResizer("bilinear", OpenCvConvention.BILINEAR);
    private static final FrameResizer BICUBIC = new WindowResizer("bicubic", OpenCvConvention.BICUBIC);
    private static final FrameResizer AREA = new WindowResizer("area", OpenCvConvention.AREA);
    private static final FrameResizer LANCZOS3 =
            new WindowResizer("lanczos3", new PillowConvention(PillowWindows.LANCZOS3));
    private static final FrameResizer PILLOW_BILINEAR =
            new WindowResizer("pillowBilinear", new PillowConvention(PillowWindows.BILINEAR));
    private static final FrameResizer PILLOW_BICUBIC =
            new WindowResizer("pillowBicubic", new PillowConvention(PillowWindows.BICUBIC));

    private FrameResizers() {}

    /** OpenCV's {@code INTER_NEAREST}: the same pixels. The only one that copies missing pixels like any other. */
    public static FrameResizer nearest() {
        return NEAREST;
    }

    /** OpenCV's {@code INTER_LINEAR}: the same bytes. Between two neighbours, whatever the scale. */
    public static FrameResizer bilinear() {
        return BILINEAR;
    }

    /** OpenCV's {@code INTER_CUBIC}: bytes within 1, fewer than one in 10,000 of them off. */
    public static FrameResizer bicubic() {
        return BICUBIC;
    }

    /** OpenCV's {@code INTER_AREA}: the same bytes. */
    public static FrameResizer area() {
        return AREA;
    }

    /** Pillow's {@code LANCZOS}. */
    public static FrameResizer lanczos3() {
        return LANCZOS3;
    }

    /** Pillow's {@code BILINEAR}. */
    public static FrameResizer pillowBilinear() {
        return PILLOW_BILINEAR;
    }

    /** Pillow's {@code BICUBIC}. */
    public static FrameResizer pillowBicubic() {
        return PILLOW_BICUBIC;
    }

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
