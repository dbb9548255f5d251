package io.depth4j.benchmarks.jmh;

import io.depth4j.benchmarks.contest.Colorize;
import org.openjdk.jmh.annotations.Benchmark;

/** A million grey pixels to colours. */
public class ColorizeBenchmark extends ContestBenchmark<Colorize> {

    @Override
    protected Colorize make() {
        return new Colorize();
    }

    @Benchmark
    public void openCv() {
        contest.peer();
    }
}
