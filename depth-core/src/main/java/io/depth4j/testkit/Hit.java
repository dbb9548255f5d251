package io.depth4j.testkit;

/**
 * Where a ray ends.
 *
 * @param distance along the ray, in units of its direction's length
 * @param normal of length 1, towards where the ray comes from
 * @param color linear, from 0 to 1, as x, y and z
 */
record Hit(double distance, Vec point, Vec normal, Vec color) {

    /** The end of a ray that meets nothing. */
    static final Hit NOTHING = new Hit(Double.POSITIVE_INFINITY, Vec.ZERO, Vec.ZERO, Vec.ZERO);

    boolean isNothing() {
        return distance == Double.POSITIVE_INFINITY;
    }
}
