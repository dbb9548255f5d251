package io.depth4j.internal.resize;

import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.internal.kernel.Kernels;

/** What a {@link WindowResizer} does once the sizes are known, which differ. */
public sealed interface Convention permits OpenCvConvention, PillowConvention {

    Pass<Image> images(Size from, Size to, PixelFormat format, Kernels kernels);

    Pass<FloatPlane> planes(Size from, Size to, Kernels kernels);
}
