package io.depth4j.estimate;

import io.depth4j.DepthEstimator;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.Image;
import io.depth4j.StoppedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Pictures go in, futures of their maps come out; a bounded number waits, and whoever submits more waits too.
 *
 * <p>A future ends with the map or with the very exception that the estimate threw. Whoever ends it before, by
 * {@link CompletableFuture#cancel} or a timeout, takes the picture out of the queue or stops the run in flight; a stage that
 * depends on the future stops nothing. A picture is not to be written to until its future is done.
 *
 * <p>Dependent stages may run on the pipeline's own threads and may call every method of it. There {@link #close} returns
 * without waiting, and {@link #submit} goes beyond the capacity rather than wait for the very thread it holds.
 *
 * <p>The listener is called on one thread that does nothing else, with the newest counts; counts that came and went while it was
 * busy are left out, the last ones never. If it throws, it hears nothing more, its exception goes to that thread's
 * {@link Thread.UncaughtExceptionHandler}, and the pictures do not suffer.
 *
 * <p>Safe for several threads. The estimator stays the caller's, who closes it after the pipeline.
 */
public final class DepthPipeline implements AutoCloseable {

    private final DepthEstimator estimator;
    private final PipelineQueue queue;
    private final List<Thread> threads = new ArrayList<>();

    private DepthPipeline(DepthEstimator estimator, PipelineOptions options) {
        this.estimator = Objects.requireNonNull(estimator, "estimator");
        queue = new PipelineQueue(
                options.capacity(), options.workers(), options.listener().isPresent() ? 1 : 0);
        for (int i = 1; i <= options.workers(); i++) {
            threads.add(new Thread(this::work, "depth-pipeline-" + i));
        }
        options.listener()
                .ifPresent(listener -> threads.add(new Thread(() -> tell(listener), "depth-pipeline-progress")));
        threads.forEach(thread -> thread.setDaemon(true));
    }

    /** A pipeline with two workers in front of an estimator. */
    public static DepthPipeline over(DepthEstimator estimator) {
        return over(estimator, PipelineOptions.defaults());
    }

    /** A pipeline in front of an estimator. */
    public static DepthPipeline over(DepthEstimator estimator, PipelineOptions options) {
        DepthPipeline pipeline = new DepthPipeline(estimator, options);
        pipeline.threads.forEach(Thread::start);
        return pipeline;
    }

    /** The map to be of a picture, in the size of the picture. Waits while the queue is full. */
    public CompletableFuture<DepthMap> submit(Image image) {
        return submit(image, EstimateOptions.defaults());
    }

    /**
     * The map to be of a picture. Waits while the queue is full.
     *
     * @param options whose deadline counts from this call, waiting included
     * @throws StoppedException if the deadline, the cancellation or an interrupt ended the wait
     * @throws IllegalStateException if this pipeline is closed
     */
    public CompletableFuture<DepthMap> submit(Image image, EstimateOptions options) {
        PipelineJob job = new PipelineJob(queue, image, options);
        try {
            if (isOwnThread()) {
                queue.enterAnyway(job);
            } else {
                queue.enter(job);
            }
            return job;
        } catch (RuntimeException refused) {
            job.forget();
            throw refused;
        }
    }

    /** The map to be of a picture, in the size of the picture; empty if the queue is full. */
    public Optional<CompletableFuture<DepthMap>> trySubmit(Image image) {
        return trySubmit(image, EstimateOptions.defaults());
    }

    /**
     * The map to be of a picture; empty if the queue is full. Never waits.
     *
     * @param options whose deadline counts from this call, waiting included
     * @throws StoppedException if the work was cancelled before it was accepted
     * @throws IllegalStateException if this pipeline is closed
     */
    public Optional<CompletableFuture<DepthMap>> trySubmit(Image image, EstimateOptions options) {
        PipelineJob job = new PipelineJob(queue, image, options);
        try {
            if (queue.enterIfRoom(job)) {
                return Optional.of(job);
            }
        } catch (RuntimeException refused) {
            job.forget();
            throw refused;
        }
        job.forget();
        return Optional.empty();
    }

    /** How far the work is now. */
    public PipelineProgress progress() {
        return queue.progress();
    }

    /**
     * Refuses new pictures, and waits until those accepted are done and the listener has heard of it. An interrupt does not cut
     * the wait short, it is kept for the caller; {@link #closeNow} does. A second call waits too, and changes nothing.
     */
    @Override
    public void close() {
        queue.close();
        awaitEnd();
    }

    /** Closes, and cancels the future of every picture that is not done. */
    public void closeNow() {
        queue.close().forEach(job -> job.cancel(false));
        awaitEnd();
    }

    private void awaitEnd() {
        if (!isOwnThread()) {
            queue.awaitEnd();
        }
    }

    private boolean isOwnThread() {
        return threads.contains(Thread.currentThread());
    }

    private void work() {
        try {
            for (Optional<PipelineJob> job = queue.take(); job.isPresent(); job = queue.take()) {
                // An interrupt that a dependent stage left behind is not meant for the next picture.
                Thread.interrupted();
                job.get().run(estimator);
                job.get().forget();
            }
        } finally {
            queue.workerLeaves();
        }
    }

    private void tell(Consumer<PipelineProgress> listener) {
        try {
            PipelineProgress told = PipelineProgress.NONE;
            for (Optional<PipelineProgress> next = queue.progressAfter(told);
                    next.isPresent();
                    next = queue.progressAfter(told)) {
                told = next.get();
                listener.accept(told);
            }
        } finally {
            queue.listenerLeaves();
        }
    }
}
