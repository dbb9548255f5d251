package io.depth4j.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.depth4j.Cancellation;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.StoppedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DepthPipelineTest {

    private static final PipelineOptions ONE_BY_ONE =
            PipelineOptions.defaults().withWorkers(1).withCapacity(1);

    private final ControlledEstimator estimator = new ControlledEstimator();

    /** A picture of one pixel, whose map the estimator makes of it. */
    private static Image picture(int gray) {
        return Image.wrap(new Size(1, 1), PixelFormat.GRAY8, new byte[] {(byte) gray});
    }

    private static float depth(CompletableFuture<DepthMap> future) {
        return future.join().at(0, 0);
    }

    @Test
    void everyPictureGetsItsOwnMap() {
        estimator.letAllThrough();
        List<CompletableFuture<DepthMap>> futures = new ArrayList<>();
        try (DepthPipeline pipeline = DepthPipeline.over(estimator)) {
            for (int i = 0; i < 200; i++) {
                futures.add(pipeline.submit(picture(i)));
            }
        }

        for (int i = 0; i < 200; i++) {
            assertThat(futures.get(i)).isDone();
            assertThat(depth(futures.get(i))).isEqualTo(i);
        }
    }

    @Test
    void asManyPicturesRunAsThereAreWorkers() throws InterruptedException {
        try (DepthPipeline pipeline =
                DepthPipeline.over(estimator, PipelineOptions.defaults().withWorkers(3))) {
            for (int i = 0; i < 4; i++) {
                CompletableFuture<DepthMap> unused = pipeline.submit(picture(i));
            }
            estimator.awaitBegun(3);

            assertThat(pipeline.progress()).isEqualTo(new PipelineProgress(4, 1, 3, 0, 0, 0));
            estimator.letAllThrough();
        }
        assertThat(estimator.mostAtOnce()).isEqualTo(3);
    }

    @Test
    void submitWaitsWhileTheQueueIsFull() throws Exception {
        try (DepthPipeline pipeline = DepthPipeline.over(estimator, ONE_BY_ONE)) {
            fill(pipeline);
            Caller caller = Caller.of(() -> pipeline.submit(picture(3)).join());
            caller.awaitWaiting();
            assertThat(pipeline.trySubmit(picture(4))).isEmpty();
            assertThat(pipeline.progress().submitted()).isEqualTo(2);

            estimator.letThrough(1);
            estimator.awaitBegun(1);
            estimator.letAllThrough();

            assertThat(caller.result()).isEmpty();
            assertThat(pipeline.progress()).isEqualTo(new PipelineProgress(3, 0, 0, 3, 0, 0));
        }
    }

    /** One picture runs, another waits. */
    private List<CompletableFuture<DepthMap>> fill(DepthPipeline pipeline) throws InterruptedException {
        CompletableFuture<DepthMap> first = pipeline.submit(picture(1));
        estimator.awaitBegun(1);
        return List.of(first, pipeline.submit(picture(2)));
    }

    @Test
    void aWaitForRoomEndsWithAnInterruptACancellationOrADeadline() throws Exception {
        Cancellation cancellation = new Cancellation();
        EstimateOptions hurried = EstimateOptions.defaults().withDeadline(Duration.ofMillis(20));
        EstimateOptions cancellable = EstimateOptions.defaults().withCancellation(cancellation);
        try (DepthPipeline pipeline = DepthPipeline.over(estimator, ONE_BY_ONE)) {
            fill(pipeline);
            Caller interrupted = Caller.of(() -> submit(pipeline, picture(3)));
            Caller cancelled = Caller.of(() -> submit(pipeline, picture(4), cancellable));
            interrupted.awaitWaiting();
            cancelled.awaitWaiting();

            interrupted.interrupt();
            cancellation.cancel();

            assertThat(interrupted.result())
                    .containsInstanceOf(StoppedException.class)
                    .get()
                    .asString()
                    .contains("its thread was interrupted while it waited");
            assertThat(cancelled.result()).containsInstanceOf(StoppedException.class);
            assertThatThrownBy(() -> pipeline.submit(picture(5), hurried))
                    .isInstanceOf(StoppedException.class)
                    .hasMessage("The work was stopped: its deadline of 20 ms has passed");
            assertThatThrownBy(() -> pipeline.trySubmit(picture(6), cancellable))
                    .isInstanceOf(StoppedException.class);
            assertThat(pipeline.progress().submitted()).isEqualTo(2);
            estimator.letAllThrough();
        }
        assertThat(estimator.seen()).containsExactly(1, 2);
    }

    @Test
    void cancellingAWaitingFutureTakesThePictureOutOfTheQueue() throws Exception {
        try (DepthPipeline pipeline = DepthPipeline.over(estimator, ONE_BY_ONE)) {
            CompletableFuture<DepthMap> waiting = fill(pipeline).get(1);

            assertThat(waiting.cancel(false)).isTrue();
            Optional<CompletableFuture<DepthMap>> next = pipeline.trySubmit(picture(3));

            assertThat(next).as("a picture in the place that became free").isPresent();
            assertThat(pipeline.progress()).isEqualTo(new PipelineProgress(3, 1, 1, 0, 0, 1));
            estimator.letAllThrough();
            assertThat(depth(next.orElseThrow())).isEqualTo(3);
        }
        assertThat(estimator.seen()).containsExactly(1, 3);
    }

    @Test
    void cancellingAFutureStopsTheRunInFlight() throws Exception {
        try (DepthPipeline pipeline = DepthPipeline.over(estimator, ONE_BY_ONE)) {
            CompletableFuture<DepthMap> running = fill(pipeline).get(0);

            assertThat(running.cancel(false)).isTrue();

            assertThat(running).isCancelled();
            estimator.awaitBegun(1);
            assertThat(pipeline.progress()).isEqualTo(new PipelineProgress(2, 0, 1, 0, 0, 1));
            estimator.letAllThrough();
        }
    }

    @Test
    void aTimeoutOfTheFutureStopsTheRunInFlight() throws Exception {
        try (DepthPipeline pipeline = DepthPipeline.over(estimator, ONE_BY_ONE)) {
            CompletableFuture<DepthMap> running = pipeline.submit(picture(1));
            estimator.awaitBegun(1);

            assertThatThrownBy(running.orTimeout(1, TimeUnit.MILLISECONDS)::join)
                    .cause()
                    .isInstanceOf(TimeoutException.class);
        }
        assertThat(estimator.stopped()).isEqualTo(1);
    }

    @Test
    void theCallersCancellationEndsWhatWaitsAndWhatRuns() throws Exception {
        Cancellation cancellation = new Cancellation();
        EstimateOptions options = EstimateOptions.defaults().withCancellation(cancellation);
        try (DepthPipeline pipeline =
                DepthPipeline.over(estimator, PipelineOptions.defaults().withWorkers(1))) {
            CompletableFuture<DepthMap> running = pipeline.submit(picture(1), options);
            estimator.awaitBegun(1);
            CompletableFuture<DepthMap> waiting = pipeline.submit(picture(2), options);
            CompletableFuture<DepthMap> other = pipeline.submit(picture(3));

            cancellation.cancel();

            assertThat(waiting).isDone();
            assertThatThrownBy(waiting::join).cause().isInstanceOf(StoppedException.class);
            assertThatThrownBy(running::join).cause().isInstanceOf(StoppedException.class);
            estimator.letAllThrough();
            assertThat(depth(other)).isEqualTo(3);
            assertThat(pipeline.progress()).isEqualTo(new PipelineProgress(3, 0, 0, 1, 0, 2));
        }
        assertThat(estimator.seen()).containsExactly(1, 3);
    }

    @Test
    void aDeadlineCountsFromSubmit() throws Exception {
        EstimateOptions options = EstimateOptions.defaults().withDeadline(Duration.ofHours(1));
        try (DepthPipeline pipeline = DepthPipeline.over(estimator, ONE_BY_ONE)) {
            fill(pipeline).get(1).cancel(false);
            long start = System.nanoTime();
            CompletableFuture<DepthMap> late =
                    pipeline.submit(picture(3), options.withDeadline(Duration.ofMillis(300)));
            long over = start + Duration.ofMillis(600).toNanos();
            while (System.nanoTime() < over) {
                Thread.onSpinWait();
            }
            estimator.letAllThrough();

            assertThatThrownBy(late::join)
                    .cause()
                    .isInstanceOf(StoppedException.class)
                    .hasMessage("The work was stopped: its deadline of 300 ms has passed");
            pipeline.submit(picture(4), options).join();
        }
        assertThat(estimator.seen()).containsExactly(1, 4);
        assertThat(estimator.lastOptions().deadline().orElseThrow()).isLessThan(Duration.ofHours(1));
    }

    @Test
    void aFailureReachesTheFutureAsItIsAndTheNextPictureIsDone() {
        estimator.letAllThrough();
        List<Throwable> failures = List.of(
                new IllegalArgumentException("no such size"), new AssertionError("broken"), new OutOfMemoryError());
        try (DepthPipeline pipeline = DepthPipeline.over(estimator, ONE_BY_ONE)) {
            for (Throwable failure : failures) {
                estimator.failOnce(failure);
                CompletableFuture<DepthMap> broken = pipeline.submit(picture(1));

                assertThat(catchThrowable(broken::join))
                        .isInstanceOf(CompletionException.class)
                        .cause()
                        .isSameAs(failure);
                assertThat(depth(pipeline.submit(picture(2)))).isEqualTo(2);
            }
            assertThat(pipeline.progress()).isEqualTo(new PipelineProgress(6, 0, 0, 3, 3, 0));
        }
    }

    @Test
    void closeWaitsForWhatWasAcceptedAndRefusesTheRest() throws Exception {
        DepthPipeline pipeline = DepthPipeline.over(estimator, ONE_BY_ONE);
        List<CompletableFuture<DepthMap>> accepted = fill(pipeline);
        Caller blocked = Caller.of(() -> submit(pipeline, picture(3)));
        blocked.awaitWaiting();
        Caller closing = Caller.of(pipeline::close);
        closing.awaitWaiting();

        assertThat(blocked.result()).containsInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> pipeline.submit(picture(4)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("This pipeline is closed and takes no more pictures");
        assertThatThrownBy(() -> pipeline.trySubmit(picture(4))).isInstanceOf(IllegalStateException.class);
        assertThat(accepted).noneMatch(CompletableFuture::isDone);

        closing.interrupt();
        estimator.letAllThrough();
        assertThat(closing.result()).isEmpty();
        assertThat(closing.wasInterrupted())
                .as("the interrupt is kept for the caller")
                .isTrue();
        assertThat(accepted).allMatch(CompletableFuture::isDone);
        pipeline.close();
        assertThat(estimator.isClosed()).as("the estimator is the caller's").isFalse();
    }

    @Test
    void closeNowCancelsWhatIsLeft() throws Exception {
        DepthPipeline pipeline = DepthPipeline.over(estimator, ONE_BY_ONE);
        List<CompletableFuture<DepthMap>> accepted = fill(pipeline);

        pipeline.closeNow();

        assertThat(accepted).allMatch(CompletableFuture::isCancelled);
        assertThat(pipeline.progress()).isEqualTo(new PipelineProgress(2, 0, 0, 0, 0, 2));
        assertThat(estimator.seen()).containsExactly(1);
    }

    @Test
    void aStageOnAWorkerMayCloseThePipeline() throws Exception {
        DepthPipeline pipeline =
                DepthPipeline.over(estimator, PipelineOptions.defaults().withWorkers(2));
        CompletableFuture<DepthMap> first = pipeline.submit(picture(1));
        CompletableFuture<DepthMap> second = pipeline.submit(picture(2));
        CompletableFuture<DepthMap> third = pipeline.submit(picture(3));
        CompletableFuture<Void> both =
                CompletableFuture.allOf(first.thenRun(pipeline::close), second.thenRun(pipeline::close));
        estimator.awaitBegun(2);

        estimator.letAllThrough();

        both.join();
        assertThat(depth(third)).isEqualTo(3);
        pipeline.close();
    }

    @Test
    void aStageOfACancelledFutureMayCloseThePipeline() throws Exception {
        DepthPipeline pipeline = DepthPipeline.over(estimator, ONE_BY_ONE);
        CompletableFuture<DepthMap> running = pipeline.submit(picture(1));
        estimator.awaitBegun(1);
        CompletableFuture<Void> after = running.handle((map, problem) -> {
            pipeline.close();
            return null;
        });

        running.cancel(true);

        after.join();
        assertThat(estimator.stopped()).isEqualTo(1);
    }

    @Test
    void aStageOnAWorkerMaySubmitToAFullPipeline() throws Exception {
        try (DepthPipeline pipeline = DepthPipeline.over(estimator, ONE_BY_ONE)) {
            CompletableFuture<DepthMap> first = pipeline.submit(picture(1));
            estimator.awaitBegun(1);
            CompletableFuture<DepthMap> chained = first.thenCompose(map -> pipeline.submit(picture(10)))
                    .thenCompose(map -> pipeline.submit(picture(11)));
            CompletableFuture<DepthMap> second = pipeline.submit(picture(2));
            estimator.letAllThrough();

            assertThat(depth(chained)).isEqualTo(11);
            assertThat(depth(second)).isEqualTo(2);
        }
    }

    @Test
    void aStageThatThrowsOrInterruptsItsThreadHarmsNoOtherPicture() throws Exception {
        try (DepthPipeline pipeline = DepthPipeline.over(estimator, ONE_BY_ONE)) {
            CompletableFuture<DepthMap> first = pipeline.submit(picture(1));
            estimator.awaitBegun(1);
            CompletableFuture<Void> rude = first.thenAccept(map -> {
                Thread.currentThread().interrupt();
                throw new AssertionError("rude");
            });
            estimator.letAllThrough();

            assertThatThrownBy(rude::join).cause().hasMessage("rude");
            assertThat(depth(pipeline.submit(picture(2)))).isEqualTo(2);
        }
    }

    @Test
    void theListenerHearsNewerAndNewerCountsAndTheLastOnesBeforeCloseReturns() {
        estimator.letAllThrough();
        List<PipelineProgress> heard = new ArrayList<>();
        PipelineOptions options = PipelineOptions.defaults().withListener(heard::add);
        try (DepthPipeline pipeline = DepthPipeline.over(estimator, options)) {
            for (int i = 0; i < 100; i++) {
                CompletableFuture<DepthMap> unused = pipeline.submit(picture(i));
            }
        }

        assertThat(heard).last().isEqualTo(new PipelineProgress(100, 0, 0, 100, 0, 0));
        for (int i = 0; i < heard.size(); i++) {
            PipelineProgress now = heard.get(i);
            assertThat(now.submitted())
                    .isEqualTo(now.waiting() + now.running() + now.done() + now.failed() + now.stopped());
            if (i > 0) {
                assertThat(now.submitted())
                        .isGreaterThanOrEqualTo(heard.get(i - 1).submitted());
                assertThat(now.done()).isGreaterThanOrEqualTo(heard.get(i - 1).done());
            }
        }
    }

    @Test
    void aListenerThatThrowsHarmsNoPictureAndItsExceptionIsHandedOn() throws Exception {
        estimator.letAllThrough();
        AtomicReference<Throwable> caught = new AtomicReference<>();
        CountDownLatch thrown = new CountDownLatch(1);
        PipelineOptions options = ONE_BY_ONE.withListener(progress -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, problem) -> {
                caught.set(problem);
                thrown.countDown();
            });
            throw new IllegalStateException("deaf");
        });
        try (DepthPipeline pipeline = DepthPipeline.over(estimator, options)) {
            for (int i = 0; i < 10; i++) {
                assertThat(depth(pipeline.submit(picture(i)))).isEqualTo(i);
            }
        }

        thrown.await();
        assertThat(caught.get()).hasMessage("deaf");
    }

    @Test
    void aListenerMayCloseThePipeline() {
        estimator.letAllThrough();
        AtomicReference<DepthPipeline> own = new AtomicReference<>();
        LinkedBlockingQueue<PipelineProgress> heard = new LinkedBlockingQueue<>();
        PipelineOptions options = PipelineOptions.defaults().withListener(progress -> {
            heard.add(progress);
            if (progress.done() > 0) {
                own.get().close();
            }
        });
        DepthPipeline pipeline = DepthPipeline.over(estimator, options);
        own.set(pipeline);
        CompletableFuture<DepthMap> only = pipeline.submit(picture(1));

        assertThat(depth(only)).isEqualTo(1);
        pipeline.close();
        assertThat(heard).contains(new PipelineProgress(1, 0, 0, 1, 0, 0));
    }

    @Test
    void threadsAreDaemonsWithNames() {
        estimator.letAllThrough();
        try (DepthPipeline pipeline = DepthPipeline.over(estimator, ONE_BY_ONE)) {
            pipeline.submit(picture(1)).join();
        }

        assertThat(estimator.threads()).singleElement().satisfies(thread -> {
            assertThat(thread.getName()).isEqualTo("depth-pipeline-1");
            assertThat(thread.isDaemon()).isTrue();
        });
    }

    @Test
    void optionsThatCannotBeAreRefused() {
        PipelineOptions options = PipelineOptions.defaults();

        assertThatThrownBy(() -> options.withWorkers(0)).hasMessage("A pipeline has at least one worker, found 0");
        assertThatThrownBy(() -> options.withCapacity(0))
                .hasMessage("At least one picture may wait, found a capacity of 0");
    }

    private static void submit(DepthPipeline pipeline, Image image) {
        submit(pipeline, image, EstimateOptions.defaults());
    }

    /** For callers that look only at how the call itself ends. */
    private static void submit(DepthPipeline pipeline, Image image, EstimateOptions options) {
        CompletableFuture<DepthMap> unused = pipeline.submit(image, options);
    }
}
