package io.depth4j.benchmarks.jmh;

import io.depth4j.benchmarks.contest.Resize;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** 1024 rows of 200 bytes to 150 each. */
public class RowResizeBenchmark extends ContestBenchmark<Resize> {

    @Param({"bilinear", "pillowBilinear", "scipySpline3"})
    public String resizer;

    @Override
    protected Resize make() {
        return Resize.rows(resizer);
    }

    @Benchmark
    public void openCv() {
        contest.peer();
    }

    @Benchmark
    public void javaAwt() {
        contest.javaAwt();
    }
}
