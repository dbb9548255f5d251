/** Scenes of known depth, for tests of whatever estimates, stores or shows depth. */
@NullMarked
package io.depth4j.testkit;

import org.jspecify.annotations.NullMarked;
