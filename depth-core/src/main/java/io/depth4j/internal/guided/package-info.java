/** Small planes brought to the size of a picture, their edges to the edges of the picture. */
@NullMarked
package io.depth4j.internal.guided;

import org.jspecify.annotations.NullMarked;
