package io.depth4j.estimate;

import io.depth4j.DepthAxis;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.internal.align.LineFit;
import io.depth4j.internal.align.LineFit.Freedom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A map brought to the units of another of the same picture.
 *
 * @param values in those units; all missing if nothing in common told them
 * @param told how it was done
 */
record Alignment(float[] values, String told) {

    /**
     * Aligns by the line that most pixels agree with. Depth and disparity meet as disparity, if the depth has its zero at the
     * camera.
     */
    static Alignment of(DepthMap map, DepthMap reference, EnsembleOptions options) {
        requireCommonUnits(map.kind(), map.axis(), reference.kind(), reference.axis());
        if (!map.size().equals(reference.size())) {
            throw new IllegalArgumentException(
                    "Maps of one picture have one size, expected " + reference.size() + ", found " + map.size());
        }
        Optional<Freedom> freedom = freedom(map.kind(), reference.kind(), options);
        float[] values = map.toPlane().array();
        if (freedom.isEmpty()) {
            return new Alignment(values, "kept");
        }
        float[] target = reference.toPlane().array();
        boolean asDisparity = map.kind().largerIsNearer() || reference.kind().largerIsNearer();
        if (asDisparity && !map.kind().largerIsNearer()) {
            invert(values);
        }
        if (asDisparity && !reference.kind().largerIsNearer()) {
            invert(target);
        }
        Optional<LineFit> fit = LineFit.of(values, target, freedom.get(), options.tolerance());
        if (fit.isEmpty()) {
            Arrays.fill(values, Float.NaN);
            return new Alignment(values, "left out, it shares too few pixels with the first");
        }
        LineFit line = fit.get();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (line.scale() * values[i] + line.shift());
        }
        if (asDisparity && !reference.kind().largerIsNearer()) {
            invert(values);
        }
        return new Alignment(
                values,
                String.format(
                        Locale.ROOT,
                        "%sscale %.6g, shift %.6g, %.0f %% agree",
                        asDisparity ? "as disparity " : "",
                        line.scale(),
                        line.shift(),
                        100 * line.agreement()));
    }

    /** Throws unless a line can bring one kind to the other. */
    static void requireCommonUnits(DepthKind kind, DepthAxis axis, DepthKind referenceKind, DepthAxis referenceAxis) {
        if (axis != referenceAxis) {
            throw new IllegalArgumentException("The members of an ensemble measure along one axis, that of the first, "
                    + referenceAxis + "; found " + axis);
        }
        if (kind.largerIsNearer() && referenceKind == DepthKind.AFFINE_INVARIANT
                || kind == DepthKind.AFFINE_INVARIANT && referenceKind.largerIsNearer()) {
            throw new IllegalArgumentException(
                    "No line brings " + kind + " (" + kind.meaning() + ") to " + referenceKind
                            + " (" + referenceKind.meaning()
                            + "): one over depth is disparity only where depth has its zero at the"
                            + " camera, expected " + DepthKind.METRIC + ", " + DepthKind.SCALE_INVARIANT + " or "
                            + referenceKind + ", found " + kind);
        }
    }

    private static Optional<Freedom> freedom(DepthKind kind, DepthKind reference, EnsembleOptions options) {
        if (isAffine(kind) || isAffine(reference)) {
            return Optional.of(Freedom.SCALE_AND_SHIFT);
        }
        boolean metres = kind == DepthKind.METRIC && reference == DepthKind.METRIC;
        return metres && options.metric() == EnsembleOptions.MetricMembers.KEPT
                ? Optional.empty()
                : Optional.of(Freedom.SCALE);
    }

    private static boolean isAffine(DepthKind kind) {
        return kind == DepthKind.AFFINE_INVARIANT || kind == DepthKind.AFFINE_INVARIANT_INVERSE;
    }

    /** Depth for disparity, and disparity for depth; what is not in front of the camera is missing. */
    private static void invert(float[] values) {
        for (int i = 0; i < values.length; i++) {
            float inverse = 1 / values[i];
            values[i] = inverse > 0 && inverse < Float.POSITIVE_INFINITY ? inverse : Float.NaN;
        }
    }
}
