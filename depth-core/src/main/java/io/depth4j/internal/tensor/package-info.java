/** From pictures to the tensors that networks read. */
@NullMarked
package io.depth4j.internal.tensor;

import org.jspecify.annotations.NullMarked;
