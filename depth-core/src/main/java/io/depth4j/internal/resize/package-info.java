/** How pictures and planes are resized: a convention says the windows, a pass runs the kernels over one pair of sizes. */
@NullMarked
package io.depth4j.internal.resize;

import org.jspecify.annotations.NullMarked;
