/** The {@code depth} command: one class a command, {@link io.depth4j.examples.cli.Main} before them. */
@NullMarked
package io.depth4j.examples.cli;

import org.jspecify.annotations.NullMarked;
