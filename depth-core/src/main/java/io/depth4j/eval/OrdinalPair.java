package io.depth4j.eval;

import io.depth4j.DepthMap;
import io.depth4j.Size;
import java.util.List;

/**
 * Two pixels of which one is known to be closer, as DA-2K annotates them.
 *
 * @param closerX column of the closer pixel
 * @param closerY its row
 * @param fartherX column of the other pixel
 * @param fartherY its row
 */
public record OrdinalPair(int closerX, int closerY, int fartherX, int fartherY) {

    /** Whether a map of any kind has the pair in its order; it has not if it is missing one of the pixels, or has them equal. */
    public boolean isOrderedIn(DepthMap map) {
        float closer = map.at(closerX, closerY);
        float farther = map.at(fartherX, fartherY);
        return map.kind().largerIsNearer() ? closer > farther : closer < farther;
    }

    boolean isWithin(Size size) {
        return isWithin(size, closerX, closerY) && isWithin(size, fartherX, fartherY);
    }

    private static boolean isWithin(Size size, int x, int y) {
        return x >= 0 && x < size.width() && y >= 0 && y < size.height();
    }

    /** The share of pairs whose order a map has, DA-2K's accuracy. */
    public static double accuracy(DepthMap map, List<OrdinalPair> pairs) {
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("An accuracy needs at least one pair, found none");
        }
        return (double) pairs.stream().filter(pair -> pair.isOrderedIn(map)).count() / pairs.size();
    }
}
