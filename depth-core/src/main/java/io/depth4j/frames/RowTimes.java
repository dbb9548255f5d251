package io.depth4j.frames;

import java.time.Instant;

/**
 * When a row came and when it was last replaced.
 *
 * @param depth the row's
 * @param created when there first was a row at this depth
 * @param updated when its pixels came
 */
public record RowTimes(double depth, Instant created, Instant updated) {}
