/** The JMH benchmarks, one class an operation. */
@NullMarked
package io.depth4j.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
