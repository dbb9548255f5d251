package io.depth4j.examples.quickstart;

import io.depth4j.Camera;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.DepthSource;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;

/**
 * A room with a tiled floor, three balls and a staircase of boxes, rendered by casting one ray a pixel: a picture together with
 * the exact distance of everything in it.
 *
 * <p>The camera stands at the origin and looks along z; x points right, y points down, lengths are metres.
 *
 * @param photo what the camera sees
 * @param depth how far it is, along the optical axis
 */
record AnalyticRoom(Image photo, DepthMap depth) {

    private static final double[] LIGHT = {-1.2, -1.3, 1.0};
    private static final double FLOOR = 1.2;
    private static final double CEILING = -1.6;
    private static final double WALL = 2.2;
    private static final double BACK = 6.5;

    private static final Ball[] BALLS = {
        new Ball(-0.85, 0.65, 3.1, 0.55, new double[] {0.86, 0.36, 0.26}),
        new Ball(0.35, 0.9, 2.4, 0.3, new double[] {0.95, 0.78, 0.3}),
        new Ball(0.25, 0.75, 4.6, 0.45, new double[] {0.35, 0.6, 0.42})
    };

    private static final Box[] BOXES = {
        new Box(1.05, 0.85, 3.0, 2.2, FLOOR, 5.4, new double[] {0.55, 0.55, 0.68}),
        new Box(1.3, 0.5, 3.6, 2.2, 0.85, 5.4, new double[] {0.6, 0.58, 0.7}),
        new Box(1.55, 0.15, 4.2, 2.2, 0.5, 5.4, new double[] {0.65, 0.62, 0.72})
    };

    /** Renders the room at a size, seen through a lens of 62 degrees. */
    static AnalyticRoom render(Size size) {
        Camera camera = Camera.ofHorizontalFieldOfView(size, 62);
        Image photo = Image.allocate(size, PixelFormat.RGB24);
        FloatPlane metres = FloatPlane.allocate(size);
        byte[] rgb = photo.array();
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                double[] ray = {(x + 0.5 - camera.cx()) / camera.fx(), (y + 0.5 - camera.cy()) / camera.fy(), 1};
                Hit hit = nearest(new double[3], ray);
                metres.set(x, y, (float) hit.distance());
                double light = brightness(hit);
                for (int c = 0; c < 3; c++) {
                    double linear = Math.min(1, hit.color()[c] * light);
                    rgb[photo.offset(y) + 3 * x + c] = (byte) Math.round(255 * Math.pow(linear, 1 / 2.2));
                }
            }
        }
        DepthMap depth = DepthMap.of(metres, DepthKind.METRIC)
                .withCamera(camera)
                .withSource(DepthSource.unknown().withModel("analytic room", "none"));
        return new AnalyticRoom(photo, depth);
    }

    /** Where a ray ends: how far along it (in units of the ray's own length), at which point, on which surface. */
    private record Hit(double distance, double[] point, double[] normal, double[] color) {}

    private record Ball(double x, double y, double z, double radius, double[] color) {

        Hit hit(double[] from, double[] ray, Hit before) {
            double[] toCentre = {x - from[0], y - from[1], z - from[2]};
            double a = dot(ray, ray);
            double b = dot(ray, toCentre);
            double root = b * b - a * (dot(toCentre, toCentre) - radius * radius);
            double distance = root < 0 ? -1 : (b - Math.sqrt(root)) / a;
            if (distance < 1e-6 || distance >= before.distance()) {
                return before;
            }
            double[] point = along(from, ray, distance);
            double[] normal = {(point[0] - x) / radius, (point[1] - y) / radius, (point[2] - z) / radius};
            return new Hit(distance, point, normal, color);
        }
    }

    private record Box(double x0, double y0, double z0, double x1, double y1, double z1, double[] color) {

        Hit hit(double[] from, double[] ray, Hit before) {
            double[] low = {x0, y0, z0};
            double[] high = {x1, y1, z1};
            double entry = -1;
            double exit = before.distance();
            int side = 0;
            for (int axis = 0; axis < 3; axis++) {
                double first = ((ray[axis] > 0 ? low[axis] : high[axis]) - from[axis]) / ray[axis];
                double last = ((ray[axis] > 0 ? high[axis] : low[axis]) - from[axis]) / ray[axis];
                if (first > entry) {
                    entry = first;
                    side = axis;
                }
                exit = Math.min(exit, last);
            }
            if (entry < 1e-6 || entry >= exit) {
                return before;
            }
            double[] normal = new double[3];
            normal[side] = -Math.signum(ray[side]);
            return new Hit(entry, along(from, ray, entry), normal, color);
        }
    }

    private static Hit nearest(double[] from, double[] ray) {
        Hit hit = room(from, ray);
        for (Ball ball : BALLS) {
            hit = ball.hit(from, ray, hit);
        }
        for (Box box : BOXES) {
            hit = box.hit(from, ray, hit);
        }
        return hit;
    }

    /** The ray meets one of the walls in every direction: the one it reaches first. */
    private static Hit room(double[] from, double[] ray) {
        double[] ends = {ray[0] > 0 ? WALL : -WALL, ray[1] > 0 ? FLOOR : CEILING, ray[2] > 0 ? BACK : -BACK};
        double distance = Double.POSITIVE_INFINITY;
        int side = 0;
        for (int axis = 0; axis < 3; axis++) {
            double reach = (ends[axis] - from[axis]) / ray[axis];
            if (ray[axis] != 0 && reach < distance) {
                distance = reach;
                side = axis;
            }
        }
        double[] point = along(from, ray, distance);
        double[] normal = new double[3];
        normal[side] = -Math.signum(ray[side]);
        return new Hit(distance, point, normal, paint(point, side));
    }

    private static double[] paint(double[] point, int side) {
        if (side == 1 && point[1] > 0) {
            boolean dark = (Math.floorMod((long) Math.floor(point[0] * 2), 2L)
                            + Math.floorMod((long) Math.floor(point[2] * 2), 2L))
                    == 1;
            return dark ? new double[] {0.28, 0.24, 0.2} : new double[] {0.62, 0.56, 0.48};
        }
        return side == 0 ? new double[] {0.5, 0.58, 0.66} : new double[] {0.72, 0.7, 0.66};
    }

    private static double brightness(Hit hit) {
        double[] toLight = {LIGHT[0] - hit.point()[0], LIGHT[1] - hit.point()[1], LIGHT[2] - hit.point()[2]};
        double square = dot(toLight, toLight);
        double facing = Math.max(0, dot(hit.normal(), toLight) / Math.sqrt(square));
        double[] start = along(hit.point(), hit.normal(), 1e-4);
        boolean shaded = nearest(start, toLight).distance() < 1;
        return 0.18 + (shaded ? 0 : 4.2 * facing / (1 + square));
    }

    private static double[] along(double[] from, double[] ray, double distance) {
        return new double[] {from[0] + distance * ray[0], from[1] + distance * ray[1], from[2] + distance * ray[2]};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
