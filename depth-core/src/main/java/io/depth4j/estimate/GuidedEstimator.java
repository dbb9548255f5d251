package io.depth4j.estimate;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.FloatPlane;
import io.depth4j.FrameResizers;
import io.depth4j.Image;
import io.depth4j.ModelInfo;
import io.depth4j.Size;
import io.depth4j.internal.estimate.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Takes a map in the size that the network sees, and enlarges it along the edges of the picture. */
final class GuidedEstimator implements DepthEstimator {

    private final DepthEstimator estimator;
    private final GuidedUpsampling upsampling;
    private final Gate gate;

    GuidedEstimator(DepthEstimator estimator, GuidedUpsampling upsampling) {
        this.estimator = Objects.requireNonNull(estimator, "estimator");
        this.upsampling = upsampling;
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
                maps.add(guided(image, options.withCancellation(cancellation)));
            }
        });
        return List.copyOf(maps);
    }

    private DepthMap guided(Image image, EstimateOptions options) {
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
        return "Guided[" + estimator + "]";
    }
}
