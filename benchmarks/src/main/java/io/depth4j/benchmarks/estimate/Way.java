package io.depth4j.benchmarks.estimate;

/** One way to get depth from the picture, or a part of one. */
interface Way extends AutoCloseable {

    String name();

    /** Does it once. */
    void run() throws Exception;

    /** From the next run on, times count. */
    default void settled() {}

    /** Some number of the result, by which wrong results are told from right ones; 0 where there is none. */
    double result() throws Exception;

    @Override
    void close() throws Exception;
}
