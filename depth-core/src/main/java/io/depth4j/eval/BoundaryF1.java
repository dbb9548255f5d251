package io.depth4j.eval;

import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import java.util.function.DoubleUnaryOperator;

/**
 * How well the edges of objects are placed, by Depth Pro's definition: two neighbours lie on an edge if one is nearer by more than
 * a ratio. Of the ratios from 1.05 to 1.25, ten, each gives an F1 over the four directions; their mean is weighted by the ratio.
 *
 * <p>No scale changes it, so nothing is aligned; maps of unknown shift must be, see {@link Evaluation#aligned()}. Neighbours of
 * which one has no known depth are passed over, and an edge is not found where the estimate is missing.
 */
public final class BoundaryF1 {

    private static final int RATIOS = 10;
    private static final double FIRST = 1.05;
    private static final double LAST = 1.25;

    /** Nothing is nearer than this, as in Depth Pro's evaluation. */
    private static final double NEAREST = 1e-6;

    private final DepthMap estimate;
    private final DepthMap known;

    private BoundaryF1(DepthMap estimate, DepthMap known) {
        this.estimate = estimate;
        this.known = known;
    }

    /**
     * Between 0 and 1, which is best; 0 where neither has an edge.
     *
     * @param estimate {@link DepthKind#METRIC} or {@link DepthKind#SCALE_INVARIANT}
     * @param known the same view in the same size, of one of the same kinds
     */
    public static double of(DepthMap estimate, DepthMap known) {
        if (!estimate.size().equals(known.size())) {
            throw new IllegalArgumentException("An estimate has the size of what is known, expected " + known.size()
                    + ", found " + estimate.size());
        }
        requireProportions(estimate);
        requireProportions(known);
        BoundaryF1 maps = new BoundaryF1(estimate, known);
        return weighted(maps::f1);
    }

    /** The mean over all ratios, weighted by them. */
    static double weighted(DoubleUnaryOperator ofRatio) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < RATIOS; i++) {
            double ratio = i == RATIOS - 1 ? LAST : FIRST + i * ((LAST - FIRST) / (RATIOS - 1));
            sum += ratio * ofRatio.applyAsDouble(ratio);
            weights += ratio;
        }
        return sum / weights;
    }

    static void requireProportions(DepthMap map) {
        if (map.kind() != DepthKind.METRIC && map.kind() != DepthKind.SCALE_INVARIANT) {
            throw new IllegalArgumentException("Edges are told by the ratio of depths, expected " + DepthKind.METRIC
                    + " or " + DepthKind.SCALE_INVARIANT + ", found " + map.kind() + "; align the map first");
        }
    }

    private double f1(double ratio) {
        double precision = 0;
        double recall = 0;
        for (int[] step : new int[][] {{-1, 0}, {0, -1}, {1, 0}, {0, 1}}) {
            Edges edges = edges(step[0], step[1], ratio);
            precision += (double) edges.hits / Math.max(1, edges.found) / 4;
            recall += (double) edges.hits / Math.max(1, edges.real) / 4;
        }
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /**
     * @param found in the estimate
     * @param real in what is known
     * @param hits in both
     */
    private record Edges(int found, int real, int hits) {}

    /** The edges at which the pixel is nearer than the neighbour one step away. */
    private Edges edges(int dx, int dy, double ratio) {
        int found = 0;
        int real = 0;
        int hits = 0;
        for (int y = Math.max(0, -dy); y < known.height() - Math.max(0, dy); y++) {
            for (int x = Math.max(0, -dx); x < known.width() - Math.max(0, dx); x++) {
                double truth = nearness(known, x, y) / nearness(known, x + dx, y + dy);
                if (Double.isNaN(truth)) {
                    continue;
                }
                boolean isFound = nearness(estimate, x, y) / nearness(estimate, x + dx, y + dy) > ratio;
                boolean isReal = truth > ratio;
                found += isFound ? 1 : 0;
                real += isReal ? 1 : 0;
                hits += isFound && isReal ? 1 : 0;
            }
        }
        return new Edges(found, real, hits);
    }

    static double nearness(DepthMap map, int x, int y) {
        return 1 / Math.max(NEAREST, map.at(x, y));
    }
}
