package io.depth4j.estimate;

import io.depth4j.Camera;
import io.depth4j.Cancellation;
import io.depth4j.DepthEstimator;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.FloatPlane;
import io.depth4j.FrameResizers;
import io.depth4j.Image;
import io.depth4j.ModelInfo;
import io.depth4j.Size;
import io.depth4j.internal.align.LineFit.Freedom;
import io.depth4j.internal.estimate.Gate;
import io.depth4j.internal.tiles.Span;
import io.depth4j.internal.tiles.TileJoin;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Estimates large pictures tile by tile, for detail that a network misses which sees all of them in a few hundred pixels.
 *
 * <p>The whole picture is estimated first and says how things lie to one another. Then overlapping tiles are: each is brought to
 * the whole picture's units by the line that most of its pixels agree with (a scale alone for maps that have no shift of their
 * own, see {@link DepthKind}), follows the whole picture over wide distances, and fades into its neighbours, so that no seam is
 * seen. A tile that disagrees with the whole, as one of bare sky or wall may, is left as the whole picture has it. A picture no
 * larger than a tile is estimated as ever.
 *
 * <p>Detail comes from tiles in which a network still knows what it sees: those of half a picture's width help more than many
 * small ones.
 *
 * <p>A run for every tile takes its time; memory does not grow beyond the picture, its map and a row of tiles. With a map of
 * another size, the picture is resized to that first. Maps have no confidence. Deadline and cancellation are for the whole.
 *
 * <p>Safe for several threads. Closing this closes the estimator under it.
 */
public final class Tiles implements DepthEstimator {

    private final DepthEstimator estimator;
    private final TileOptions options;
    private final Gate gate;

    private Tiles(DepthEstimator estimator, TileOptions options) {
        this.estimator = Objects.requireNonNull(estimator, "estimator");
        this.options = Objects.requireNonNull(options, "options");
        this.gate = new Gate(Integer.MAX_VALUE, estimator::close);
    }

    /** An estimator of large pictures that runs this one, and closes it in the end. */
    public static Tiles over(DepthEstimator estimator) {
        return over(estimator, TileOptions.defaults());
    }

    /** An estimator of large pictures that runs this one, and closes it in the end. */
    public static Tiles over(DepthEstimator estimator, TileOptions options) {
        return new Tiles(estimator, options);
    }

    @Override
    public DepthMap estimate(Image image, EstimateOptions estimate) {
        return estimateAll(List.of(image), estimate).get(0);
    }

    @Override
    public List<DepthMap> estimateAll(List<Image> images, EstimateOptions estimate) {
        Objects.requireNonNull(estimate, "estimate");
        List<Image> pictures = List.copyOf(images);
        List<DepthMap> maps = new ArrayList<>();
        gate.within(estimate, cancellation -> {
            for (Image picture : pictures) {
                cancellation.check();
                maps.add(map(picture, estimate, cancellation));
            }
        });
        return List.copyOf(maps);
    }

    @Override
    public void estimateInto(Image image, FloatPlane dst) {
        gate.within(EstimateOptions.defaults(), cancellation -> {
            if (isOneTile(dst.size())) {
                estimator.estimateInto(image, dst);
            } else {
                Image picture = resized(image, dst.size());
                join(picture, picture, Optional.empty(), cancellation, dst);
            }
        });
    }

    private DepthMap map(Image image, EstimateOptions estimate, Cancellation cancellation) {
        Size size = estimate.size().orElse(image.size());
        if (isOneTile(size)) {
            return estimator.estimate(image, options(size, estimate.camera(), cancellation));
        }
        FloatPlane values = FloatPlane.allocate(size);
        return join(resized(image, size), image, estimate.camera(), cancellation, values);
    }

    private boolean isOneTile(Size size) {
        return size.width() <= options.side() && size.height() <= options.side();
    }

    private static Image resized(Image image, Size size) {
        return image.size().equals(size) ? image : FrameResizers.area().resize(image, size);
    }

    /**
     * Fills {@code dst}, which is as large as the picture.
     *
     * @param original what the picture was resized from, which the camera belongs to
     */
    private DepthMap join(
            Image picture, Image original, Optional<Camera> camera, Cancellation cancellation, FloatPlane dst) {
        Size size = picture.size();
        int overlap = Math.max(1, (int) Math.round(options.overlap() * options.side()));
        List<Span> columns = Span.cover(size.width(), options.side(), overlap);
        List<Span> rows = Span.cover(size.height(), options.side(), overlap);
        int all = Math.addExact(1, Math.multiplyExact(columns.size(), rows.size()));
        DepthMap whole = estimator.estimate(original, options(small(size), camera, cancellation));
        options.progress().at(1, all);
        Optional<Camera> here = camera.map(given -> given.resized(original.size(), size));
        TileJoin join = new TileJoin(whole.toPlane(), freedom(whole.kind()), dst);
        int done = 1;
        for (Span down : rows) {
            for (Span across : columns) {
                cancellation.check();
                join.add(across, down, tile(picture, across, down, here, cancellation));
                options.progress().at(++done, all);
            }
            join.finishRow(down);
        }
        DepthMap map = DepthMap.wrap(dst, whole.kind())
                .withAxis(whole.axis())
                .withSource(whole.source()
                        .withAlignment("tiles to the whole picture: " + join.joined() + " joined, " + join.left()
                                + " left as there"));
        return whole.camera()
                .map(found -> map.withCamera(found.resized(whole.size(), size)))
                .orElse(map);
    }

    private FloatPlane tile(Image picture, Span across, Span down, Optional<Camera> camera, Cancellation cancellation) {
        Size size = new Size(across.length(), down.length());
        Optional<Camera> there = camera.map(whole -> new Camera(
                whole.fx(), whole.fy(), whole.cx() - across.start(), whole.cy() - down.start(), whole.origin()));
        Image region = picture.region(across.start(), down.start(), size);
        return estimator.estimate(region, options(size, there, cancellation)).toPlane();
    }

    /** The whole picture's map needs no more pixels than a tile has a side. */
    private Size small(Size size) {
        double factor = (double) options.side() / Math.max(size.width(), size.height());
        return new Size((int) Math.max(1, Math.round(size.width() * factor)), (int)
                Math.max(1, Math.round(size.height() * factor)));
    }

    private static EstimateOptions options(Size size, Optional<Camera> camera, Cancellation cancellation) {
        return new EstimateOptions(Optional.of(size), camera, Optional.empty(), Optional.of(cancellation));
    }

    private static Freedom freedom(DepthKind kind) {
        return switch (kind) {
            case AFFINE_INVARIANT, AFFINE_INVARIANT_INVERSE -> Freedom.SCALE_AND_SHIFT;
            case METRIC, SCALE_INVARIANT -> Freedom.SCALE;
        };
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
        return "Tiles[" + options.side() + "×" + options.side() + " over " + estimator + "]";
    }
}
