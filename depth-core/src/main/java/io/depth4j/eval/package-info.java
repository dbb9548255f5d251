/** How good a depth map is: errors against known depth, under a protocol that is part of every result. */
@NullMarked
package io.depth4j.eval;

import org.jspecify.annotations.NullMarked;
