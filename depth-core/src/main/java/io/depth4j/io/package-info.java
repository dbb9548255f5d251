/** Pictures and depth maps as files: reading within limits, writing, and what cameras noted. */
@NullMarked
package io.depth4j.io;

import org.jspecify.annotations.NullMarked;
