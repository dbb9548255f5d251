/** Tells where the shots of a clip begin. */
@NullMarked
package io.depth4j.internal.video;

import org.jspecify.annotations.NullMarked;
