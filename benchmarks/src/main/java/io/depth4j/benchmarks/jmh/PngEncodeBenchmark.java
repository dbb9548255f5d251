package io.depth4j.benchmarks.jmh;

import io.depth4j.benchmarks.contest.Pictures;
import io.depth4j.benchmarks.contest.PngEncode;
import java.nio.file.Path;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;

/** A picture of 1920×1080 to a PNG in memory. */
public class PngEncodeBenchmark extends ContestBenchmark<PngEncode> {

    @Override
    protected PngEncode make() {
        return new PngEncode(Pictures.in(data()));
    }

    @Benchmark
    public void imageIo() {
        contest.peer();
    }

    private static Optional<Path> data() {
        return Optional.of(System.getProperty("depth4j.data", ""))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
    }
}
