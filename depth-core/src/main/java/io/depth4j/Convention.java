package io.depth4j;

/** What a {@link WindowResizer} does once the sizes are known, which differ. */
sealed interface Convention permits OpenCvConvention, PillowConvention {

    Pass<Image> images(Size from, Size to, PixelFormat format);

    Pass<FloatPlane> planes(Size from, Size to);
}
