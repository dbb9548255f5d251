package io.depth4j;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Two numbers that turn the values of one depth map into metres, and how far to trust them.
 *
 * <p>With {@code v} a value of the map, metres are {@code scale · v + shift}; for a map of
 * {@link DepthKind#AFFINE_INVARIANT_INVERSE} they are {@code 1 / (scale · v + shift)}. A pixel whose result is not positive and
 * finite becomes missing. A calibration holds for the map it was made for; a network's next map may need another.
 *
 * @param kind the kind of map that it is for
 * @param scale positive
 * @param shift zero for kinds whose zero is known
 * @param residual the typical error in metres over the points it was made from, if there were any to spare
 * @param method how the numbers were found, in a few words
 */
public record Calibration(DepthKind kind, double scale, double shift, OptionalDouble residual, String method) {

    public Calibration {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(residual, "residual");
        Objects.requireNonNull(method, "method");
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A scale must be positive and finite, found " + scale);
        }
        if (!Double.isFinite(shift)) {
            throw new IllegalArgumentException("A shift must be finite, found " + shift);
        }
        boolean zeroIsKnown = kind == DepthKind.METRIC || kind == DepthKind.SCALE_INVARIANT;
        if (zeroIsKnown && shift != 0) {
            throw new IllegalArgumentException(
                    kind + " has its zero at the camera, so the shift must be 0, found " + shift);
        }
        if (residual.isPresent() && !(residual.getAsDouble() >= 0)) {
            throw new IllegalArgumentException("A residual cannot be negative, found " + residual.getAsDouble());
        }
    }

    /** A calibration whose numbers the caller knows. */
    public static Calibration of(DepthKind kind, double scale, double shift) {
        return new Calibration(kind, scale, shift, OptionalDouble.empty(), "given");
    }

    /** The map in metres. */
    public DepthMap apply(DepthMap map) {
        if (map.kind() != kind) {
            throw new IllegalArgumentException("This calibration is for " + kind + ", but the map is " + map.kind()
                    + " (" + map.kind().meaning() + ")");
        }
        float[] from = map.plane().array();
        FloatPlane metres = FloatPlane.allocate(map.size());
        float[] to = metres.array();
        for (int i = 0; i < from.length; i++) {
            double line = scale * from[i] + shift;
            float value = (float) (kind.largerIsNearer() ? 1 / line : line);
            to[i] = value > 0 && value < Float.POSITIVE_INFINITY ? value : Float.NaN;
        }
        String alignment = method + ": scale " + scale + ", shift " + shift;
        return map.withValues(metres, DepthKind.METRIC, map.source().withAlignment(alignment));
    }
}
