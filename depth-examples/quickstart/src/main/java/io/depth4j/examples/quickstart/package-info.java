/** Tiny programs that show the library at work. */
@NullMarked
package io.depth4j.examples.quickstart;

import org.jspecify.annotations.NullMarked;
