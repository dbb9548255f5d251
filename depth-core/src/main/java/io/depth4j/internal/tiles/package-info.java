/** Large pictures cut into overlapping tiles, and their maps joined again. */
@NullMarked
package io.depth4j.internal.tiles;

import org.jspecify.annotations.NullMarked;
