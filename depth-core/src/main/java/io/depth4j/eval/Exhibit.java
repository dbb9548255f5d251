package io.depth4j.eval;

import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.FrameResizers;
import io.depth4j.Image;
import io.depth4j.Range;
import io.depth4j.Size;
import java.io.IOException;

/**
 * One sample in small pictures.
 *
 * @param line by which the estimate was aligned
 * @param aligned in the units of what is known
 * @param error of each pixel that counts and has an estimate, as a share of what is known
 * @param unit of what is known
 * @param nearIsLarge whether larger values are nearer
 */
record Exhibit(
        String id,
        String source,
        Scores scores,
        Line line,
        Image photo,
        FloatPlane aligned,
        FloatPlane known,
        FloatPlane error,
        String unit,
        boolean nearIsLarge) {

    private static final int LONGEST = 320;

    static Exhibit of(Sample sample, Evaluation evaluation) throws IOException {
        Image photo = sample.picture();
        DepthMap known = sample.known();
        FloatPlane counted = counted(evaluation.scores().protocol(), known);
        FloatPlane aligned = evaluation.aligned().toPlane();
        Size size = small(known.size());
        boolean disparity = known.kind().largerIsNearer();
        return new Exhibit(
                sample.id(),
                sample.source(),
                evaluation.scores(),
                evaluation.line(),
                FrameResizers.area().resize(photo, small(photo.size())),
                FrameResizers.nearest().resize(aligned, size),
                shrink(counted, size),
                shrink(error(aligned, counted), size),
                disparity ? "disparity" : "m",
                disparity);
    }

    /** The colours of estimate and truth span the same values: nearly all that is known. */
    Range range() {
        return Range.percentiles(known, 1, 99);
    }

    /** What is known, where it counts. */
    private static FloatPlane counted(Protocol protocol, DepthMap known) {
        FloatPlane plane = known.toPlane();
        Crop.Window window = protocol.crop().window(known.size());
        for (int y = 0; y < plane.height(); y++) {
            boolean inside = y >= window.top() && y < window.bottom();
            for (int x = 0; x < plane.width(); x++) {
                float value = plane.at(x, y);
                boolean counts = inside
                        && x >= window.left()
                        && x < window.right()
                        && value > 0
                        && value < Float.POSITIVE_INFINITY
                        && (known.kind().largerIsNearer() || protocol.cap().contains(value));
                if (!counts) {
                    plane.set(x, y, Float.NaN);
                }
            }
        }
        return plane;
    }

    private static FloatPlane error(FloatPlane aligned, FloatPlane counted) {
        FloatPlane error = FloatPlane.allocate(counted.size());
        for (int i = 0; i < error.array().length; i++) {
            error.array()[i] = Math.abs(aligned.array()[i] - counted.array()[i]) / counted.array()[i];
        }
        return error;
    }

    private static Size small(Size size) {
        double scale = Math.min(1, (double) LONGEST / Math.max(size.width(), size.height()));
        return new Size(Math.max(1, (int) Math.round(scale * size.width())), Math.max(1, (int)
                Math.round(scale * size.height())));
    }

    /** For each pixel a value from its part of the plane, the nearest to its centre: lidar's few points are not lost between. */
    private static FloatPlane shrink(FloatPlane plane, Size size) {
        FloatPlane small = FloatPlane.allocate(size);
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                small.set(x, y, nearestToCentre(plane, size, x, y));
            }
        }
        return small;
    }

    private static float nearestToCentre(FloatPlane plane, Size size, int x, int y) {
        double width = (double) plane.width() / size.width();
        double height = (double) plane.height() / size.height();
        float found = Float.NaN;
        double best = Double.POSITIVE_INFINITY;
        for (int row = (int) (y * height); row < Math.min(plane.height(), (y + 1) * height); row++) {
            for (int column = (int) (x * width); column < Math.min(plane.width(), (x + 1) * width); column++) {
                double distance = Math.hypot(column + 0.5 - (x + 0.5) * width, row + 0.5 - (y + 0.5) * height);
                if (distance < best && !plane.isMissing(column, row)) {
                    best = distance;
                    found = plane.at(column, row);
                }
            }
        }
        return found;
    }
}
