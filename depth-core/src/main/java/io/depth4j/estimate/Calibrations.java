package io.depth4j.estimate;

import io.depth4j.Calibration;
import io.depth4j.Camera;
import io.depth4j.DepthAxis;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Finds the {@link Calibration} of a map from what is known of its scene.
 *
 * <p>{@link DepthKind#METRIC} and {@link DepthKind#SCALE_INVARIANT} maps are scaled, so one known distance will do; the other two
 * kinds need at least two, which differ. The fit always leaves the least sum of squared <em>metres</em>, also for disparity; that
 * makes far points count most, as they are the ones that a small change of disparity moves by metres.
 *
 * <p>Known metres are measured as the map is: along the optical axis for {@link DepthAxis#Z}, which is what a tape from the
 * camera's plane or a stereo camera gives, and along the line of sight for {@link DepthAxis#RAY}, which is what a laser gives.
 *
 * <p>The residual is the root of the squared errors over the points that are to spare: {@code n − 1} where a scale was sought,
 * {@code n − 2} for scale and shift. It is the error to expect where points like these were; it knows nothing of pixels unlike
 * them. Where no point is to spare, there is none.
 */
public final class Calibrations {

    private Calibrations() {}

    /**
     * By least squares over all points. One gross error among them spoils the result, and shows in the residual.
     *
     * @throws IllegalArgumentException if the points are too few, lie outside the map or where it has no depth, lie at one depth
     *     where two are needed, or contradict the map
     */
    public static Calibration leastSquares(DepthMap map, List<KnownDepth> points) {
        return fitted(metricPoints(map, points), map.kind(), "known points", "");
    }

    /** As {@link #ransac(DepthMap, List, RansacOptions)} with the default options. */
    public static Calibration ransac(DepthMap map, List<KnownDepth> points) {
        return ransac(map, points, RansacOptions.defaults());
    }

    /**
     * By least squares over those points that agree with each other, whatever the rest say. The residual is that of the points
     * that agree; {@link Calibration#method()} tells how many they are. Few of them mean a map that errs rather than points that
     * do, and then {@link #leastSquares} serves better.
     *
     * @throws IllegalArgumentException as {@link #leastSquares} does, and if hardly any points agree
     */
    public static Calibration ransac(DepthMap map, List<KnownDepth> points, RansacOptions options) {
        return agreed(metricPoints(map, points), map.kind(), "known points", options);
    }

    /** As {@link #lidar(DepthMap, FloatPlane, RansacOptions)} with the default options. */
    public static Calibration lidar(DepthMap map, FloatPlane metres) {
        return lidar(map, metres, RansacOptions.defaults());
    }

    /**
     * By {@link #ransac RANSAC} over the pixels that a sparse plane has metres for, since beams that graze an edge tell of what lies
     * behind it.
     *
     * @param metres the same view as the map, of any size; {@code NaN} where nothing was measured. Pixels where the map has no
     *     depth are passed over
     */
    public static Calibration lidar(DepthMap map, FloatPlane metres, RansacOptions options) {
        double[] values = new double[metres.size().pixels() - metres.missing()];
        double[] known = new double[values.length];
        int count = 0;
        for (int y = 0; y < metres.height(); y++) {
            int row = nearest(y, metres.height(), map.height());
            for (int x = 0; x < metres.width(); x++) {
                float measured = metres.at(x, y);
                if (Float.isNaN(measured)) {
                    continue;
                }
                double checked = new KnownDepth(x, y, measured).metres();
                float value = map.at(nearest(x, metres.width(), map.width()), row);
                if (Float.isFinite(value)) {
                    values[count] = value;
                    known[count] = checked;
                    count++;
                }
            }
        }
        MetricPoints points = new MetricPoints(map.kind(), Arrays.copyOf(values, count), Arrays.copyOf(known, count));
        return agreed(points, map.kind(), "lidar points", options);
    }

    /** The pixel of the map under the middle of a pixel of another grid. */
    private static int nearest(int pixel, int from, int to) {
        return (int) ((2L * pixel + 1) * to / (2L * from));
    }

    /**
     * By least squares over objects whose size is known: one that spans {@code s} pixels of a camera with focal length {@code f}
     * pixels is {@code f · metres / s} away. The map's value is the median along the line between an object's ends.
     *
     * <p>The error of the focal length goes into the result in full, and not into the residual; {@link Calibration#method()}
     * names the camera's origin.
     *
     * @param objects one for a scale; at least two, at different distances, for scale and shift
     * @param camera in the map's pixels, which is how {@link DepthMap#camera()} has it
     * @throws IllegalArgumentException as {@link #leastSquares} does
     */
    public static Calibration knownObjects(DepthMap map, List<KnownObject> objects, Camera camera) {
        List<KnownDepth> points = new ArrayList<>();
        for (KnownObject object : objects) {
            points.add(seen(map, object, camera));
        }
        return fitted(metricPoints(map, points), map.kind(), "known objects", ", camera from " + camera.origin());
    }

    /** The pixel of the object that has the median of its values, and how far that pixel is. */
    private static KnownDepth seen(DepthMap map, KnownObject object, Camera camera) {
        double dx = object.toX() - object.fromX();
        double dy = object.toY() - object.fromY();
        requireInside(
                map,
                (int) Math.floor(Math.min(object.fromX(), object.toX())),
                (int) Math.floor(Math.min(object.fromY(), object.toY())),
                "A known object");
        requireInside(
                map,
                (int) Math.ceil(Math.max(object.fromX(), object.toX())) - 1,
                (int) Math.ceil(Math.max(object.fromY(), object.toY())) - 1,
                "A known object");
        int steps = (int) Math.ceil(Math.hypot(dx, dy));
        List<int[]> pixels = IntStream.range(0, steps)
                .mapToObj(i -> new int[] {
                    (int) Math.floor(object.fromX() + dx * (i + 0.5) / steps),
                    (int) Math.floor(object.fromY() + dy * (i + 0.5) / steps)
                })
                .toList();
        for (int[] pixel : pixels) {
            requireInside(map, pixel[0], pixel[1], "A known object");
        }
        List<int[]> present = pixels.stream()
                .filter(pixel -> Float.isFinite(map.at(pixel[0], pixel[1])))
                .sorted(Comparator.comparingDouble(pixel -> map.at(pixel[0], pixel[1])))
                .toList();
        if (present.isEmpty()) {
            throw new IllegalArgumentException("The map has no depth anywhere along " + object);
        }
        int[] median = present.get((present.size() - 1) / 2);
        double z = object.metres() / Math.hypot(dx / camera.fx(), dy / camera.fy());
        return new KnownDepth(median[0], median[1], map.axis() == DepthAxis.Z ? z : z * ray(camera, median));
    }

    /** How long the line of sight through a pixel is for each metre along the optical axis. */
    private static double ray(Camera camera, int[] pixel) {
        double x = (pixel[0] + 0.5 - camera.cx()) / camera.fx();
        double y = (pixel[1] + 0.5 - camera.cy()) / camera.fy();
        return Math.sqrt(1 + x * x + y * y);
    }

    private static MetricPoints metricPoints(DepthMap map, List<KnownDepth> points) {
        double[] values = new double[points.size()];
        double[] metres = new double[points.size()];
        for (int i = 0; i < values.length; i++) {
            KnownDepth point = points.get(i);
            requireInside(map, point.x(), point.y(), "A known point");
            values[i] = map.at(point.x(), point.y());
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("The map has no depth at the known point "
                        + place(point.x(), point.y()) + ", found " + values[i]);
            }
            metres[i] = point.metres();
        }
        return new MetricPoints(map.kind(), values, metres);
    }

    private static void requireInside(DepthMap map, int x, int y, String what) {
        if (x < 0 || y < 0 || x >= map.width() || y >= map.height()) {
            throw new IllegalArgumentException(
                    what + " lies at " + place(x, y) + ", outside the map of " + map.size() + " pixels");
        }
    }

    private static String place(int x, int y) {
        return "(" + x + ", " + y + ")";
    }

    private static Calibration agreed(MetricPoints points, DepthKind kind, String what, RansacOptions options) {
        requireEnough(points, points.unknowns() + 1, kind, what + " for RANSAC");
        requireDifferent(points, kind, what);
        int[] agreeing = new Consensus(points, options).agreeing();
        if (agreeing.length <= points.unknowns()) {
            throw new IllegalArgumentException("No line brings more than " + points.unknowns() + " of the "
                    + points.count() + " " + what + " within " + options.tolerance()
                    + " of their distance; they contradict each other or the map, or the tolerance is too narrow");
        }
        MetricPoints kept = points.only(agreeing);
        MetricLine line = usable(kept.leastSquares(), kind, what + " that agree");
        String method = "RANSAC over " + what + ": " + kept.count() + " of " + points.count() + " within "
                + options.tolerance() + " of their distance";
        return calibration(line, kind, kept.residual(line), method);
    }

    private static Calibration fitted(MetricPoints points, DepthKind kind, String what, String provenance) {
        requireEnough(points, points.unknowns(), kind, what);
        requireDifferent(points, kind, what);
        MetricLine line = usable(points.leastSquares(), kind, what);
        return calibration(
                line, kind, points.residual(line), "least squares over " + points.count() + " " + what + provenance);
    }

    private static Calibration calibration(MetricLine line, DepthKind kind, OptionalDouble residual, String method) {
        return new Calibration(kind, line.scale(), line.shift(), residual, method);
    }

    private static void requireEnough(MetricPoints points, int needed, DepthKind kind, String what) {
        if (points.count() < needed) {
            throw new IllegalArgumentException("A map of " + kind + " (" + kind.meaning() + ") takes " + needed
                    + " or more " + what + ", found " + points.count());
        }
    }

    private static void requireDifferent(MetricPoints points, DepthKind kind, String what) {
        if (points.unknowns() == 1) {
            return;
        }
        if (points.isOfOneDepth()) {
            throw new IllegalArgumentException("All " + points.count() + " " + what
                    + " lie at one depth, which cannot tell the scale from the shift of a map of " + kind
                    + "; add one at another depth");
        }
        if (points.isOfOneValue()) {
            throw new IllegalArgumentException("The map has one value at all " + points.count() + " " + what
                    + ", though they lie at several depths; scale and shift cannot be told from it");
        }
    }

    private static MetricLine usable(MetricLine line, DepthKind kind, String what) {
        if (!line.isUsable()) {
            throw new IllegalArgumentException("The " + what + " contradict the map: for " + kind
                    + " a positive scale was expected, found " + line.scale()
                    + "; the map may have the other direction ("
                    + (kind.largerIsNearer() ? "larger is farther" : "larger is nearer")
                    + "), or the points lie at nearly one depth");
        }
        return line;
    }
}
