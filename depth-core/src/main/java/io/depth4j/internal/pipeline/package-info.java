/** How a watched folder becomes rows of a store: what has settled is taken, once, and put away. */
@NullMarked
package io.depth4j.internal.pipeline;

import org.jspecify.annotations.NullMarked;
