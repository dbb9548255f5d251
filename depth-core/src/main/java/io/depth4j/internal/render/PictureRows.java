package io.depth4j.internal.render;

import io.depth4j.FloatPlane;
import io.depth4j.FrameResizer;
import io.depth4j.Size;
import io.depth4j.internal.frames.Depths;
import java.util.Arrays;

/**
 * The rows of a picture before they have colours, lowest depth first, and rows round them that its windows see.
 *
 * @param plane all rows
 * @param depths where they lie, at the middle of what they show
 * @param from the first row of the picture
 * @param to the first row after it
 * @param low where the picture begins
 * @param high where it ends
 */
public record PictureRows(FloatPlane plane, double[] depths, int from, int to, double low, double high) {

    /** With so many columns. */
    public PictureRows resized(int width, FrameResizer resizer) {
        return width == plane.width()
                ? this
                : new PictureRows(resizer.resize(plane, new Size(width, plane.height())), depths, from, to, low, high);
    }

    /** Without the rows round the picture. */
    PictureRows cropped() {
        int rows = to - from;
        if (rows == depths.length) {
            return this;
        }
        int width = plane.width();
        float[] some = Arrays.copyOfRange(plane.array(), from * width, to * width);
        return new PictureRows(
                FloatPlane.wrap(new Size(width, rows), some), Arrays.copyOfRange(depths, from, to), 0, rows, low, high);
    }

    /** How many rows of the picture's height lie before a depth. */
    double position(double depth) {
        int last = to - 1;
        if (from == last || depths[from] == depths[last]) {
            return (high > low ? (depth - low) / (high - low) : 0.5) * (to - from);
        }
        int below = Math.min(Math.max(from + 1, Depths.notBelow(depths, depths.length, depth)), last);
        double share = (depth - depths[below - 1]) / (depths[below] - depths[below - 1]);
        return below - 1 - from + 0.5 + share;
    }
}
