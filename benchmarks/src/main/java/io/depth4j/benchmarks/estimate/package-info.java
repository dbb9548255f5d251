/** What an estimate costs beside the network's own run, and what other ways to run the same network cost. */
@NullMarked
package io.depth4j.benchmarks.estimate;

import org.jspecify.annotations.NullMarked;
