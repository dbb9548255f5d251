package io.depth4j.io;

import io.depth4j.DepthException;
import io.depth4j.DepthKind;
import io.depth4j.internal.depthfile.Claims;
import java.util.Optional;

/**
 * How a depth file is read. Kind and scale are for files that do not say theirs; what a file says goes before.
 *
 * @param limits what the file may ask for
 * @param kind what the numbers mean
 * @param scale which values the whole numbers of a PNG stand for
 */
public record DepthReadOptions(InputLimits limits, Optional<DepthKind> kind, Optional<DepthScale> scale) {

    private static final DepthReadOptions DEFAULTS =
            new DepthReadOptions(InputLimits.defaults(), Optional.empty(), Optional.empty());

    /** The default limits, and nothing known but what the file says. */
    public static DepthReadOptions defaults() {
        return DEFAULTS;
    }

    public DepthReadOptions withLimits(InputLimits newLimits) {
        return new DepthReadOptions(newLimits, kind, scale);
    }

    public DepthReadOptions withKind(DepthKind newKind) {
        return new DepthReadOptions(limits, Optional.of(newKind), scale);
    }

    public DepthReadOptions withScale(DepthScale newScale) {
        return new DepthReadOptions(limits, kind, Optional.of(newScale));
    }

    DepthKind requireKind(DepthFormat format) {
        return kind.orElseThrow(() -> new DepthException("This " + format + " does not say the kind of its depth;"
                + " give it with DepthReadOptions.withKind, METRIC for metres"));
    }

    DepthScale requireScale(DepthFormat format) {
        return scale.orElseThrow(() -> new DepthException("This " + format + " does not say the scale of its numbers;"
                + " give it with DepthReadOptions.withScale, such as MILLIMETRES, KITTI or TUM"));
    }

    Claims claims() {
        return new Claims(limits.pixels());
    }
}
