package io.depth4j;

import io.depth4j.internal.kernel.PillowWindows;

/**
 * The resizers, each named by the convention that it reproduces.
 *
 * <p>All keep a picture of its own size as it is, take any size from 1×1 up, and may be kept and shared. Planes: a missing pixel
 * (infinite ones count as missing too) weighs nothing; the other pixels of a window share its weight, and where they had less than
 * half of it the result is missing. {@link #nearest()} copies missing pixels like any other.
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

    /** OpenCV's {@code INTER_NEAREST}, exactly. */
    public static FrameResizer nearest() {
        return NEAREST;
    }

    /** OpenCV's {@code INTER_LINEAR}. */
    public static FrameResizer bilinear() {
        return BILINEAR;
    }

    /** OpenCV's {@code INTER_CUBIC}. */
    public static FrameResizer bicubic() {
        return BICUBIC;
    }

    /** OpenCV's {@code INTER_AREA}. */
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
}
