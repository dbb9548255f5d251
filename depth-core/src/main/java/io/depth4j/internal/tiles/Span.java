package io.depth4j.internal.tiles;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the stretches that a length is covered with, all equally long and each overlapping the one before.
 *
 * @param start of the stretch
 * @param length of the stretch
 * @param joint how far it overlaps the stretches before it; 0 for the first
 */
public record Span(int start, int length, int joint) {

    /** Covers {@code total} with as few stretches as overlap at least so much; they lie evenly. */
    public static List<Span> cover(int total, int side, int overlap) {
        if (total <= side) {
            return List.of(new Span(0, total, 0));
        }
        int gaps = (total - overlap - 1) / (side - overlap);
        List<Span> spans = new ArrayList<>();
        int end = 0;
        for (int i = 0; i <= gaps; i++) {
            int start = (int) ((long) i * (total - side) / gaps);
            spans.add(new Span(start, side, Math.max(0, end - start)));
            end = start + side;
        }
        return spans;
    }

    public int end() {
        return start + length;
    }

    /** How much this stretch counts at a place of its own, beside those before it: rises smoothly from 0 to 1 over the joint. */
    public float share(int place) {
        if (place >= joint) {
            return 1;
        }
        double t = (place + 0.5) / joint;
        return (float) (t * t * (3 - 2 * t));
    }
}
