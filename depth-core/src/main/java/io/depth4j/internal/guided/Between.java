package io.depth4j.internal.guided;

/** Where each of many positions lies between few, the ends of both grids on one another. */
final class Between {

    /** The one before each, and how far on the way to the next it is, from 0 to 1. */
    final int[] first;

    final float[] share;

    Between(int few, int many) {
        first = new int[many];
        share = new float[many];
        for (int i = 0; i < many; i++) {
            double at = Math.max(0, Math.min((i + 0.5) * few / many - 0.5, few - 1));
            first[i] = Math.max(0, Math.min((int) at, few - 2));
            share[i] = (float) (at - first[i]);
        }
    }
}
