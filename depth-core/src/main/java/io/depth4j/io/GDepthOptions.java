package io.depth4j.io;

import io.depth4j.Range;
import io.depth4j.io.DepthWriteOptions.Misfit;
import java.util.Optional;

/**
 * How depth is written into a JPEG.
 *
 * @param spread which depths its 65536 steps stand for
 * @param range from the nearest to the farthest depth; without one, the map's own
 * @param misfit what becomes of depths outside of the range, infinite ones among them
 * @param jpeg how a photo is written that is no JPEG yet
 */
public record GDepthOptions(Spread spread, Optional<Range> range, Misfit misfit, JpegOptions jpeg) {

    /** Which depths the steps stand for. */
    public enum Spread {
        /** Steps of equal disparity, finer near the camera: what the specification recommends. */
        INVERSE,
        /** Steps of equal depth. */
        LINEAR
    }

    private static final GDepthOptions DEFAULTS =
            new GDepthOptions(Spread.INVERSE, Optional.empty(), Misfit.REFUSE, JpegOptions.defaults());

    public GDepthOptions {
        range.ifPresent(GDepthOptions::requireDepths);
    }

    /** Steps of equal disparity over the map's own range, and the default quality for photos. */
    public static GDepthOptions defaults() {
        return DEFAULTS;
    }

    public GDepthOptions withSpread(Spread newSpread) {
        return new GDepthOptions(newSpread, range, misfit, jpeg);
    }

    public GDepthOptions withRange(Range newRange) {
        return new GDepthOptions(spread, Optional.of(newRange), misfit, jpeg);
    }

    public GDepthOptions withMisfit(Misfit newMisfit) {
        return new GDepthOptions(spread, range, newMisfit, jpeg);
    }

    public GDepthOptions withJpeg(JpegOptions newJpeg) {
        return new GDepthOptions(spread, range, misfit, newJpeg);
    }

    private static void requireDepths(Range range) {
        if (!(range.low() > 0 && range.low() < range.high())) {
            throw new IllegalArgumentException("GDepth runs from a near above 0 to a far beyond it, found "
                    + range.low() + " and " + range.high());
        }
    }
}
