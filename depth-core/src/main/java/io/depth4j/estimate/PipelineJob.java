package io.depth4j.estimate;

import io.depth4j.Cancellation;
import io.depth4j.DepthEstimator;
import io.depth4j.DepthMap;
import io.depth4j.EstimateOptions;
import io.depth4j.Image;
import io.depth4j.StoppedException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One picture and the future of its map. Whoever ends the future from outside ends the work first: a stage that then waits for
 * the pipeline does not wait for work that nobody stopped.
 */
final class PipelineJob extends CompletableFuture<DepthMap> {

    private final PipelineQueue queue;
    private final Image image;
    private final TimeLeft time;
    private final Cancellation stop = new Cancellation();
    private final Optional<Cancellation> caller;
    private final Optional<Cancellation.Registration> registration;

    /** The time runs, and the caller's cancellation is heard from here on, until {@link #forget}. */
    PipelineJob(PipelineQueue queue, Image image, EstimateOptions options) {
        this.queue = queue;
        this.image = Objects.requireNonNull(image, "image");
        this.time = new TimeLeft(options.withCancellation(stop));
        this.caller = options.cancellation();
        this.registration = caller.map(cancellation -> cancellation.onCancel(this::stop));
    }

    /** Throws if there is no time left or the caller has cancelled. */
    void check() {
        // The caller's own switch first: it may be set already and not have come to this picture yet.
        caller.ifPresent(Cancellation::check);
        stop.check();
        time.left();
    }

    /** The time left, if there is a deadline. */
    Optional<Duration> left() {
        return time.left();
    }

    void forget() {
        registration.ifPresent(Cancellation.Registration::close);
    }

    /** The estimate, whatever comes of it: an error too belongs to whoever waits for the map, and the worker goes on. */
    void run(DepthEstimator estimator) {
        DepthMap map;
        try {
            check();
            map = estimator.estimate(image, time.options());
        } catch (Throwable problem) {
            boolean stopped = problem instanceof StoppedException;
            if (queue.over(this, stopped ? PipelineProgress::cutShort : PipelineProgress::broken)) {
                super.completeExceptionally(problem);
            }
            return;
        }
        if (queue.over(this, PipelineProgress::finished)) {
            super.complete(map);
        }
    }

    private void stop() {
        stop.cancel();
        if (queue.withdraw(this)) {
            forget();
            super.completeExceptionally(
                    new StoppedException("The work was stopped: it was cancelled while it waited for its turn"));
        }
    }

    private void abandon() {
        queue.abandon(this);
        forget();
        stop.cancel("nobody waits for it any more");
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        abandon();
        return super.cancel(mayInterruptIfRunning);
    }

    @Override
    public boolean complete(DepthMap map) {
        abandon();
        return super.complete(map);
    }

    @Override
    public boolean completeExceptionally(Throwable problem) {
        abandon();
        return super.completeExceptionally(problem);
    }
}
