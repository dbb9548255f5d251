package io.depth4j.estimate;

/**
 * How far a pipeline is. What was submitted is waiting, running, done, failed or stopped.
 *
 * @param submitted pictures accepted so far
 * @param waiting for a worker
 * @param running now
 * @param done with a map
 * @param failed with what the estimator threw
 * @param stopped by a cancellation or a deadline, before or while they ran
 */
public record PipelineProgress(long submitted, long waiting, long running, long done, long failed, long stopped) {

    static final PipelineProgress NONE = new PipelineProgress(0, 0, 0, 0, 0, 0);

    PipelineProgress accepted() {
        return new PipelineProgress(submitted + 1, waiting + 1, running, done, failed, stopped);
    }

    PipelineProgress withdrawn() {
        return new PipelineProgress(submitted, waiting - 1, running, done, failed, stopped + 1);
    }

    PipelineProgress begun() {
        return new PipelineProgress(submitted, waiting - 1, running + 1, done, failed, stopped);
    }

    PipelineProgress finished() {
        return new PipelineProgress(submitted, waiting, running - 1, done + 1, failed, stopped);
    }

    PipelineProgress broken() {
        return new PipelineProgress(submitted, waiting, running - 1, done, failed + 1, stopped);
    }

    PipelineProgress cutShort() {
        return new PipelineProgress(submitted, waiting, running - 1, done, failed, stopped + 1);
    }
}
