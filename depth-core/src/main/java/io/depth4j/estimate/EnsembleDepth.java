package io.depth4j.estimate;

import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import java.util.Objects;

/**
 * What several estimators say together.
 *
 * @param map the weighted median, in the units of the first member; its confidence is the share of the weight, 0 to 1, that is
 *     within the tolerance of it, and its source names the members and how they were aligned
 * @param disagreement how far the members are from the map, their weighted mean absolute deviation in the map's units; 0 where
 *     only one of them has a value, missing where the map is. A mean and no median, so that one member of three that sees
 *     something else does show
 */
public record EnsembleDepth(DepthMap map, FloatPlane disagreement) {

    public EnsembleDepth {
        Objects.requireNonNull(map, "map");
        Objects.requireNonNull(disagreement, "disagreement");
    }
}
