/**
 * The hot loops, over primitive arrays only: one sealed scalar and vector pair per family.
 *
 * <p>{@link io.depth4j.internal.kernel.Kernels} is the door. Only the {@code Vector…} classes and {@code Lanes} may name the
 * incubator module, so everything else loads without it.
 */
@NullMarked
package io.depth4j.internal.kernel;

import org.jspecify.annotations.NullMarked;
