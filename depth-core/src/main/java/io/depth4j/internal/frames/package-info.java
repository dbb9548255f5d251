/** What stores of depth-indexed rows, and those who fill and draw them, have in common. */
@NullMarked
package io.depth4j.internal.frames;

import org.jspecify.annotations.NullMarked;
