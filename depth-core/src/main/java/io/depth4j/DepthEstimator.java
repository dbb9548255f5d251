package io.depth4j;

import java.util.List;

/**
 * Depth from single pictures by one network.
 *
 * <p>Safe for concurrent use: runs and scratch memory are bounded, further callers wait. The same picture gives the same map,
 * whatever runs beside it.
 */
public interface DepthEstimator extends AutoCloseable {

    /**
     * The depth of a picture.
     *
     * @throws StoppedException if a deadline or a cancellation ended it
     * @throws IllegalStateException if this estimator is closed
     */
    DepthMap estimate(Image image, EstimateOptions options);

    /** The depth of a picture, in the size of the picture. */
    default DepthMap estimate(Image image) {
        return estimate(image, EstimateOptions.defaults());
    }

    /** The depth of several pictures, in their order; pictures that the network sees in one size may share a run. */
    List<DepthMap> estimateAll(List<Image> images, EstimateOptions options);

    /** The depth of several pictures, each in the size of its picture. */
    default List<DepthMap> estimateAll(List<Image> images) {
        return estimateAll(images, EstimateOptions.defaults());
    }

    /** Fills a plane, whatever its size, with the values that {@link #estimate} would give; for loops that keep no maps. */
    void estimateInto(Image image, FloatPlane dst);

    /** The size in which the network sees a picture of this size: a map has no more detail than that. */
    default Size seen(Size picture) {
        return picture;
    }

    /** What runs here. */
    ModelInfo model();

    /** Waits for the estimates in flight, refuses new ones, and lets go of the network. A second call does nothing. */
    @Override
    void close();
}
