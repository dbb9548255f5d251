package io.depth4j.eval;

/**
 * How far a {@link Benchmark} is.
 *
 * @param done samples, the failed ones among them
 * @param failed samples
 * @param total samples
 * @param last the id of the sample that was done last
 */
public record BenchmarkProgress(int done, int failed, int total, String last) {}
