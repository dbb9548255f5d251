package io.depth4j.estimate;

import io.depth4j.DepthEstimator;

/**
 * What a picture goes through besides the network.
 *
 * @param mirrored whether the network also sees the picture's mirror image, whose map is turned back, brought to the units of
 *     the first and averaged with it; it takes twice the time
 * @param guided whether the map is enlarged from the size that the network sees by {@link GuidedUpsampling}, and not between
 *     neighbours; it has no confidence then
 */
public record PassOptions(boolean mirrored, boolean guided) {

    private static final PassOptions DEFAULTS = new PassOptions(false, false);

    /** One pass, and nothing else. */
    public static PassOptions defaults() {
        return DEFAULTS;
    }

    public PassOptions withMirrored(boolean newMirrored) {
        return new PassOptions(newMirrored, guided);
    }

    public PassOptions withGuided(boolean newGuided) {
        return new PassOptions(mirrored, newGuided);
    }

    /** An estimator that works so; closing it closes the one it stands on. */
    public DepthEstimator over(DepthEstimator estimator) {
        DepthEstimator passes = mirrored ? new PassEstimator(estimator, new MirroredPass()) : estimator;
        return guided ? new PassEstimator(passes, new GuidedPass(GuidedUpsampling.defaults())) : passes;
    }
}
