package io.depth4j.eval;

import io.depth4j.DepthAxis;
import io.depth4j.DepthEstimator;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.ModelInfo;
import io.depth4j.Size;
import java.util.List;
import java.util.Optional;

/**
 * What anybody can say of a photo without a look at it: the lower, the nearer. A network that does no better has seen nothing, so
 * its figures stand beside those of this one.
 */
public final class VerticalRamp implements DepthEstimator {

    private static final ModelInfo MODEL = new ModelInfo(
            "vertical-ramp",
            "Vertical ramp, no network",
            DepthKind.AFFINE_INVARIANT_INVERSE,
            DepthAxis.Z,
            "none needed",
            "",
            "java",
            "CPU",
            Optional.empty());

    public VerticalRamp() {}

    @Override
    public DepthMap estimate(Image image, EstimateOptions options) {
        Size size = options.size().orElse(image.size());
        FloatPlane disparity = FloatPlane.allocate(size);
        fill(disparity);
        return DepthMap.wrap(disparity, MODEL.kind());
    }

    @Override
    public List<DepthMap> estimateAll(List<Image> images, EstimateOptions options) {
        return images.stream().map(image -> estimate(image, options)).toList();
    }

    @Override
    public void estimateInto(Image image, FloatPlane dst) {
        fill(dst);
    }

    private static void fill(FloatPlane dst) {
        for (int y = 0; y < dst.height(); y++) {
            for (int x = 0; x < dst.width(); x++) {
                dst.set(x, y, (y + 0.5f) / dst.height());
            }
        }
    }

    @Override
    public ModelInfo model() {
        return MODEL;
    }

    /** Does nothing: there is nothing to let go of, and it can be used again. */
    @Override
    public void close() {}
}
