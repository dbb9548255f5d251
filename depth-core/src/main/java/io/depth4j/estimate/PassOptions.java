package io.depth4j.estimate;

import io.depth4j.DepthEstimator;

/**
 * What a picture goes through besides the network.
 *
 * @param mirrored whether the network also sees the picture's mirror image, whose map is turned back, brought to the units of
 *     the first and averaged with it; it takes twice the time
 */
public record PassOptions(boolean mirrored) {

    private static final PassOptions DEFAULTS = new PassOptions(false);

    /** One pass, and nothing else. */
    public static PassOptions defaults() {
        return DEFAULTS;
    }

    public PassOptions withMirrored(boolean newMirrored) {
        return new PassOptions(newMirrored);
    }

    /** An estimator that works so; closing it closes the one it stands on. */
    public DepthEstimator over(DepthEstimator estimator) {
        return mirrored ? new MirroredEstimator(estimator) : estimator;
    }
}
