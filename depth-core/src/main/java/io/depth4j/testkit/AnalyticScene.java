package io.depth4j.testkit;

import io.depth4j.Camera;
import io.depth4j.Size;
import java.util.List;

/**
 * A scene whose surfaces are formulas, so that a picture of it comes with the exact depth of every pixel, at every size.
 *
 * <p>The camera stands at the origin and looks along z; x points right, y points down, lengths are metres. The same scene, size
 * and camera give the same picture and the same depth, bit for bit.
 */
public final class AnalyticScene {

    private static final double FIELD_OF_VIEW = 62;
    private static final double TILE = 0.5;

    private static final Vec LIGHT_TILE = new Vec(0.62, 0.56, 0.48);
    private static final Vec DARK_TILE = new Vec(0.28, 0.24, 0.2);
    private static final Vec LIGHT_CLAY = new Vec(0.86, 0.46, 0.3);
    private static final Vec DARK_CLAY = new Vec(0.5, 0.2, 0.14);
    private static final Vec LIGHT_SLATE = new Vec(0.5, 0.58, 0.66);
    private static final Vec DARK_SLATE = new Vec(0.22, 0.28, 0.36);

    private final String name;
    private final List<Surface> surfaces;
    private final Lamp lamp;

    private AnalyticScene(String name, double reach, Surface... surfaces) {
        this.name = name;
        this.surfaces = List.of(surfaces);
        this.lamp = new Lamp(reach);
    }

    /** A wall at this distance that faces the camera and fills the picture. */
    public static AnalyticScene plane(double distance) {
        requirePositive("distance", distance);
        double reach = distance / 3;
        return new AnalyticScene("plane", reach, facing(distance, Double.POSITIVE_INFINITY, tiles(reach)));
    }

    /** A ball straight ahead, its centre at this distance, and nothing behind it. */
    public static AnalyticScene sphere(double distance, double radius) {
        requirePositive("radius", radius);
        if (!(distance > radius && distance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The camera stands outside of the ball: expected a distance of more than " + radius + ", found "
                            + distance);
        }
        Vec centre = new Vec(0, 0, distance);
        Paint paint = (point, normal) -> {
            double around = Math.atan2(normal.x(), -normal.z()) / Math.PI;
            double up = Math.asin(Math.max(-1, Math.min(1, normal.y()))) / Math.PI;
            return (long) (Math.floor(around * 8) + Math.floor(up * 8)) % 2 == 0 ? LIGHT_CLAY : DARK_CLAY;
        };
        return new AnalyticScene("sphere", distance / 3, new Ball(centre, radius, paint));
    }

    /** Two walls that face the camera: the left half of the picture shows the near one, the right half the far one. */
    public static AnalyticScene step(double near, double far) {
        requirePositive("near distance", near);
        if (!(far > near && far < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The far wall is farther than the near one: expected more than " + near + ", found " + far);
        }
        double reach = far / 3;
        Paint left = Paint.checks(0, 1, TILE * near / 3, LIGHT_CLAY, DARK_CLAY);
        return new AnalyticScene(
                "step",
                reach,
                facing(near, 0, left),
                facing(far, Double.POSITIVE_INFINITY, Paint.checks(0, 1, TILE * reach, LIGHT_SLATE, DARK_SLATE)));
    }

    /**
     * A floor that rises away from the camera; above its horizon is nothing.
     *
     * @param below the camera's height above the floor under its feet
     * @param degrees by which the floor rises, at least 0 and less than 90; at 30 it fills a picture of 4:3
     */
    public static AnalyticScene ramp(double below, double degrees) {
        requirePositive("height", below);
        if (!(degrees >= 0 && degrees < 90)) {
            throw new IllegalArgumentException("A ramp rises by 0 to less than 90 degrees, found " + degrees);
        }
        double slope = Math.toRadians(degrees);
        Vec normal = new Vec(0, -Math.cos(slope), -Math.sin(slope));
        Paint paint = Paint.checks(0, 2, TILE * below, LIGHT_TILE, DARK_TILE);
        return new AnalyticScene(
                "ramp", below, new Flat(normal, -below * Math.cos(slope), Double.POSITIVE_INFINITY, paint));
    }

    /**
     * A room 4.4 m wide, 2.8 m high and 6.5 m deep before the camera, which stands 1.2 m above its tiled floor: three balls, and
     * steps along the right wall.
     */
    public static AnalyticScene room() {
        Paint tiles = Paint.checks(0, 2, TILE, LIGHT_TILE, DARK_TILE);
        Paint sides = Paint.plain(0.5, 0.58, 0.66);
        Paint others = Paint.plain(0.72, 0.7, 0.66);
        Paint walls = (point, normal) -> (normal.y() < 0 ? tiles : normal.x() != 0 ? sides : others).at(point, normal);
        return new AnalyticScene(
                "room",
                1,
                new Hall(new Vec(-2.2, -1.6, -6.5), new Vec(2.2, 1.2, 6.5), walls),
                new Ball(new Vec(-0.85, 0.65, 3.1), 0.55, Paint.plain(0.86, 0.36, 0.26)),
                new Ball(new Vec(0.35, 0.9, 2.4), 0.3, Paint.plain(0.95, 0.78, 0.3)),
                new Ball(new Vec(0.25, 0.75, 4.6), 0.45, Paint.plain(0.35, 0.6, 0.42)),
                new Box(new Vec(1.05, 0.85, 3), new Vec(2.2, 1.2, 5.4), Paint.plain(0.55, 0.55, 0.68)),
                new Box(new Vec(1.3, 0.5, 3.6), new Vec(2.2, 0.85, 5.4), Paint.plain(0.6, 0.58, 0.7)),
                new Box(new Vec(1.55, 0.15, 4.2), new Vec(2.2, 0.5, 5.4), Paint.plain(0.65, 0.62, 0.72)));
    }

    /** One of each: a plane at 3 m, a ball of 1 m at 3 m, a step from 2 to 4 m, a ramp, and the room. */
    public static List<AnalyticScene> all() {
        return List.of(plane(3), sphere(3, 1), step(2, 4), ramp(1.5, 30), room());
    }

    /** One word for the kind of scene. */
    public String name() {
        return name;
    }

    /** The scene through a lens that sees 62 degrees from left to right. */
    public SceneView view(Size size) {
        Camera seen = Camera.ofHorizontalFieldOfView(size, FIELD_OF_VIEW);
        return view(size, new Camera(seen.fx(), seen.fy(), seen.cx(), seen.cy(), Camera.Origin.GIVEN));
    }

    /** The scene as this camera sees it in a picture of this size. */
    public SceneView view(Size size, Camera camera) {
        return new SceneView(this, size, camera);
    }

    @Override
    public String toString() {
        return "AnalyticScene[" + name + "]";
    }

    Hit nearest(Ray ray) {
        Hit hit = Hit.NOTHING;
        for (Surface surface : surfaces) {
            hit = surface.hit(ray, hit);
        }
        return hit;
    }

    /** The linear colour at the end of a ray, black where there is nothing. */
    Vec color(Ray ray) {
        Hit hit = nearest(ray);
        return hit.isNothing() ? Vec.ZERO : hit.color().times(lamp.brightness(hit, this));
    }

    private static Flat facing(double distance, double right, Paint paint) {
        return new Flat(Vec.unit(2, -1), -distance, right, paint);
    }

    private static Paint tiles(double reach) {
        return Paint.checks(0, 1, TILE * reach, LIGHT_TILE, DARK_TILE);
    }

    private static void requirePositive(String what, double metres) {
        if (!(metres > 0 && metres < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The " + what + " is positive and finite, found " + metres);
        }
    }
}
