/** Stores of depth-indexed rows beside SQLite. */
@NullMarked
package io.depth4j.benchmarks.frames;

import org.jspecify.annotations.NullMarked;
