package io.depth4j.testkit;

/** The colour of a surface at each of its points. */
interface Paint {

    Vec at(Vec point, Vec normal);

    static Paint plain(double red, double green, double blue) {
        Vec color = new Vec(red, green, blue);
        return (point, normal) -> color;
    }

    /** Chequers in the plane of two axes, tiles of so many metres. */
    static Paint checks(int first, int second, double tile, Vec even, Vec odd) {
        return (point, normal) ->
                (index(point.along(first), tile) + index(point.along(second), tile)) % 2 == 0 ? even : odd;
    }

    private static long index(double position, double tile) {
        return (long) Math.floor(position / tile);
    }
}
