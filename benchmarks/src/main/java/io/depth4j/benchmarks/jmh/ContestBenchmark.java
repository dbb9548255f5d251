package io.depth4j.benchmarks.jmh;

import io.depth4j.benchmarks.contest.Contest;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What all benchmarks share: results are compared before anything is measured, and a plain copy of the same bytes runs beside
 * them. Each benchmark adds its peers.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public abstract class ContestBenchmark<C extends Contest> {

    protected C contest;

    protected abstract C make();

    @Setup
    public void prepare() {
        contest = make();
        contest.agreement().orThrow();
    }

    @Benchmark
    public void ours() {
        contest.ours();
    }

    @Benchmark
    public void copy() {
        contest.copy();
    }
}
