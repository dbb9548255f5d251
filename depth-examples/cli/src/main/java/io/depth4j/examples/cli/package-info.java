/** The {@code depth} command: estimate, evaluate, models, colormaps, resize, frames, doctor. */
@NullMarked
package io.depth4j.examples.cli;

import org.jspecify.annotations.NullMarked;
