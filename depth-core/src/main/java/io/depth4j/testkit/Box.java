package io.depth4j.testkit;

/** A box whose edges run along the axes, seen from outside. */
record Box(Vec low, Vec high, Paint paint) implements Surface {

    @Override
    public Hit hit(Ray ray, Hit before) {
        double entry = -1;
        double exit = before.distance();
        int side = 0;
        for (int axis = 0; axis < 3; axis++) {
            boolean up = ray.direction().along(axis) > 0;
            double first = reach(ray, axis, up ? low : high);
            if (first > entry) {
                entry = first;
                side = axis;
            }
            exit = Math.min(exit, reach(ray, axis, up ? high : low));
        }
        if (entry < Ray.NEAREST || entry >= exit) {
            return before;
        }
        Vec point = ray.at(entry);
        Vec normal = Vec.unit(side, -Math.signum(ray.direction().along(side)));
        return new Hit(entry, point, normal, paint.at(point, normal));
    }

    private static double reach(Ray ray, int axis, Vec corner) {
        return (corner.along(axis) - ray.from().along(axis)) / ray.direction().along(axis);
    }
}
