package io.depth4j.model;

/** How a network's map is brought to the size of the picture. */
public enum Upsample {
    /** The centres of the corner pixels lie on one another, as PyTorch's {@code align_corners=True}. */
    BILINEAR_CORNERS,
    /** The corners of the corner pixels do, as {@code align_corners=False}. */
    BILINEAR,
    /** Cubic, a = −0.75, cut to the range of the network's map. */
    BICUBIC_CLAMPED,
    NEAREST
}
