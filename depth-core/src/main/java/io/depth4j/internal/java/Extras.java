package io.depth4j.internal.java;

import io.depth4j.internal.kernel.NetActivation;
import java.util.Optional;

/**
 * What an operation does beside its own work.
 *
 * @param addend is added to the result
 * @param activation follows
 */
record Extras(Optional<Place> addend, NetActivation activation) {

    static final Extras NONE = new Extras(Optional.empty(), NetActivation.none());
}
