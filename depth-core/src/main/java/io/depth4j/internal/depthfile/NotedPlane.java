package io.depth4j.internal.depthfile;

import io.depth4j.FloatPlane;
import java.util.Optional;

/**
 * The floats of a file, and the note that we leave in it.
 *
 * @param note its text, without what tells it from the notes of others
 */
public record NotedPlane(FloatPlane plane, Optional<String> note) {

    /** By what our note is told. */
    static final String OURS = "depth4j";
}
