package io.depth4j.eval;

import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.eval.Crop.Window;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** An estimate beside what is known, under a protocol that suits both. */
final class Comparison {

    private static final double ROOM = 20;
    private static final double STREET = 100;

    private final Protocol protocol;
    private final DepthMap estimate;
    private final DepthMap known;
    private final boolean inDisparity;
    private final boolean knownIsDisparity;

    Comparison(Protocol protocol, DepthMap estimate, DepthMap known) {
        this.protocol = protocol;
        this.estimate = estimate;
        this.known = known;
        inDisparity = protocol.space() == Space.DISPARITY;
        knownIsDisparity = known.kind().largerIsNearer();
        if (!estimate.size().equals(known.size())) {
            throw new IllegalArgumentException("An estimate has the size of what is known, expected " + known.size()
                    + ", found " + estimate.size());
        }
        if (estimate.axis() != known.axis()) {
            throw new IllegalArgumentException("An estimate is measured along the axis of what is known, expected "
                    + known.axis() + ", found " + estimate.axis());
        }
        requireSuitableKnown();
        requireSuitableEstimate();
    }

    private void requireSuitableKnown() {
        if (known.kind() == DepthKind.METRIC) {
            return;
        }
        if (!knownIsDisparity) {
            throw new IllegalArgumentException("What is known is " + DepthKind.METRIC + " or "
                    + DepthKind.AFFINE_INVARIANT_INVERSE + ", found " + known.kind());
        }
        boolean fits = inDisparity
                && protocol.aligner() != Aligner.none()
                && protocol.cap().equals(Cap.NONE);
        if (!fits) {
            throw new IllegalArgumentException("Known disparities need an alignment in disparity and no cap in metres,"
                    + " found \"" + protocol.name() + "\"");
        }
    }

    private void requireSuitableEstimate() {
        DepthKind kind = estimate.kind();
        if (!protocol.takes(kind)) {
            throw new IllegalArgumentException("\"" + protocol.aligner().label() + " in "
                    + protocol.space().label() + "\" does not bring " + kind + " (" + kind.meaning() + ") to "
                    + known.kind());
        }
    }

    Evaluation evaluation() {
        double[] from = inSpace(estimate);
        double[] to = inSpace(known);
        int[] pixels = new int[from.length];
        int count = 0;
        long missed = 0;
        Window window = protocol.crop().window(known.size());
        FloatBuffer metres = known.values();
        for (int y = window.top(); y < window.bottom(); y++) {
            for (int x = window.left(); x < window.right(); x++) {
                int pixel = y * known.width() + x;
                if (Double.isNaN(to[pixel])
                        || !knownIsDisparity && !protocol.cap().contains(metres.get(pixel))) {
                    continue;
                }
                if (Double.isNaN(from[pixel])) {
                    missed++;
                } else {
                    pixels[count++] = pixel;
                }
            }
        }
        if (count == 0) {
            throw new IllegalArgumentException("No pixel has both an estimate and a known depth that counts; " + missed
                    + " have only the latter, under \"" + protocol.name() + "\"");
        }
        pixels = Arrays.copyOf(pixels, count);
        double[] x = at(pixels, from);
        double[] y = at(pixels, to);
        double[] truth = inDisparity && !knownIsDisparity ? at(pixels, known.values()) : y;
        Line line = Fit.of(protocol.aligner(), x, y);
        double[] aligned = aligned(from, line, truth);
        Scores scores = new Scores(protocol, count, missed, Errors.of(at(pixels, aligned), truth, x, y));
        return new Evaluation(scores, line, map(aligned));
    }

    /** The values of a map in the space of the protocol; what is not there, or not in front of the camera, is missing. */
    private double[] inSpace(DepthMap map) {
        FloatBuffer values = map.values();
        boolean inverse = inDisparity != map.kind().largerIsNearer();
        boolean positive = inverse || map == known;
        double[] found = new double[values.remaining()];
        for (int i = 0; i < found.length; i++) {
            float value = values.get(i);
            boolean usable = Float.isFinite(value) && (value > 0 || !positive);
            found[i] = usable ? inverse ? 1 / (double) value : value : Double.NaN;
        }
        return found;
    }

    private static double[] at(int[] pixels, double[] values) {
        return Arrays.stream(pixels).mapToDouble(pixel -> values[pixel]).toArray();
    }

    private static double[] at(int[] pixels, FloatBuffer values) {
        return Arrays.stream(pixels).mapToDouble(values::get).toArray();
    }

    /** The estimate in the units of what is known, within the clamp. */
    private double[] aligned(double[] from, Line line, double[] truth) {
        double near = protocol.clamp() == Clamp.CAP ? protocol.cap().near() : Double.NEGATIVE_INFINITY;
        double far = knownIsDisparity ? Double.POSITIVE_INFINITY : far(truth);
        double least = knownIsDisparity && protocol.clamp() == Clamp.FARTHEST_KNOWN
                ? Arrays.stream(truth).min().orElseThrow()
                : Double.NEGATIVE_INFINITY;
        double[] aligned = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            double value = line.at(from[i]);
            if (knownIsDisparity) {
                aligned[i] = Math.max(least, value);
            } else if (inDisparity) {
                // Disparities of nothing and less are behind the horizon, which the clamp brings to its far end.
                double disparity = far < Double.POSITIVE_INFINITY ? Math.max(1 / far, value) : value;
                aligned[i] = Math.max(near, 1 / disparity);
            } else {
                aligned[i] = Math.max(near, Math.min(far, value));
            }
        }
        return aligned;
    }

    private double far(double[] truth) {
        double farthest = Arrays.stream(truth).max().orElseThrow();
        return switch (protocol.clamp()) {
            case NONE -> Double.POSITIVE_INFINITY;
            case CAP -> protocol.cap().far();
            case FARTHEST_KNOWN -> farthest;
            case ROOM_OR_STREET -> farthest > ROOM ? STREET : ROOM;
        };
    }

    private DepthMap map(double[] aligned) {
        FloatPlane plane = FloatPlane.allocate(known.size());
        float[] values = plane.array();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) aligned[i];
        }
        return DepthMap.wrap(plane, known.kind()).withAxis(known.axis());
    }
}
