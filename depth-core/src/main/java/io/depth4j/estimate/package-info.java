/** More than one forward pass: clips, tiles, several networks, queues; each stands on {@link io.depth4j.DepthEstimator}. */
@NullMarked
package io.depth4j.estimate;

import org.jspecify.annotations.NullMarked;
