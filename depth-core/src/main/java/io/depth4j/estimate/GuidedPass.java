package io.depth4j.estimate;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.FrameResizers;
import io.depth4j.Image;
import io.depth4j.Size;

/** Takes a map in the size that the network sees, and enlarges it along the edges of the picture. */
record GuidedPass(GuidedUpsampling upsampling) implements PassEstimator.Pass {

    @Override
    public DepthMap run(DepthEstimator estimator, Image image, EstimateOptions options) {
        Size wanted = options.size().orElse(image.size());
        Size seen = estimator.seen(image.size());
        if (wanted.width() <= seen.width() && wanted.height() <= seen.height()) {
            return estimator.estimate(image, options);
        }
        DepthMap small = estimator.estimate(image, options.withSize(seen));
        Image guide = wanted.equals(image.size()) ? image : FrameResizers.area().resize(image, wanted);
        return upsampling.apply(small, guide);
    }

    @Override
    public String toString() {
        return "guided";
    }
}
