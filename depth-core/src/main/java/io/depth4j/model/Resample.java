package io.depth4j.model;

/** How a picture is resized for a network, named after the library whose values come out. */
public enum Resample {
    /** On floats, between two neighbours per axis whatever the scale; PyTorch's {@code bilinear} is the same. */
    OPENCV_BILINEAR,
    /** On floats, between two neighbours per axis, the outermost pixels on one another; PyTorch with {@code align_corners=True}. */
    TORCH_BILINEAR_CORNERS,
    /** On floats, four neighbours per axis, a = −0.75, nothing cut; PyTorch's {@code bicubic} is the same. */
    OPENCV_BICUBIC,
    /** On floats, the mean of the area. */
    OPENCV_AREA,
    /** On bytes, a triangle as wide as the reduction. */
    PILLOW_BILINEAR,
    /** On bytes, a cubic with a = −0.5 as wide as the reduction. */
    PILLOW_BICUBIC,
    /** On floats, a triangle as wide as the reduction. */
    TORCH_BILINEAR_ANTIALIAS,
    /** On floats, a cubic with a = −0.5 as wide as the reduction. */
    TORCH_BICUBIC_ANTIALIAS
}
