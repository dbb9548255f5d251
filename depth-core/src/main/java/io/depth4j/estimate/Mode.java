package io.depth4j.estimate;

import io.depth4j.DepthEstimator;

/** Named sets of options for an estimator: more time for a better map. */
public enum Mode {
    /** One pass: the network as it is. */
    FAST(PassOptions.defaults()),
    /** One pass, and depth edges on the edges of the picture. */
    BALANCED(PassOptions.defaults().withGuided(true)),
    /** The picture and its mirror image, and depth edges on the edges of the picture. */
    QUALITY(PassOptions.defaults().withMirrored(true).withGuided(true));

    private final PassOptions options;

    Mode(PassOptions options) {
        this.options = options;
    }

    /** What this name stands for. */
    public PassOptions options() {
        return options;
    }

    /** An estimator that works so; closing it closes the one it stands on. */
    public DepthEstimator over(DepthEstimator estimator) {
        return options.over(estimator);
    }
}
