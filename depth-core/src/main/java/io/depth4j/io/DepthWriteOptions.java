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
 * @param packing how OpenEXR, TIFF and NPZ keep pixels; PNG packs always, PFM and NPY never
 */
public record DepthWriteOptions(Optional<DepthScale> scale, Misfit misfit, Packing packing) {

    /** What becomes of values that the format cannot hold. */
    public enum Misfit {
        /** The map is not written. */
        REFUSE,
        /** They become the nearest value that the format holds; never a missing one. */
        CLIP
    }

    /** How pixels are kept. */
    public enum Packing {
        /** As they are. */
        NONE,
        /** By deflate, which loses nothing. */
        ZIP
    }

    private static final DepthWriteOptions DEFAULTS =
            new DepthWriteOptions(Optional.empty(), Misfit.REFUSE, Packing.ZIP);

    /** The scale that suits the kind; values that do not fit are refused; packed where the format can. */
    public static DepthWriteOptions defaults() {
        return DEFAULTS;
    }

    public DepthWriteOptions withScale(DepthScale newScale) {
        return new DepthWriteOptions(Optional.of(newScale), misfit, packing);
    }

    public DepthWriteOptions withMisfit(Misfit newMisfit) {
        return new DepthWriteOptions(scale, newMisfit, packing);
    }

    public DepthWriteOptions withPacking(Packing newPacking) {
        return new DepthWriteOptions(scale, misfit, newPacking);
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
