/** JMH benchmarks: each runs its peer beside ours in one process. */
@NullMarked
package io.depth4j.benchmarks;

import org.jspecify.annotations.NullMarked;
