/** How an engine that runs networks is plugged in. Engines are found by {@link java.util.ServiceLoader}. */
@NullMarked
package io.depth4j.spi;

import org.jspecify.annotations.NullMarked;
