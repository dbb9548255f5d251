package io.depth4j.estimate;

import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.util.List;

/**
 * A scene whose depth is known everywhere: a floor that runs away from the camera, and boxes and a disc before it. Every surface has
 * a colour and a texture of its own, light and shade fall across all of them, and so colours alone do not tell depth.
 */
final class LayeredScene {

    /** A surface in a picture whose corners are (0, 0) and (1, 1). */
    private record Surface(double x, double y, double width, double height, double depth, double tilt, int color) {

        boolean covers(double u, double v) {
            if (color == DISC) {
                return Math.hypot((u - x) / width, (v - y) / height) < 1;
            }
            return Math.abs(u - x) < width && Math.abs(v - y) < height;
        }

        double depthAt(double u) {
            return depth + tilt * (u - x);
        }
    }

    private static final int DISC = 0x3a8f5c;

    /** Nearest first. */
    private static final List<Surface> SURFACES = List.of(
            new Surface(0.22, 0.70, 0.09, 0.17, 1.4, 0.6, 0xc85a3c),
            new Surface(0.50, 0.55, 0.13, 0.16, 2.1, 0, DISC),
            new Surface(0.74, 0.66, 0.11, 0.20, 2.6, -0.9, 0x4d68b8),
            new Surface(0.36, 0.34, 0.07, 0.14, 3.3, 0, 0xd6c25a),
            new Surface(0.62, 0.25, 0.16, 0.09, 4.0, 1.2, 0x77431f),
            new Surface(0.88, 0.30, 0.05, 0.16, 4.6, 0, 0xb9a7d0));

    private final double texture;

    /** @param texture contrast of what is painted on the surfaces, from 0 to 1 */
    LayeredScene(double texture) {
        this.texture = texture;
    }

    /** Depth where the picture is {@code u} of its width and {@code v} of its height across. */
    double depth(double u, double v) {
        for (Surface surface : SURFACES) {
            if (surface.covers(u, v)) {
                return surface.depthAt(u);
            }
        }
        return 8.5 - 4.5 * v + 0.6 * u;
    }

    /** The surface there, so that different ones have an edge between them. */
    int surface(double u, double v) {
        for (int i = 0; i < SURFACES.size(); i++) {
            if (SURFACES.get(i).covers(u, v)) {
                return i;
            }
        }
        return -1;
    }

    /** The depth of every pixel of a picture of this size, at its centre. */
    FloatPlane truth(Size size) {
        FloatPlane plane = FloatPlane.allocate(size);
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                plane.set(x, y, (float) depth((x + 0.5) / size.width(), (y + 0.5) / size.height()));
            }
        }
        return plane;
    }

    Image picture(Size size) {
        Image image = Image.allocate(size, PixelFormat.RGB24);
        byte[] pixels = image.array();
        for (int y = 0, p = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                double u = (x + 0.5) / size.width();
                double v = (y + 0.5) / size.height();
                int surface = surface(u, v);
                int color = surface < 0 ? 0x8d8f94 : SURFACES.get(surface).color;
                double light = 0.75 + 0.25 * Math.sin(2.1 * u + 1.3 * v) + texture * paint(surface, u, v);
                for (int shift = 16; shift >= 0; shift -= 8, p++) {
                    pixels[p] = (byte) Math.max(0, Math.min(255, light * (color >> shift & 0xff)));
                }
            }
        }
        return image;
    }

    /** From -1 to 1: stripes and checks of many widths, some as coarse as the surfaces. */
    private static double paint(int surface, double u, double v) {
        double angle = 0.7 * surface + 0.4;
        double across = Math.cos(angle) * u + Math.sin(angle) * v;
        double along = Math.cos(angle) * v - Math.sin(angle) * u;
        return 0.4 * Math.sin(37 * across)
                + 0.3 * Math.signum(Math.sin(90 * across) * Math.sin(120 * along))
                + 0.3 * Math.sin(400 * along);
    }

    /** Mean absolute error of the pixels that have another surface near. */
    double edgeError(FloatPlane map, FloatPlane truth, int reach) {
        boolean[] near = nearEdges(map.size(), reach);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < near.length; i++) {
            if (near[i]) {
                sum += Math.abs(map.array()[i] - truth.array()[i]);
                count++;
            }
        }
        return sum / count;
    }

    /** Which pixels have another surface within so many pixels to the side, above or below. */
    boolean[] nearEdges(Size size, int reach) {
        int width = size.width();
        int[] surfaces = new int[size.pixels()];
        for (int y = 0, i = 0; y < size.height(); y++) {
            for (int x = 0; x < width; x++, i++) {
                surfaces[i] = surface((x + 0.5) / width, (y + 0.5) / size.height());
            }
        }
        boolean[] near = new boolean[surfaces.length];
        for (int y = 0, i = 0; y < size.height(); y++) {
            for (int x = 0; x < width; x++, i++) {
                for (int d = 1; d <= reach && !near[i]; d++) {
                    near[i] = x >= d && surfaces[i - d] != surfaces[i]
                            || x + d < width && surfaces[i + d] != surfaces[i]
                            || y >= d && surfaces[i - d * width] != surfaces[i]
                            || y + d < size.height() && surfaces[i + d * width] != surfaces[i];
                }
            }
        }
        return near;
    }
}
