package io.depth4j.estimate;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How much a pipeline does at a time.
 *
 * @param workers how many pictures are estimated side by side; more than the estimator lets in wait there
 * @param capacity how many accepted pictures may wait for a worker before {@link DepthPipeline#submit} waits itself
 * @param listener hears how far the work is, on a thread of its own; see {@link DepthPipeline}
 */
public record PipelineOptions(int workers, int capacity, Optional<Consumer<PipelineProgress>> listener) {

    private static final PipelineOptions DEFAULTS = new PipelineOptions(2, 4, Optional.empty());

    public PipelineOptions {
        Objects.requireNonNull(listener, "listener");
        if (workers < 1) {
            throw new IllegalArgumentException("A pipeline has at least one worker, found " + workers);
        }
        if (capacity < 1) {
            throw new IllegalArgumentException("At least one picture may wait, found a capacity of " + capacity);
        }
    }

    /** Two workers, so that one picture is prepared while another is in the network; four more pictures may wait. */
    public static PipelineOptions defaults() {
        return DEFAULTS;
    }

    public PipelineOptions withWorkers(int newWorkers) {
        return new PipelineOptions(newWorkers, capacity, listener);
    }

    public PipelineOptions withCapacity(int newCapacity) {
        return new PipelineOptions(workers, newCapacity, listener);
    }

    public PipelineOptions withListener(Consumer<PipelineProgress> newListener) {
        return new PipelineOptions(workers, capacity, Optional.of(newListener));
    }
}
