package io.depth4j.testkit;

/** A point or a direction: x to the right, y down, z away from the camera. */
record Vec(double x, double y, double z) {

    static final Vec ZERO = new Vec(0, 0, 0);

    Vec plus(Vec other) {
        return new Vec(x + other.x, y + other.y, z + other.z);
    }

    Vec minus(Vec other) {
        return new Vec(x - other.x, y - other.y, z - other.z);
    }

    Vec times(double factor) {
        return new Vec(x * factor, y * factor, z * factor);
    }

    double dot(Vec other) {
        return x * other.x + y * other.y + z * other.z;
    }

    double length() {
        return Math.sqrt(dot(this));
    }

    /** The coordinate along x, y or z: 0, 1 or 2. */
    double along(int axis) {
        return axis == 0 ? x : axis == 1 ? y : z;
    }

    /** The unit vector that points along an axis, or against it. */
    static Vec unit(int axis, double sign) {
        return new Vec(axis == 0 ? sign : 0, axis == 1 ? sign : 0, axis == 2 ? sign : 0);
    }
}
