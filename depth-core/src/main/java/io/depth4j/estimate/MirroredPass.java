package io.depth4j.estimate;

import io.depth4j.Camera;
import io.depth4j.DepthEstimator;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.Size;
import java.util.List;

/**
 * The mean of what a network says of a picture and of its mirror image: what it favours on one side, it takes back on the other.
 * Kind, camera and confidence are those of the picture as it is.
 */
final class MirroredPass implements PassEstimator.Pass {

    private static final double[] WEIGHTS = {1, 1};

    @Override
    public DepthMap run(DepthEstimator estimator, Image image, EstimateOptions options) {
        if (options.camera().isEmpty()) {
            // One call, for a network that takes both in one run.
            List<DepthMap> both = estimator.estimateAll(List.of(image, mirror(image)), options);
            return mean(both.get(0), both.get(1));
        }
        Camera camera = mirror(options.camera().get(), image.size());
        return mean(estimator.estimate(image, options), estimator.estimate(mirror(image), options.withCamera(camera)));
    }

    private static DepthMap mean(DepthMap straight, DepthMap mirrored) {
        DepthMap turned = mirrored.withValues(mirror(mirrored.toPlane()));
        Alignment alignment = Alignment.of(turned, straight, EnsembleOptions.defaults());
        List<float[]> both = List.of(straight.toPlane().array(), alignment.values());
        FloatPlane values = WeightedMedian.of(straight.size(), both, WEIGHTS, 0).values();
        String told = "mean with the mirror image: " + alignment.told();
        return straight.withValues(values).withSource(straight.source().withAlignment(told));
    }

    private static Image mirror(Image image) {
        Image mirrored = Image.allocate(image.size(), image.format());
        int channels = image.format().channels();
        byte[] row = new byte[image.rowBytes()];
        for (int y = 0; y < image.height(); y++) {
            image.readRow(y, row, 0);
            int to = mirrored.offset(y);
            for (int x = row.length - channels; x >= 0; x -= channels) {
                for (int c = 0; c < channels; c++) {
                    mirrored.array()[to++] = row[x + c];
                }
            }
        }
        return mirrored;
    }

    private static FloatPlane mirror(FloatPlane plane) {
        FloatPlane mirrored = FloatPlane.allocate(plane.size());
        int width = plane.width();
        for (int row = 0; row < plane.size().pixels(); row += width) {
            for (int x = 0; x < width; x++) {
                mirrored.array()[row + x] = plane.array()[row + width - 1 - x];
            }
        }
        return mirrored;
    }

    private static Camera mirror(Camera camera, Size size) {
        return new Camera(camera.fx(), camera.fy(), size.width() - camera.cx(), camera.cy(), camera.origin());
    }

    @Override
    public String toString() {
        return "mirrored";
    }
}
