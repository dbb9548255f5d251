package io.depth4j.internal.tiles;

import io.depth4j.FloatPlane;
import io.depth4j.Size;

/** The map of a whole picture in few pixels, to be asked for the depth of any part of it. */
final class Layout {

    private final FloatPlane map;
    private final Size picture;

    Layout(FloatPlane map, Size picture) {
        this.map = map;
        this.picture = picture;
    }

    /**
     * The depth at a place of the picture, between neighbours; missing where less than half of their weight is there.
     *
     * @param x columns from the left edge, the centre of the first pixel at 0.5
     * @param y rows from the upper edge
     */
    float at(double x, double y) {
        double u = inside(x * map.width() / picture.width() - 0.5, map.width());
        double v = inside(y * map.height() / picture.height() - 0.5, map.height());
        int left = (int) u;
        int top = (int) v;
        int right = Math.min(left + 1, map.width() - 1);
        int bottom = Math.min(top + 1, map.height() - 1);
        double across = u - left;
        double down = v - top;
        Mean mean = new Mean();
        mean.add(map.at(left, top), (1 - across) * (1 - down));
        mean.add(map.at(right, top), across * (1 - down));
        mean.add(map.at(left, bottom), (1 - across) * down);
        mean.add(map.at(right, bottom), across * down);
        return mean.value();
    }

    private static double inside(double at, int length) {
        return Math.max(0, Math.min(at, length - 1));
    }
}
