package io.depth4j.estimate;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.ModelInfo;
import io.depth4j.Size;
import io.depth4j.internal.estimate.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** An estimator that does something round the runs of another, which it closes in the end. */
final class PassEstimator implements DepthEstimator {

    /** What is done round the runs for one picture. */
    interface Pass {
        DepthMap run(DepthEstimator estimator, Image image, EstimateOptions options);
    }

    private final DepthEstimator estimator;
    private final Pass pass;
    private final Gate gate;

    PassEstimator(DepthEstimator estimator, Pass pass) {
        this.estimator = Objects.requireNonNull(estimator, "estimator");
        this.pass = pass;
        this.gate = new Gate(Integer.MAX_VALUE, estimator::close);
    }

    @Override
    public DepthMap estimate(Image image, EstimateOptions options) {
        return estimateAll(List.of(image), options).get(0);
    }

    @Override
    public List<DepthMap> estimateAll(List<Image> images, EstimateOptions options) {
        List<DepthMap> maps = new ArrayList<>();
        gate.within(options, cancellation -> {
            for (Image image : images) {
                maps.add(pass.run(estimator, image, options.withCancellation(cancellation)));
            }
        });
        return List.copyOf(maps);
    }

    @Override
    public void estimateInto(Image image, FloatPlane dst) {
        estimate(image, EstimateOptions.defaults().withSize(dst.size())).copyTo(dst);
    }

    @Override
    public Size seen(Size picture) {
        return estimator.seen(picture);
    }

    @Override
    public ModelInfo model() {
        return estimator.model();
    }

    @Override
    public void close() {
        gate.close();
    }

    @Override
    public String toString() {
        return pass + " over " + estimator;
    }
}
