/** The HTTP service with its jobs and web page. */
@NullMarked
package io.depth4j.examples.server;

import org.jspecify.annotations.NullMarked;
