/** How depth-indexed rows become pictures: even rows, values between colours, what stands beside. */
@NullMarked
package io.depth4j.internal.render;

import org.jspecify.annotations.NullMarked;
