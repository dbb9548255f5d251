/** Text and marks beside pictures. */
@NullMarked
package io.depth4j.internal.draw;

import org.jspecify.annotations.NullMarked;
