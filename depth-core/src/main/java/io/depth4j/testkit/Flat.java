package io.depth4j.testkit;

/**
 * The plane of all points {@code p} with {@code normal · p = offset}, up to a greatest x.
 *
 * @param normal of length 1, towards the camera
 * @param right where the plane ends; infinite for nowhere
 */
record Flat(Vec normal, double offset, double right, Paint paint) implements Surface {

    @Override
    public Hit hit(Ray ray, Hit before) {
        double distance = (offset - normal.dot(ray.from())) / normal.dot(ray.direction());
        // A ray along the plane has a distance that is infinite or NaN, and meets nothing.
        if (!(distance >= Ray.NEAREST && distance < before.distance())) {
            return before;
        }
        Vec point = ray.at(distance);
        return point.x() > right ? before : new Hit(distance, point, normal, paint.at(point, normal));
    }
}
