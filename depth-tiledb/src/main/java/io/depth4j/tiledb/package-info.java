/** The frame store on 3-D TileDB arrays {@code [image_id, depth_index, pixel]}: ingestion, depth-range queries, compaction and time travel. */
@NullMarked
package io.depth4j.tiledb;

import org.jspecify.annotations.NullMarked;
