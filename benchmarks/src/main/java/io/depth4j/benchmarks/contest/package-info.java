/** What is measured: each operation beside its peers, over the same input, with their results compared. */
@NullMarked
package io.depth4j.benchmarks.contest;

import org.jspecify.annotations.NullMarked;
