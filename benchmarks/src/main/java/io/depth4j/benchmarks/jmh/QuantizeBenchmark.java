package io.depth4j.benchmarks.jmh;

import io.depth4j.benchmarks.contest.Quantize;
import org.openjdk.jmh.annotations.Benchmark;

/** A million floats to bytes between their smallest and their largest. */
public class QuantizeBenchmark extends ContestBenchmark<Quantize> {

    @Override
    protected Quantize make() {
        return new Quantize();
    }

    @Benchmark
    public void openCv() {
        contest.peer();
    }
}
