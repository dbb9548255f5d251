package io.depth4j.testkit;

/** A half-line; distances along it are in units of the direction's own length. */
record Ray(Vec from, Vec direction) {

    /** Nearer than this, a ray has not left the surface that it starts on. */
    static final double NEAREST = 1e-6;

    Vec at(double distance) {
        return from.plus(direction.times(distance));
    }
}
