package io.depth4j.estimate;

import io.depth4j.Cancellation;
import io.depth4j.DepthAxis;
import io.depth4j.DepthEstimator;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.FloatPlane;
import io.depth4j.FrameResizers;
import io.depth4j.Image;
import io.depth4j.ModelInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says what it was told to say. */
class GivenEstimator implements DepthEstimator {

    private final String id;
    private final DepthKind kind;
    private final DepthAxis axis;
    private final Function<Image, FloatPlane> network;
    private boolean closed;

    GivenEstimator(String id, DepthKind kind, DepthAxis axis, Function<Image, FloatPlane> network) {
        this.id = id;
        this.kind = kind;
        this.axis = axis;
        this.network = network;
    }

    GivenEstimator(String id, DepthKind kind, FloatPlane always) {
        this(id, kind, DepthAxis.Z, image -> always);
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public DepthMap estimate(Image image, EstimateOptions options) {
        if (closed) {
            throw new IllegalStateException("This estimator is closed");
        }
        FloatPlane said = network.apply(image);
        FloatPlane sized = options.size()
                .filter(size -> !size.equals(said.size()))
                .map(size -> FrameResizers.bilinear().resize(said, size))
                .orElse(said);
        return DepthMap.of(sized, kind).withAxis(axis);
    }

    @Override
    public List<DepthMap> estimateAll(List<Image> images, EstimateOptions options) {
        options.cancellation().ifPresent(Cancellation::check);
        return images.stream().map(image -> estimate(image, options)).toList();
    }

    @Override
    public void estimateInto(Image image, FloatPlane dst) {
        estimate(image).copyTo(dst);
    }

    @Override
    public ModelInfo model() {
        return new ModelInfo(id, id, kind, axis, "MIT", id + "-hash", "test", "CPU", Optional.empty());
    }

    @Override
    public void close() {
        closed = true;
    }
}
