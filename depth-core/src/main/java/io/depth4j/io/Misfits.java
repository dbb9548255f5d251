package io.depth4j.io;

import io.depth4j.DepthMap;

/** Counts the values of a map that a format cannot hold. */
final class Misfits {

    private final DepthMap map;
    private int count;
    private int first;

    Misfits(DepthMap map) {
        this.map = map;
    }

    void add(int index) {
        if (count == 0) {
            first = index;
        }
        count++;
    }

    /** Refuses the map if any value was added; {@code holds} is a sentence on what the format can hold. */
    void refuse(String holds) {
        if (count > 0) {
            int x = first % map.width();
            int y = first / map.width();
            throw new IllegalArgumentException(holds + " or Misfit.CLIP. Found " + map.at(x, y) + " at (" + x + ", " + y
                    + "); of " + map.size().pixels() + " values " + count + " do not fit");
        }
    }
}
