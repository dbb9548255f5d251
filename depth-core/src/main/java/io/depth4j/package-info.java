/**
 * The values and the interfaces: pictures in, depth maps out, rows resized, depths coloured.
 *
 * <p>Carriers ({@link io.depth4j.Image}, {@link io.depth4j.FloatPlane}, {@link io.depth4j.DepthMap}) have a fixed shape over
 * primitive arrays. No method writes an argument that is not named {@code dst}, and none keeps one after it returns.
 */
@NullMarked
package io.depth4j;

import org.jspecify.annotations.NullMarked;
