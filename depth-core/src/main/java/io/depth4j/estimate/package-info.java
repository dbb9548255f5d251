/**
 * More than one forward pass: clips, tiles, several networks, queues; each stands on {@link io.depth4j.DepthEstimator}. And metres
 * for the maps that come out, from what is known of a scene.
 */
@NullMarked
package io.depth4j.estimate;

import org.jspecify.annotations.NullMarked;
