/** Lines that bring the values of one map to those of another. */
@NullMarked
package io.depth4j.internal.align;

import org.jspecify.annotations.NullMarked;
