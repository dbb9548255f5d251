package io.depth4j.estimate;

import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.internal.guided.GuidedFilter;

/**
 * Brings a small map to the size of its picture, with the edges of depth on the edges of the picture.
 *
 * <p>A network sees a picture in a few hundred pixels; enlarged between neighbours, its edges are as wide as its pixels are.
 * Here depth follows the colours of the picture within small windows, after the guided filter of He, Sun and Tang in its fast
 * form. Where a picture shows no edge, or only texture, the result is about that between neighbours. An edge that the small map
 * blurs over several of its own pixels becomes sharper, not sharp; one that lies beside that of the picture is drawn there.
 *
 * <p>The map may be of any kind. A missing pixel counts for nothing, and stays missing. Time grows with the pixels and memory
 * with the widths: a photo of 100 million pixels needs little more than itself and its map.
 *
 * @param radius of the windows, in pixels of the small map
 * @param epsilon how much contrast it takes to be followed, squared: 0.01 stands for a tenth of the way from black to white
 */
public record GuidedUpsampling(int radius, double epsilon) {

    private static final GuidedUpsampling DEFAULTS = new GuidedUpsampling(1, 1e-4);

    public GuidedUpsampling {
        if (radius < 1) {
            throw new IllegalArgumentException("A window's radius is at least 1, found " + radius);
        }
        if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The contrast to follow is positive, found " + epsilon);
        }
    }

    /** Windows of three by three, contrast from a hundredth on. */
    public static GuidedUpsampling defaults() {
        return DEFAULTS;
    }

    public GuidedUpsampling withRadius(int newRadius) {
        return new GuidedUpsampling(newRadius, epsilon);
    }

    public GuidedUpsampling withEpsilon(double newEpsilon) {
        return new GuidedUpsampling(radius, newEpsilon);
    }

    /**
     * The map in the size of the picture that it belongs to: its camera resized with it, without its confidence.
     *
     * @param guide the whole picture, whatever its size
     */
    public DepthMap apply(DepthMap map, Image guide) {
        FloatPlane values = FloatPlane.allocate(guide.size());
        applyInto(map.toPlane(), guide, values);
        DepthMap large = DepthMap.wrap(values, map.kind()).withAxis(map.axis()).withSource(map.source());
        return map.camera()
                .map(camera -> large.withCamera(camera.resized(map.size(), guide.size())))
                .orElse(large);
    }

    /** Fills a plane of the guide's size. */
    public void applyInto(FloatPlane small, Image guide, FloatPlane dst) {
        if (!dst.size().equals(guide.size())) {
            throw new IllegalArgumentException(
                    "What a guide of " + guide.size() + " leads to has that size, found " + dst.size());
        }
        new GuidedFilter(radius, epsilon).fill(small, guide, dst);
    }
}
