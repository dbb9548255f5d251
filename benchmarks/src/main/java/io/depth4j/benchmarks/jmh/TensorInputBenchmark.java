package io.depth4j.benchmarks.jmh;

import io.depth4j.Size;
import io.depth4j.benchmarks.contest.TensorInput;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** A picture of 1920×1080 to the normalised planes that a network reads. */
public class TensorInputBenchmark extends ContestBenchmark<TensorInput> {

    @Param({"bilinear", "bicubic", "area"})
    public String interpolation;

    @Param({"518x294", "924x518"})
    public String size;

    @Override
    protected TensorInput make() {
        String[] sides = size.split("x");
        return TensorInput.by(interpolation, new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1])));
    }

    @Benchmark
    public void openCv() {
        contest.peer();
    }

    @Benchmark
    public void openCvSplit() {
        contest.splitAndConvert();
    }
}
