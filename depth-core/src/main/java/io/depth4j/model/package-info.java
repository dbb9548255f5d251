/** What networks need and mean: specs, the catalog of known networks, and the store of their files. */
@NullMarked
package io.depth4j.model;

import org.jspecify.annotations.NullMarked;
