package io.depth4j.io;

import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.Range;
import java.util.Optional;

/**
 * How a depth file is written.
 *
 * @param scale which values the whole numbers of a PNG stand for. Without one, metres are written as millimetres, and every
 *     other kind is spread over the map's own range
 * @param misfit what becomes of values that the format cannot hold
 */
public record DepthWriteOptions(Optional<DepthScale> scale, Misfit misfit) {

    /** What becomes of values that the format cannot hold. */
    public enum Misfit {
        /** The map is not written. */
        REFUSE,
        /** They become the nearest value that the format holds; never a missing one. */
        CLIP
    }

    private static final DepthWriteOptions DEFAULTS = new DepthWriteOptions(Optional.empty(), Misfit.REFUSE);

    /** The scale that suits the kind; values that do not fit are refused. */
    public static DepthWriteOptions defaults() {
        return DEFAULTS;
    }

    public DepthWriteOptions withScale(DepthScale newScale) {
        return new DepthWriteOptions(Optional.of(newScale), misfit);
    }

    public DepthWriteOptions withMisfit(Misfit newMisfit) {
        return new DepthWriteOptions(scale, newMisfit);
    }

    DepthScale scaleFor(DepthMap map) {
        return scale.orElseGet(() -> {
            if (map.kind() == DepthKind.METRIC) {
                return DepthScale.MILLIMETRES;
            }
            Range range = Range.minMax(map);
            // A map without values needs no range of its own.
            return DepthScale.between(range.isEmpty() ? Range.of(0, 1) : range);
        });
    }
}
