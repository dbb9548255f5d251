package io.depth4j.frames;

import java.time.Instant;

/**
 * A store in numbers.
 *
 * @param images how many
 * @param rows of all images
 * @param bytes that its rows take where they are kept
 * @param segments how many parts the rows lie in; compaction makes them fewer
 * @param commits how many there were
 * @param oldest the earliest moment that {@link FrameStore#at} can go back to
 */
public record StoreStats(long images, long rows, long bytes, long segments, long commits, Instant oldest) {}
