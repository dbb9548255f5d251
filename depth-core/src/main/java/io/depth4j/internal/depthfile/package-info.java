/** How files keep planes of floats, and the notes beside them. Knows nothing of what a number means. */
@NullMarked
package io.depth4j.internal.depthfile;

import org.jspecify.annotations.NullMarked;
