package io.depth4j.eval;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.Image;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Runs estimators over a set of samples. One sample after the other is read, estimated and measured; one that fails does not stop
 * the rest and is in the result with its reason.
 *
 * @param set of samples
 * @param protocol under which they are measured
 * @param listener told after each sample, in the calling thread; what it throws ends the run
 */
public record Benchmark(SampleSet set, Protocol protocol, Consumer<BenchmarkProgress> listener) {

    public Benchmark {
        Objects.requireNonNull(set, "set");
        Objects.requireNonNull(protocol, "protocol");
        Objects.requireNonNull(listener, "listener");
    }

    /** Under the {@linkplain Protocol#defaults() default protocol}. */
    public static Benchmark of(SampleSet set) {
        return new Benchmark(set, Protocol.defaults(), progress -> {});
    }

    public Benchmark withProtocol(Protocol newProtocol) {
        return new Benchmark(set, newProtocol, listener);
    }

    public Benchmark withListener(Consumer<BenchmarkProgress> newListener) {
        return new Benchmark(set, protocol, newListener);
    }

    /** Measures an estimator, which stays open. */
    public BenchmarkResult run(DepthEstimator estimator) {
        List<SampleResult> results = new ArrayList<>();
        List<SampleFailure> failures = new ArrayList<>();
        for (Sample sample : set.samples()) {
            try {
                results.add(new SampleResult(
                        sample.id(),
                        sample.source(),
                        evaluate(estimator, sample).scores()));
            } catch (IOException | RuntimeException e) {
                failures.add(new SampleFailure(sample.id(), sample.source(), e));
            }
            listener.accept(new BenchmarkProgress(
                    results.size() + failures.size(),
                    failures.size(),
                    set.samples().size(),
                    sample.id()));
        }
        return new BenchmarkResult(estimator.model().id(), set.name(), protocol, results, failures);
    }

    /**
     * Measures an estimator on one sample. The estimator brings its map to the size of the known one by its own way of resizing, and
     * is told the camera where the known map has one.
     */
    public Evaluation evaluate(DepthEstimator estimator, Sample sample) throws IOException {
        Image picture = sample.picture();
        DepthMap known = sample.known();
        EstimateOptions sized = EstimateOptions.defaults().withSize(known.size());
        EstimateOptions options = known.camera()
                .map(camera -> sized.withCamera(camera.resized(known.size(), picture.size())))
                .orElse(sized);
        return protocol.evaluate(estimator.estimate(picture, options), known);
    }
}
