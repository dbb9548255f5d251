package io.depth4j.testkit;

/** A box seen from inside, which a ray meets in every direction. */
record Hall(Vec low, Vec high, Paint paint) implements Surface {

    @Override
    public Hit hit(Ray ray, Hit before) {
        double distance = Double.POSITIVE_INFINITY;
        int side = 0;
        for (int axis = 0; axis < 3; axis++) {
            double along = ray.direction().along(axis);
            double reach = ((along > 0 ? high : low).along(axis) - ray.from().along(axis)) / along;
            if (along != 0 && reach < distance) {
                distance = reach;
                side = axis;
            }
        }
        if (distance >= before.distance()) {
            return before;
        }
        Vec point = ray.at(distance);
        Vec normal = Vec.unit(side, -Math.signum(ray.direction().along(side)));
        return new Hit(distance, point, normal, paint.at(point, normal));
    }
}
