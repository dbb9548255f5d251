package io.depth4j.estimate;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.Range;
import io.depth4j.internal.align.LineFit;
import io.depth4j.internal.align.LineFit.Freedom;
import io.depth4j.internal.video.Thumbnail;
import java.util.Objects;
import java.util.Optional;

/**
 * The depth of a clip, frame after frame, without the flicker that a network which sees single pictures leaves.
 *
 * <p>Such a network chooses scale and shift anew for every picture. Here each map is brought to the units of its shot by the
 * line that most pixels agree with; what moves does not count. The reference is a frame of the shot, and moves on to a later
 * one only when the picture has become another, so that a still camera never drifts. A camera that travels leaves its first
 * reference behind: neighbouring frames still agree, but the units of a long shot walk. Where pictures change from one to the
 * next, a new shot begins with units and a range of its own.
 *
 * <p>Maps of {@link DepthKind#SCALE_INVARIANT} are scaled and not shifted; those of {@link DepthKind#METRIC} stay as they are,
 * unless {@link SequenceOptions#metric()} says otherwise. The estimator stays the caller's, who closes it.
 *
 * <p>Safe for several threads, but frames are taken in the order of the calls: who wants them estimated side by side estimates
 * first and hands the maps to {@link #next(Image, DepthMap)} in their order.
 */
public final class DepthSequence {

    /** The share of the picture that must look as it did in the reference for that to stay one. */
    private static final double LOYALTY = 0.5;

    private final DepthEstimator estimator;
    private final SequenceOptions options;
    private Optional<Shot> shot = Optional.empty();
    private long frames;

    private DepthSequence(DepthEstimator estimator, SequenceOptions options) {
        this.estimator = Objects.requireNonNull(estimator, "estimator");
        this.options = Objects.requireNonNull(options, "options");
    }

    /** A clip that begins with the next frame. */
    public static DepthSequence of(DepthEstimator estimator) {
        return of(estimator, SequenceOptions.defaults());
    }

    /** A clip that begins with the next frame. */
    public static DepthSequence of(DepthEstimator estimator, SequenceOptions options) {
        return new DepthSequence(estimator, options);
    }

    /** The next frame. One that cannot be estimated is no frame of the clip: the one after it takes its place. */
    public SequenceFrame next(Image image) {
        return next(image, EstimateOptions.defaults());
    }

    /** The next frame. One that cannot be estimated is no frame of the clip: the one after it takes its place. */
    public synchronized SequenceFrame next(Image image, EstimateOptions estimate) {
        return next(image, estimator.estimate(image, estimate));
    }

    /**
     * The next frame, whose depth was estimated before.
     *
     * @throws IllegalArgumentException if the map has not the size and kind of the maps before it in the shot
     */
    public synchronized SequenceFrame next(Image image, DepthMap map) {
        Thumbnail seen = Thumbnail.of(image);
        boolean cut = shot.isPresent() && shot.get().seen.difference(seen) >= options.cut();
        if (shot.isEmpty() || cut) {
            shot = Optional.of(new Shot(map, frames, seen));
        } else {
            shot.get().add(map, seen);
        }
        Shot now = shot.get();
        return new SequenceFrame(frames++, now.latest, now.range, cut);
    }

    private Optional<Freedom> freedom(DepthKind kind) {
        return switch (kind) {
            case AFFINE_INVARIANT, AFFINE_INVARIANT_INVERSE -> Optional.of(Freedom.SCALE_AND_SHIFT);
            case SCALE_INVARIANT -> Optional.of(Freedom.SCALE);
            case METRIC ->
                options.metric() == SequenceOptions.MetricFrames.SCALED ? Optional.of(Freedom.SCALE) : Optional.empty();
        };
    }

    /** A frame of a shot: its picture, and its depth in the units of the shot. */
    private record Held(Thumbnail picture, FloatPlane values) {}

    /** What the frames since the last cut have in common. */
    private final class Shot {

        private final long start;
        private final Optional<Freedom> freedom;
        private Thumbnail seen;
        private Held reference;
        private Held before;
        private LineFit line = new LineFit(1, 0, 1);
        private DepthMap latest;
        private Range range;

        Shot(DepthMap first, long start, Thumbnail picture) {
            this.start = start;
            seen = picture;
            freedom = freedom(first.kind());
            latest = freedom.isPresent()
                    ? first.withSource(first.source().withAlignment("none: a shot begins here"))
                    : first;
            reference = new Held(picture, first.toPlane());
            before = reference;
            range = percentiles(first);
        }

        void add(DepthMap map, Thumbnail picture) {
            if (!map.size().equals(latest.size()) || map.kind() != latest.kind()) {
                throw new IllegalArgumentException("The maps of a shot are of one size and kind, here " + latest.size()
                        + " and " + latest.kind() + ", found " + map.size() + " and " + map.kind());
            }
            seen = picture;
            latest = freedom.isPresent() ? aligned(map, freedom.get()) : map;
            range = range.union(percentiles(latest));
        }

        private DepthMap aligned(DepthMap map, Freedom allowed) {
            if (seen.inCommon(reference.picture()) < LOYALTY) {
                reference = before;
            }
            FloatPlane own = map.toPlane();
            Optional<LineFit> found = LineFit.of(own.array(), reference.values().array(), allowed, options.tolerance());
            // A frame that shares no pixel with the reference keeps the line of the frame before it.
            line = found.orElse(line);
            FloatPlane values = onLine(own);
            if (values.missing() < values.size().pixels()) {
                before = new Held(seen, values);
                if (found.isEmpty()) {
                    reference = before;
                }
            }
            String alignment =
                    (found.isPresent() ? "to the shot from frame " : "as the frame before, in the shot from ") + start
                            + ": scale " + line.scale() + ", shift " + line.shift();
            return map.withValues(values).withSource(map.source().withAlignment(alignment));
        }

        private FloatPlane onLine(FloatPlane plane) {
            FloatPlane moved = FloatPlane.allocate(plane.size());
            float[] from = plane.array();
            float[] to = moved.array();
            for (int i = 0; i < from.length; i++) {
                to[i] = (float) (line.scale() * from[i] + line.shift());
            }
            return moved;
        }

        private Range percentiles(DepthMap map) {
            return Range.percentiles(map, options.lowPercent(), options.highPercent());
        }
    }
}
