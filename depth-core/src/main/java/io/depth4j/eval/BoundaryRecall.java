package io.depth4j.eval;

import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.Size;

/**
 * How much of an object's outline is found, by Depth Pro's definition for pictures of which only a mask of the object is known. Of
 * the ratios from 1.05 to 1.25, ten, each gives the share of the outline's pixels, over the four directions, at which the estimate
 * has an edge; their mean is weighted by the ratio. Of neighbouring edges in a row of pixels across the outline only the steepest
 * counts, so that a smear finds less than a cut.
 */
public final class BoundaryRecall {

    /** More than this of a pixel belongs to the object. */
    private static final float OBJECT = 0.1f;

    private final DepthMap estimate;
    private final FloatPlane alpha;

    private BoundaryRecall(DepthMap estimate, FloatPlane alpha) {
        this.estimate = estimate;
        this.alpha = alpha;
    }

    /**
     * Between 0 and 1, which is best; 0 where the mask has no outline.
     *
     * @param estimate of a kind that {@link BoundaryF1} takes
     * @param alpha how much of each pixel the object covers, from 0 to 1; a pixel of more than 0.1 belongs to it
     */
    public static double of(DepthMap estimate, FloatPlane alpha) {
        if (!estimate.size().equals(alpha.size())) {
            throw new IllegalArgumentException(
                    "An estimate has the size of the mask, expected " + alpha.size() + ", found " + estimate.size());
        }
        BoundaryF1.requireProportions(estimate);
        BoundaryRecall maps = new BoundaryRecall(estimate, alpha);
        return BoundaryF1.weighted(maps::recall);
    }

    private double recall(double ratio) {
        return (recall(-1, 0, ratio) + recall(0, -1, ratio) + recall(1, 0, ratio) + recall(0, 1, ratio)) / 4;
    }

    /** Of the outline's pixels whose neighbour one step away lies outside. */
    private double recall(int dx, int dy, double ratio) {
        Size size = alpha.size();
        boolean rows = dx != 0;
        int lines = rows ? size.height() : size.width();
        int length = rows ? size.width() : size.height();
        int first = Math.max(0, -(dx + dy));
        int end = length - Math.max(0, dx + dy);
        int real = 0;
        int hits = 0;
        for (int line = 0; line < lines; line++) {
            int steepest = -1;
            double steepness = 0;
            for (int i = first; i <= end; i++) {
                double step = i < end ? step(rows ? i : line, rows ? line : i, dx, dy) : 0;
                if (step > ratio) {
                    if (step > steepness) {
                        steepest = i;
                        steepness = step;
                    }
                } else if (steepness > 0) {
                    hits += isOutline(rows ? steepest : line, rows ? line : steepest, dx, dy) ? 1 : 0;
                    steepness = 0;
                }
                real += i < end && isOutline(rows ? i : line, rows ? line : i, dx, dy) ? 1 : 0;
            }
        }
        return (double) hits / Math.max(1, real);
    }

    private double step(int x, int y, int dx, int dy) {
        return BoundaryF1.nearness(estimate, x, y) / BoundaryF1.nearness(estimate, x + dx, y + dy);
    }

    private boolean isOutline(int x, int y, int dx, int dy) {
        return alpha.at(x, y) > OBJECT && !(alpha.at(x + dx, y + dy) > OBJECT);
    }
}
