/** Depth-indexed image rows: values, stores, reading of tables, ingestion and rendering. */
@NullMarked
package io.depth4j.frames;

import org.jspecify.annotations.NullMarked;
