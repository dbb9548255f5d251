package io.depth4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.depth4j.Cancellation;
import io.depth4j.DepthEstimator;
import io.depth4j.DepthEstimators;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.FloatPlane;
import io.depth4j.Image;
import io.depth4j.Size;
import io.depth4j.StoppedException;
import io.depth4j.model.ModelSpec;
import io.depth4j.model.SizeRule;
import io.depth4j.spi.Availability;
import io.depth4j.spi.DepthBackend;
import io.depth4j.spi.Network;
import io.depth4j.spi.NetworkOptions;
import io.depth4j.spi.NetworkSource;
import io.depth4j.spi.ProviderInfo;
import io.depth4j.spi.Tensor;
import io.depth4j.spi.TensorInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many callers, few places, ends in the middle. */
@Timeout(60)
class EstimatorLifeTest {

    private static final ModelSpec EXACT = SmallNetworks.spec(SizeRule.of(SizeRule.Mode.EXACT, 1, 1));
    private static final int SIDE = 512;

    private static DepthBackend onnx() {
        return ServiceLoader.load(DepthBackend.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(backend -> backend.name().equals("onnx"))
                .findFirst()
                .orElseThrow();
    }

    /** The real engine, with a look at what is asked of it. */
    private static final class Watched implements DepthBackend, Network {

        private final DepthBackend engine = onnx();
        private final List<Integer> batches = new ArrayList<>();
        private final AtomicInteger running = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final AtomicInteger closed = new AtomicInteger();
        private Runnable beforeRun = () -> {};
        private Network network;

        @Override
        public String name() {
            return "watched";
        }

        @Override
        public Availability probe() {
            return engine.probe();
        }

        @Override
        public Network open(NetworkSource source, NetworkOptions options) {
            network = engine.open(source, options);
            return this;
        }

        @Override
        public List<TensorInfo> inputs() {
            return network.inputs();
        }

        @Override
        public List<TensorInfo> outputs() {
            return network.outputs();
        }

        @Override
        public Map<String, String> metadata() {
            return network.metadata();
        }

        @Override
        public ProviderInfo provider() {
            return network.provider();
        }

        @Override
        public Map<String, Tensor.Floats> run(
                Map<String, Tensor> inputs, Set<String> outputs, Cancellation cancellation) {
            synchronized (batches) {
                batches.add(inputs.get("image").shape().get(0));
            }
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            try {
                beforeRun.run();
                return network.run(inputs, outputs, cancellation);
            } finally {
                running.decrementAndGet();
            }
        }

        @Override
        public void close() {
            assertThat(running).hasValue(0);
            closed.incrementAndGet();
            network.close();
        }
    }

    private static DepthEstimators.Builder mean(Watched watched, Object batch) {
        return DepthEstimators.builder(
                        SmallNetworks.mean(batch, "height", "width").bytes())
                .spec(EXACT)
                .backend(watched);
    }

    @Test
    void picturesOfOneSizeShareARunAndGetWhatTheyGetAlone() throws IOException {
        Watched watched = new Watched();
        List<Image> images = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            images.add(SmallNetworks.noise(i % 3 == 0 ? new Size(24, 16) : new Size(16, 24), i));
        }
        try (DepthEstimator estimator = mean(watched, "batch").open()) {
            List<DepthMap> together = estimator.estimateAll(images);
            assertThat(watched.batches).containsExactlyInAnyOrder(7, 8, 6);
            for (int i = 0; i < images.size(); i++) {
                DepthMap alone = estimator.estimate(images.get(i));
                assertThat(together.get(i).toPlane().sameAs(alone.toPlane()))
                        .as("picture %d", i)
                        .isTrue();
            }
            assertThat(estimator.estimateAll(List.of())).isEmpty();
        }
    }

    @Test
    void aNetworkForSinglePicturesGetsSinglePictures() throws IOException {
        Watched watched = new Watched();
        try (DepthEstimator estimator = mean(watched, 1).open()) {
            estimator.estimateAll(
                    List.of(SmallNetworks.noise(new Size(8, 8), 1), SmallNetworks.noise(new Size(8, 8), 2)));
        }
        assertThat(watched.batches).containsExactly(1, 1);
    }

    @Test
    void eightThreadsGetWhatOneGets() throws Exception {
        Watched watched = new Watched();
        List<Image> images = IntStream.range(0, 40)
                .mapToObj(i -> SmallNetworks.noise(new Size(20 + i % 5, 30 - i % 7), i))
                .toList();
        try (DepthEstimator estimator = mean(watched, 1).runs(3).open()) {
            List<FloatPlane> expected = images.stream()
                    .map(image -> estimator.estimate(image).toPlane())
                    .toList();
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                int first = t;
                work.add(() -> {
                    boolean same = true;
                    for (int i = 0; i < 200; i++) {
                        int k = (first * 5 + i) % images.size();
                        same &= estimator.estimate(images.get(k)).toPlane().sameAs(expected.get(k));
                    }
                    return same;
                });
            }
            assertThat(together(work)).containsOnly(true);
        }
        assertThat(watched.most.get()).isBetween(1, 3);
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(work)) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aDeadlineEndsARunInFlightAndTheNextOneRuns() throws IOException {
        Image image = SmallNetworks.noise(new Size(SIDE, SIDE), 1);
        try (DepthEstimator estimator = slow()) {
            long start = System.nanoTime();
            assertThatThrownBy(() ->
                            estimator.estimate(image, EstimateOptions.defaults().withDeadline(Duration.ofMillis(100))))
                    .isInstanceOf(StoppedException.class)
                    .hasMessageContaining("100");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(whole(estimator, image).dividedBy(2));
        }
    }

    /** What it takes when nobody ends it. */
    private static Duration whole(DepthEstimator estimator, Image image) {
        long start = System.nanoTime();
        assertThat(estimator.estimate(image).size()).isEqualTo(image.size());
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static DepthEstimator slow() throws IOException {
        return DepthEstimators.open(
                SmallNetworks.slow(400, SIDE).bytes(), SmallNetworks.spec(SizeRule.squash(SIDE, SIDE)));
    }

    @Test
    void cancellingEndsARunInFlightAndAWaitForAPlace() throws Exception {
        Image image = SmallNetworks.noise(new Size(8, 8), 1);
        Watched watched = new Watched();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        watched.beforeRun = () -> {
            inside.countDown();
            await(go);
        };
        Cancellation first = new Cancellation();
        Cancellation second = new Cancellation();
        try (DepthEstimator estimator = mean(watched, 1).runs(1).open()) {
            ExecutorService threads = Executors.newFixedThreadPool(2);
            Future<DepthMap> running = threads.submit(
                    () -> estimator.estimate(image, EstimateOptions.defaults().withCancellation(first)));
            await(inside);
            Future<DepthMap> waiting = threads.submit(
                    () -> estimator.estimate(image, EstimateOptions.defaults().withCancellation(second)));
            second.cancel();
            assertThatThrownBy(waiting::get).hasCauseInstanceOf(StoppedException.class);
            first.cancel();
            go.countDown();
            assertThatThrownBy(running::get).hasCauseInstanceOf(StoppedException.class);
            watched.beforeRun = () -> {};
            assertThat(estimator.estimate(image).size()).isEqualTo(image.size());
            assertThatThrownBy(() ->
                            estimator.estimate(image, EstimateOptions.defaults().withCancellation(first)))
                    .isInstanceOf(StoppedException.class);
            threads.shutdown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void closingUnderLoadWaitsForWhatIsInFlightAndRefusesTheRest() throws Exception {
        for (int round = 0; round < 20; round++) {
            Watched watched = new Watched();
            DepthEstimator estimator = mean(watched, 1).runs(2).open();
            Image image = SmallNetworks.noise(new Size(64, 64), round);
            FloatPlane expected = estimator.estimate(image).toPlane();
            CountDownLatch started = new CountDownLatch(8);
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                work.add(() -> {
                    started.countDown();
                    try {
                        while (estimator.estimate(image).toPlane().sameAs(expected)) {
                            Thread.onSpinWait();
                        }
                        return false;
                    } catch (IllegalStateException closed) {
                        return closed.getMessage().contains("closed");
                    }
                });
            }
            work.add(() -> {
                await(started);
                estimator.close();
                return watched.closed.get() == 1;
            });
            assertThat(together(work)).containsOnly(true);
            estimator.close();
            assertThat(watched.closed).hasValue(1);
            assertThatThrownBy(() -> estimator.estimate(image)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void anEstimatorMayBeClosedFromWithinAnEstimate() throws IOException {
        Watched watched = new Watched();
        DepthEstimator estimator = mean(watched, 1).open();
        Image image = SmallNetworks.noise(new Size(8, 8), 1);
        watched.beforeRun = estimator::close;

        assertThat(estimator.estimate(image).size()).isEqualTo(image.size());

        assertThat(watched.closed).hasValue(1);
        assertThatThrownBy(() -> estimator.estimate(image)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void openingRunsNothing() throws IOException {
        Watched watched = new Watched();
        try (DepthEstimator estimator = mean(watched, 1).open()) {
            assertThat(estimator.model().id()).isEqualTo("mean");
            assertThat(watched.batches).isEmpty();
        }
    }

    @Test
    void thePictureAloneDecidesTheBits() throws IOException {
        String data = System.getProperty("depth4j.data", "");
        assumeTrue(!data.isBlank(), "-Ddepth4j.data names no folder with a network");
        Path file = Path.of(data, "models", "fastdepth-224.onnx");
        Image image = SmallNetworks.noise(new Size(320, 240), 1);
        Image other = SmallNetworks.noise(new Size(199, 301), 2);
        try (DepthEstimator one = DepthEstimators.open(file);
                DepthEstimator another = DepthEstimators.open(file)) {
            FloatPlane first = one.estimate(image).toPlane();
            for (int i = 0; i < 20; i++) {
                assertThat(one.estimate(other).size()).isEqualTo(other.size());
                assertThat(one.estimate(image).toPlane().sameAs(first)).isTrue();
                assertThat(another.estimate(image).toPlane().sameAs(first)).isTrue();
            }
        }
    }

    @Test
    void aFailingRunGivesItsPlaceBack() throws IOException {
        Watched watched = new Watched();
        Image image = SmallNetworks.noise(new Size(8, 8), 1);
        try (DepthEstimator estimator = mean(watched, 1).runs(1).open()) {
            watched.beforeRun = () -> {
                throw new OutOfMemoryError("none left, says the test");
            };
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> estimator.estimate(image)).isInstanceOf(OutOfMemoryError.class);
            }
            watched.beforeRun = () -> {};
            assertThat(estimator.estimate(image).size()).isEqualTo(image.size());
        }
    }

    @Test
    void aPlaneOfAnySizeIsFilledWithWhatAMapOfThatSizeHolds() throws IOException {
        Image image = SmallNetworks.noise(new Size(40, 30), 1);
        try (DepthEstimator estimator = mean(new Watched(), 1).open()) {
            for (Size size : List.of(new Size(40, 30), new Size(7, 90), new Size(1, 1))) {
                FloatPlane plane = FloatPlane.allocate(size);
                estimator.estimateInto(image, plane);
                assertThat(plane.sameAs(estimator
                                .estimate(image, EstimateOptions.defaults().withSize(size))
                                .toPlane()))
                        .isTrue();
            }
        }
    }

    @Test
    void aDeadlineMayLieBeyondAllTimeAndRightAhead() throws IOException {
        Image image = SmallNetworks.noise(new Size(40, 30), 1);
        try (DepthEstimator estimator = mean(new Watched(), 1).open()) {
            for (Duration far : List.of(Duration.ofDays(365), Duration.ofSeconds(Long.MAX_VALUE))) {
                assertThat(estimator
                                .estimate(image, EstimateOptions.defaults().withDeadline(far))
                                .size())
                        .isEqualTo(image.size());
            }
        }
        try (DepthEstimator estimator = slow()) {
            assertThatThrownBy(() ->
                            estimator.estimate(image, EstimateOptions.defaults().withDeadline(Duration.ofNanos(1))))
                    .isInstanceOf(StoppedException.class)
                    .hasMessageContaining("1 ns");
        }
    }

    @Test
    void theCallersReasonIsToldBesideADeadline() throws IOException {
        Cancellation cancellation = new Cancellation();
        Watched watched = new Watched();
        watched.beforeRun = () -> cancellation.cancel("nobody looks any more");
        try (DepthEstimator estimator = mean(watched, 1).open()) {
            assertThatThrownBy(() -> estimator.estimate(
                            SmallNetworks.noise(new Size(8, 8), 1),
                            EstimateOptions.defaults()
                                    .withDeadline(Duration.ofHours(1))
                                    .withCancellation(cancellation)))
                    .isInstanceOf(StoppedException.class)
                    .hasMessageContaining("nobody looks any more");
        }
    }

    @Test
    void largePicturesShareNoRun() throws IOException {
        Watched watched = new Watched();
        Image large = SmallNetworks.noise(new Size(2000, 1500), 1);
        Image small = SmallNetworks.noise(new Size(20, 15), 1);
        try (DepthEstimator estimator = mean(watched, "batch").open()) {
            estimator.estimateAll(List.of(large, small, large, small));
        }
        assertThat(watched.batches).containsExactly(1, 2, 1);
    }
}
