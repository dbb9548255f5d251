/** From JMH's JSON to the page of benchmarks. */
@NullMarked
package io.depth4j.benchmarks.report;

import org.jspecify.annotations.NullMarked;
