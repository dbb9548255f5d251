/** The program in {@code benchmarks.jar}: the guard, the measuring run and the page made of it. */
@NullMarked
package io.depth4j.benchmarks;

import org.jspecify.annotations.NullMarked;
