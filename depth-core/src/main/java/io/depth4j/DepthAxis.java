package io.depth4j;

/** Along which line the depth of a pixel is measured. */
public enum DepthAxis {
    /** Along the optical axis: all points of a plane parallel to the sensor have one depth. */
    Z,
    /** Along the line of sight: all points of a sphere round the camera have one depth. */
    RAY
}
