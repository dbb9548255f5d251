package io.depth4j.benchmarks.jmh;

import io.depth4j.benchmarks.contest.RangeScan;
import org.openjdk.jmh.annotations.Benchmark;

/** The smallest and the largest of a million floats. */
public class RangeScanBenchmark extends ContestBenchmark<RangeScan> {

    @Override
    protected RangeScan make() {
        return new RangeScan();
    }

    @Benchmark
    public void openCv() {
        contest.peer();
    }
}
