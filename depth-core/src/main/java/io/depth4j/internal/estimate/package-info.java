/** From a picture to a network's input, and from its output to a depth map. */
@NullMarked
package io.depth4j.internal.estimate;

import org.jspecify.annotations.NullMarked;
