package io.depth4j.benchmarks.jmh;

import io.depth4j.benchmarks.contest.Resize;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** A picture of 1920×1080 and three channels to 518×294. */
public class PictureResizeBenchmark extends ContestBenchmark<Resize> {

    @Param({"nearest", "bilinear", "bicubic", "area"})
    public String resizer;

    @Override
    protected Resize make() {
        return Resize.picture(resizer);
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
