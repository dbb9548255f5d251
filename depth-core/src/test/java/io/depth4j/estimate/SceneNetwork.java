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
import io.depth4j.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What a network makes of a picture of an {@link LayeredScene}, or of a part of it: the truth in as many pixels as the network
 * sees, a slow error added, in units chosen anew for every part. The whole picture's units are the truth's.
 */
class SceneNetwork implements DepthEstimator {

    /** Pixels along the longer side of what the network sees. */
    static final int VIEW = 128;

    private final LayeredScene scene;
    private final Image picture;
    private final DepthKind kind;
    private final double error;
    private final List<EstimateOptions> calls = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean closed;

    /** @param error of the parts, at its largest, in metres */
    SceneNetwork(LayeredScene scene, Image picture, DepthKind kind, double error) {
        this.scene = scene;
        this.picture = picture;
        this.kind = kind;
        this.error = error;
    }

    @Override
    public DepthMap estimate(Image image, EstimateOptions options) {
        if (closed) {
            throw new IllegalStateException("This estimator is closed");
        }
        options.cancellation().ifPresent(Cancellation::check);
        calls.add(options);
        Size size = image.size();
        Size seen = new Size(
                Math.max(1, VIEW * size.width() / Math.max(size.width(), size.height())),
                Math.max(1, VIEW * size.height() / Math.max(size.width(), size.height())));
        FloatPlane plane = FrameResizers.area().resize(truth(image), seen);
        if (!isWhole(image)) {
            misjudge(plane, image.offset(0));
        }
        return DepthMap.wrap(
                FrameResizers.bilinear().resize(plane, options.size().orElse(size)), kind);
    }

    List<EstimateOptions> calls() {
        return List.copyOf(calls);
    }

    boolean isClosed() {
        return closed;
    }

    boolean isWhole(Image image) {
        return image.size().equals(picture.size());
    }

    /** A part of a picture shares its pixels, and so tells where it lies. */
    private FloatPlane truth(Image part) {
        int left = part.offset(0) % picture.rowStride() / picture.format().channels();
        int top = part.offset(0) / picture.rowStride();
        FloatPlane plane = FloatPlane.allocate(part.size());
        for (int y = 0, i = 0; y < part.height(); y++) {
            for (int x = 0; x < part.width(); x++, i++) {
                plane.array()[i] =
                        (float) scene.depth((left + x + 0.5) / picture.width(), (top + y + 0.5) / picture.height());
            }
        }
        return plane;
    }

    private void misjudge(FloatPlane plane, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double scale = Math.exp(random.nextDouble(-0.7, 0.7));
        boolean shifts = kind == DepthKind.AFFINE_INVARIANT || kind == DepthKind.AFFINE_INVARIANT_INVERSE;
        double shift = shifts ? random.nextDouble(-5, 5) : 0;
        double phase = random.nextDouble(6);
        double turn = random.nextDouble(3);
        for (int y = 0, i = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++, i++) {
                double along = Math.cos(turn) * x / plane.width() + Math.sin(turn) * y / plane.height();
                double value = plane.array()[i] + error * Math.sin(4 * along + phase);
                plane.array()[i] = (float) (scale * value + shift);
            }
        }
    }

    @Override
    public List<DepthMap> estimateAll(List<Image> images, EstimateOptions options) {
        return images.stream().map(image -> estimate(image, options)).toList();
    }

    @Override
    public void estimateInto(Image image, FloatPlane dst) {
        estimate(image, EstimateOptions.defaults().withSize(dst.size())).copyTo(dst);
    }

    @Override
    public ModelInfo model() {
        return new ModelInfo("scene", "Scene", kind, DepthAxis.Z, "none", "none", "test", "test", Optional.empty());
    }

    @Override
    public void close() {
        closed = true;
    }
}
