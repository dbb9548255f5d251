/** The guard: interleaved pairs of ours and a peer, whose ratio may not fall below a floor. */
@NullMarked
package io.depth4j.benchmarks.guard;

import org.jspecify.annotations.NullMarked;
