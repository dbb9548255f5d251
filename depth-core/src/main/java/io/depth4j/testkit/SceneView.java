package io.depth4j.testkit;

import io.depth4j.Camera;
import io.depth4j.DepthAxis;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.DepthSource;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** A scene as one camera sees it. What a method returns is made at each call, and the caller's own. */
public final class SceneView {

    /** Rays a pixel of a picture, to each side. */
    private static final int RAYS = 4;

    private static final double GAMMA = 2.2;

    private final AnalyticScene scene;
    private final Size size;
    private final Camera camera;

    SceneView(AnalyticScene scene, Size size, Camera camera) {
        this.scene = Objects.requireNonNull(scene, "scene");
        this.size = Objects.requireNonNull(size, "size");
        this.camera = Objects.requireNonNull(camera, "camera");
    }

    public AnalyticScene scene() {
        return scene;
    }

    public Size size() {
        return size;
    }

    public Camera camera() {
        return camera;
    }

    /** What the camera sees, its edges smooth: a pixel is the mean of the light that falls on it. Black where nothing is. */
    public Image picture() {
        Image picture = Image.allocate(size, PixelFormat.RGB24);
        byte[] rgb = picture.array();
        for (int y = 0, i = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                Vec color = mean(x, y);
                rgb[i++] = encoded(color.x());
                rgb[i++] = encoded(color.y());
                rgb[i++] = encoded(color.z());
            }
        }
        return picture;
    }

    private Vec mean(int x, int y) {
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int row = 0; row < RAYS; row++) {
            for (int column = 0; column < RAYS; column++) {
                Vec color = scene.color(ray(x + (column + 0.5) / RAYS, y + (row + 0.5) / RAYS));
                // What is brighter than a pixel can be, is so in each ray: or else edges before it would not be smooth.
                red += Math.min(1, color.x());
                green += Math.min(1, color.y());
                blue += Math.min(1, color.z());
            }
        }
        return new Vec(red, green, blue).times(1.0 / (RAYS * RAYS));
    }

    private static byte encoded(double linear) {
        return (byte) Math.round(255 * Math.pow(linear, 1 / GAMMA));
    }

    /** Metres along the optical axis at the centre of each pixel, missing where nothing is. */
    public DepthMap depth() {
        return depth(DepthAxis.Z);
    }

    /** Metres along an axis at the centre of each pixel, missing where nothing is. */
    public DepthMap depth(DepthAxis axis) {
        FloatPlane metres = FloatPlane.allocate(size);
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                Ray ray = ray(x + 0.5, y + 0.5);
                Hit hit = scene.nearest(ray);
                double unit = axis == DepthAxis.Z ? 1 : ray.direction().length();
                metres.set(x, y, hit.isNothing() ? Float.NaN : (float) (hit.distance() * unit));
            }
        }
        return DepthMap.wrap(metres, DepthKind.METRIC)
                .withAxis(axis)
                .withCamera(camera)
                .withSource(DepthSource.unknown().withModel("analytic " + scene.name(), "none"));
    }

    /** The x, y and z of the surface's normal at the centre of each pixel, of length 1 and towards the camera. */
    public List<FloatPlane> normals() {
        return List.of(normals(Vec::x), normals(Vec::y), normals(Vec::z));
    }

    private FloatPlane normals(ToDoubleFunction<Vec> part) {
        FloatPlane plane = FloatPlane.allocate(size);
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                Hit hit = scene.nearest(ray(x + 0.5, y + 0.5));
                plane.set(x, y, hit.isNothing() ? Float.NaN : (float) part.applyAsDouble(hit.normal()));
            }
        }
        return plane;
    }

    /** The ray whose distances are depths along z. */
    private Ray ray(double column, double row) {
        return new Ray(Vec.ZERO, new Vec((column - camera.cx()) / camera.fx(), (row - camera.cy()) / camera.fy(), 1));
    }
}
