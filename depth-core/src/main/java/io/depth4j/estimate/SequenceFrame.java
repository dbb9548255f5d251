package io.depth4j.estimate;

import io.depth4j.DepthMap;
import io.depth4j.Range;
import java.util.Objects;

/**
 * One frame of a clip.
 *
 * @param index of the frame in its clip, from 0
 * @param map of this frame, in the units of its shot; its source tells how it was aligned
 * @param range that the frames of the shot share so far; it only ever grows, and settles soon
 * @param cut whether a new shot begins here, whose maps need not agree with those before
 */
public record SequenceFrame(long index, DepthMap map, Range range, boolean cut) {

    public SequenceFrame {
        Objects.requireNonNull(map, "map");
        Objects.requireNonNull(range, "range");
    }
}
