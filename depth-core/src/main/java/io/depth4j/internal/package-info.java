/** What the rooms of this library share and nobody outside it should use. */
@NullMarked
package io.depth4j.internal;

import org.jspecify.annotations.NullMarked;
