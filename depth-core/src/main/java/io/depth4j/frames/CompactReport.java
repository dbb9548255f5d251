package io.depth4j.frames;

/**
 * What compaction did. What was replaced may stay until the next one, for those who read the past or have begun to read.
 *
 * @param segmentsBefore how many parts the rows lay in
 * @param segmentsAfter how many they lie in now
 * @param bytesBefore what these parts took
 * @param bytesAfter what they take now
 * @param orphans unfinished or unused parts that were removed
 */
public record CompactReport(long segmentsBefore, long segmentsAfter, long bytesBefore, long bytesAfter, long orphans) {}
