package io.depth4j.internal.estimate;

import io.depth4j.Camera;
import io.depth4j.DepthKind;
import io.depth4j.FloatPlane;
import io.depth4j.MalformedInputException;
import io.depth4j.Range;
import io.depth4j.Size;
import io.depth4j.model.DepthReading;
import io.depth4j.model.ModelOutput;
import io.depth4j.model.Upsample;
import io.depth4j.spi.Tensor;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From a network's outputs to depth: what {@link ModelOutput} says. Safe for concurrent use. */
final class Reader {

    /** Between which one over depth is cut, as Depth Pro does. */
    private static final Range INVERSE = Range.of(1e-4, 1e4);

    private final ModelOutput output;

    Reader(ModelOutput output) {
        this.output = output;
    }

    /** What one run yields for one picture besides the values. */
    record Reading(DepthKind kind, Optional<Camera> camera, Optional<FloatPlane> confidence) {}

    /** One picture's share of what a run yields, and what is known of the picture. */
    record Run(
            Map<String, Tensor.Floats> outputs,
            int index,
            int batch,
            Size seen,
            Size picture,
            Optional<Camera> camera) {

        Tensor.Floats output(String name) {
            Tensor.Floats found = outputs.get(name);
            if (found == null) {
                throw new MalformedInputException("The network should yield '" + name + "', found " + outputs.keySet());
            }
            return found;
        }

        FloatPlane map(String name) {
            return NetworkMap.of(name, output(name), index, batch, seen);
        }

        /** The only number of an output, or this picture's of a batch. */
        float number(String name) {
            float[] values = output(name).values();
            if (values.length != 1 && values.length != batch) {
                throw new MalformedInputException("Output '" + name + "' should hold one number a picture, found "
                        + values.length + " for " + batch);
            }
            return values[values.length == 1 ? 0 : index];
        }

        float focal(String name) {
            float focal = number(name);
            if (!(focal > 0 && focal < Float.POSITIVE_INFINITY)) {
                throw new MalformedInputException(
                        "Output '" + name + "' should hold a positive focal length, found " + focal);
            }
            return focal;
        }
    }

    /** The outputs that are looked at. */
    Set<String> outputs() {
        Set<String> names = new LinkedHashSet<>();
        names.add(output.tensor());
        output.confidence().ifPresent(names::add);
        output.mask().ifPresent(mask -> names.add(mask.tensor()));
        output.sky().ifPresent(sky -> names.add(sky.tensor()));
        if (output.reading() instanceof DepthReading.OwnFocal own) {
            names.add(own.focal());
        } else if (output.reading() instanceof DepthReading.InversePerWidth inverse) {
            names.add(inverse.focal());
        } else if (output.reading() instanceof DepthReading.Points points) {
            names.add(points.metricScale());
        }
        return names;
    }

    /** Fills {@code dst}, whatever its size. */
    Reading readInto(Run run, FloatPlane dst) {
        if (output.reading() instanceof DepthReading.Points points) {
            return readPoints(points, run, dst);
        }
        if (output.reading() instanceof DepthReading.InversePerWidth inverse) {
            return readInverse(inverse, run, dst);
        }
        return readMap(run, dst);
    }

    /** Multiplied and checked where pixels are few, then enlarged. */
    private Reading readMap(Run run, FloatPlane dst) {
        FloatPlane map = run.map(output.tensor());
        dropMasked(map, run);
        DepthKind kind = output.kind();
        Optional<Camera> camera = run.camera();
        if (output.reading() instanceof DepthReading.Plain plain) {
            multiply(map, plain.unit());
        } else if (output.reading() instanceof DepthReading.Reciprocal) {
            invert(map);
        } else if (output.reading() instanceof DepthReading.CanonicalFocal canonical) {
            if (run.camera().isPresent()) {
                multiply(
                        map,
                        run.camera().get().resized(run.picture(), run.seen()).fx() / canonical.focal());
            } else {
                kind = kind == DepthKind.METRIC ? DepthKind.SCALE_INVARIANT : kind;
            }
        } else if (output.reading() instanceof DepthReading.OwnFocal own) {
            float focal = run.focal(own.focal());
            if (camera.isPresent()) {
                multiply(map, camera.get().resized(run.picture(), run.seen()).fx() / focal);
            } else {
                camera = Optional.of(cameraOf(run, focal));
            }
        }
        keep(map, output.valid());
        Enlarger.resize(map, output.upsample(), dst);
        return new Reading(kind, camera, confidence(run, dst.size()));
    }

    /** Enlarged before it is turned over, as Depth Pro's own code does. */
    private Reading readInverse(DepthReading.InversePerWidth reading, Run run, FloatPlane dst) {
        FloatPlane map = run.map(output.tensor());
        dropMasked(map, run);
        Enlarger.resize(map, output.upsample(), dst);
        Camera camera = run.camera().orElseGet(() -> cameraOf(run, run.focal(reading.focal())));
        multiply(
                dst,
                run.seen().width() / camera.resized(run.picture(), run.seen()).fx());
        Enlarger.clamp(dst, INVERSE);
        invert(dst);
        keep(dst, output.valid());
        return new Reading(output.kind(), Optional.of(camera), confidence(run, dst.size()));
    }

    /** The network's own camera: its focal length is in pixels across what it saw; those of the picture are square. */
    private static Camera cameraOf(Run run, double focalSeen) {
        Size picture = run.picture();
        double focal = focalSeen * picture.width() / run.seen().width();
        return new Camera(focal, focal, picture.width() / 2.0, picture.height() / 2.0, Camera.Origin.NETWORK);
    }

    private Reading readPoints(DepthReading.Points reading, Run run, FloatPlane dst) {
        Tensor.Floats tensor = run.output(output.tensor());
        List<Integer> shape = tensor.shape();
        int rank = shape.size();
        if (rank < 3 || shape.get(rank - 1) != 3 || shape.contains(0)) {
            throw new MalformedInputException(
                    "Output '" + output.tensor() + "' should hold points, [batch,height,width,3], found " + shape);
        }
        Size size = new Size(shape.get(rank - 2), shape.get(rank - 3));
        int floats = 3 * size.pixels();
        if (tensor.values().length != run.batch() * floats) {
            throw new MalformedInputException("Output '" + output.tensor() + "' should hold points of " + run.batch()
                    + " picture(s), found " + shape);
        }
        float[] points = Arrays.copyOfRange(tensor.values(), run.index() * floats, (run.index() + 1) * floats);
        FloatPlane depth = FloatPlane.allocate(size);
        for (int i = 0; i < size.pixels(); i++) {
            depth.array()[i] = points[3 * i + 2];
        }
        dropMasked(depth, run);
        for (int i = 0; i < size.pixels(); i++) {
            points[3 * i + 2] = depth.array()[i];
        }
        FocalShift solved = FocalShift.solve(points, size);
        double scale = run.number(reading.metricScale());
        for (int i = 0; i < size.pixels(); i++) {
            depth.array()[i] = (float) ((depth.array()[i] + solved.shift()) * scale);
        }
        keep(depth, output.valid());
        Enlarger.resize(depth, output.upsample(), dst);
        double focal = solved.focal() / 2 * Math.hypot(size.width(), size.height());
        Optional<Camera> camera = run.camera()
                .or(() -> focal > 0 && focal < Double.POSITIVE_INFINITY
                        ? Optional.of(
                                new Camera(focal, focal, size.width() / 2.0, size.height() / 2.0, Camera.Origin.NETWORK)
                                        .resized(size, run.picture()))
                        : Optional.empty());
        return new Reading(output.kind(), camera, confidence(run, dst.size()));
    }

    private Optional<FloatPlane> confidence(Run run, Size size) {
        return output.confidence().map(name -> {
            FloatPlane dst = FloatPlane.allocate(size);
            Enlarger.resize(run.map(name), Upsample.BILINEAR, dst);
            return dst;
        });
    }

    private void dropMasked(FloatPlane map, Run run) {
        output.mask().ifPresent(mask -> dropWhere(map, run.map(mask.tensor()), mask, false));
        output.sky().ifPresent(sky -> dropWhere(map, run.map(sky.tensor()), sky, true));
    }

    private static void dropWhere(FloatPlane map, FloatPlane plane, ModelOutput.Above rule, boolean above) {
        if (!plane.size().equals(map.size())) {
            throw new MalformedInputException("Output '" + rule.tensor() + "' should be as large as the depth, "
                    + map.size() + ", found " + plane.size());
        }
        for (int i = 0; i < map.array().length; i++) {
            if (plane.array()[i] > rule.threshold() == above) {
                map.array()[i] = Float.NaN;
            }
        }
    }

    private static void multiply(FloatPlane plane, double factor) {
        if (factor == 1) {
            return;
        }
        float f = (float) factor;
        float[] values = plane.array();
        for (int i = 0; i < values.length; i++) {
            values[i] *= f;
        }
    }

    private static void invert(FloatPlane plane) {
        float[] values = plane.array();
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 / values[i];
        }
    }

    /** What is not finite, or not in the range, becomes missing. */
    private static void keep(FloatPlane plane, Range range) {
        // Ends beyond all floats let no infinity through.
        float low = (float) Math.max(-Float.MAX_VALUE, range.low());
        float high = (float) Math.min(Float.MAX_VALUE, range.high());
        float[] values = plane.array();
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= low && values[i] <= high)) {
                values[i] = Float.NaN;
            }
        }
    }
}
