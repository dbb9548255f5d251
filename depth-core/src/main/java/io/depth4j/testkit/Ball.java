package io.depth4j.testkit;

/** A sphere. */
record Ball(Vec centre, double radius, Paint paint) implements Surface {

    @Override
    public Hit hit(Ray ray, Hit before) {
        Vec toCentre = centre.minus(ray.from());
        double a = ray.direction().dot(ray.direction());
        double b = ray.direction().dot(toCentre);
        double root = b * b - a * (toCentre.dot(toCentre) - radius * radius);
        double distance = root < 0 ? -1 : (b - Math.sqrt(root)) / a;
        if (distance < Ray.NEAREST || distance >= before.distance()) {
            return before;
        }
        Vec point = ray.at(distance);
        Vec normal = point.minus(centre).times(1 / radius);
        return new Hit(distance, point, normal, paint.at(point, normal));
    }
}
