package io.depth4j.eval;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthMap;
import io.depth4j.Image;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Runs estimators over pictures of which the order of some pixels is known. The estimate has the size of the picture. One sample
 * that fails does not stop the rest and is in the result with its reason.
 *
 * @param set its name
 * @param samples in the order in which they are measured
 * @param listener told after each sample, in the calling thread; what it throws ends the run
 */
public record OrdinalBenchmark(String set, List<OrdinalSample> samples, Consumer<BenchmarkProgress> listener) {

    public OrdinalBenchmark {
        Objects.requireNonNull(set, "set");
        samples = List.copyOf(samples);
        Objects.requireNonNull(listener, "listener");
    }

    public static OrdinalBenchmark of(String set, List<OrdinalSample> samples) {
        return new OrdinalBenchmark(set, samples, progress -> {});
    }

    public OrdinalBenchmark withListener(Consumer<BenchmarkProgress> newListener) {
        return new OrdinalBenchmark(set, samples, newListener);
    }

    /** Measures an estimator, which stays open. */
    public OrdinalResult run(DepthEstimator estimator) {
        List<OrdinalScore> results = new ArrayList<>();
        List<SampleFailure> failures = new ArrayList<>();
        for (OrdinalSample sample : samples) {
            try {
                results.add(score(estimator, sample));
            } catch (IOException | RuntimeException e) {
                failures.add(new SampleFailure(sample.id(), sample.source(), e));
            }
            listener.accept(new BenchmarkProgress(
                    results.size() + failures.size(), failures.size(), samples.size(), sample.id()));
        }
        return new OrdinalResult(estimator.model().id(), set, results, failures);
    }

    private static OrdinalScore score(DepthEstimator estimator, OrdinalSample sample) throws IOException {
        Image picture = sample.picture().read();
        for (OrdinalPair pair : sample.pairs()) {
            if (!pair.isWithin(picture.size())) {
                throw new IllegalArgumentException("Pairs lie in the picture of " + picture.size() + ", found " + pair);
            }
        }
        DepthMap map = estimator.estimate(picture);
        int ordered = 0;
        for (OrdinalPair pair : sample.pairs()) {
            ordered += pair.isOrderedIn(map) ? 1 : 0;
        }
        return new OrdinalScore(
                sample.id(), sample.source(), ordered, sample.pairs().size());
    }
}
