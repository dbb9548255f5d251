package io.depth4j.internal.pipeline;

import io.depth4j.StoppedException;
import io.depth4j.frames.PipelineOptions.Retries;
import io.depth4j.frames.PipelineRecord;
import io.depth4j.frames.PipelineRecord.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Some workers who take one file after the other. Who fails for a reason that is not the file's tries again later; meanwhile
 * others are taken.
 */
final class Crew implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Crew.class);

    /** A file that was taken. */
    final class Job {

        private final Settled settled;
        private final FileTask task;
        private final CompletableFuture<Optional<PipelineRecord>> done = new CompletableFuture<>();
        private Optional<Future<?>> turn = Optional.empty();
        private Optional<Thread> worker = Optional.empty();
        private int attempts;
        private boolean last;

        private Job(Settled settled) {
            this.settled = settled;
            this.task = new FileTask(desk, settled);
        }

        /** Waits for what becomes of the file; nothing does if it is gone or was changed. */
        public Optional<PipelineRecord> await() {
            try {
                return done.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoppedException("Nobody waits any more for " + settled.file() + ", which is in work");
            } catch (ExecutionException e) {
                throw new IllegalStateException("What fails is told of", e);
            }
        }
    }

    private final FileTask.Desk desk;
    private final Settling settling;
    private final ScheduledThreadPoolExecutor threads;
    private final List<Thread> workers = new CopyOnWriteArrayList<>();
    private final Map<Path, Job> jobs = new HashMap<>();
    private final Map<Path, Stamp> left = new HashMap<>();
    private boolean closed;

    Crew(FileTask.Desk desk, Settling settling) {
        this.desk = desk;
        this.settling = settling;
        this.threads = new ScheduledThreadPoolExecutor(desk.options().workers(), work -> {
            Thread worker = new Thread(work, "depth4j-ingest-" + (workers.size() + 1));
            worker.setDaemon(true);
            workers.add(worker);
            return worker;
        });
        threads.setRemoveOnCancelPolicy(true);
    }

    /** Takes a file, unless it was left as it is. A file that was taken already is not taken twice. */
    synchronized Optional<Job> take(Settled settled) {
        Optional<Job> there = Optional.ofNullable(jobs.get(settled.file()));
        if (there.isPresent() || closed || settled.stamp().equals(left.get(settled.file()))) {
            return there;
        }
        Job job = new Job(settled);
        jobs.put(settled.file(), job);
        queue(job, 0);
        return Optional.of(job);
    }

    /** Files that were left may be taken. */
    synchronized void forgetLeft() {
        left.clear();
    }

    /** How many files are in work now. */
    synchronized int working() {
        return (int)
                jobs.values().stream().filter(job -> job.worker.isPresent()).count();
    }

    /** Keeps one of the workers, who is in a listener, from waiting for himself. */
    synchronized void requireStranger() {
        Thread caller = Thread.currentThread();
        if (jobs.values().stream()
                .anyMatch(job -> job.worker.filter(caller::equals).isPresent())) {
            throw new IllegalStateException("What a pipeline calls cannot wait for it: it waits for its files");
        }
    }

    private void queue(Job job, long delayNanos) {
        job.turn = Optional.of(threads.schedule(() -> work(job), delayNanos, TimeUnit.NANOSECONDS));
    }

    private void work(Job job) {
        synchronized (this) {
            if (job.done.isDone()) {
                return;
            }
            job.worker = Optional.of(Thread.currentThread());
            job.attempts++;
        }
        Optional<PipelineRecord> record = Optional.empty();
        boolean over = true;
        try {
            record = Optional.of(job.task.attempt());
        } catch (ChangedException e) {
            LOG.debug("It will be taken when it has settled again", e);
        } catch (StoppedException e) {
            record = Optional.of(job.task.left(e.getMessage()));
        } catch (Throwable e) {
            over = !isQueuedAgain(job, e);
            if (over) {
                record = Optional.of(told(job, e));
            }
        } finally {
            if (over) {
                finish(job, record);
            }
        }
    }

    private synchronized boolean isQueuedAgain(Job job, Throwable e) {
        Retries retries = desk.options().retries();
        if (e instanceof Error || job.last || job.attempts >= retries.attempts()) {
            return false;
        }
        job.worker = Optional.empty();
        queue(job, retries.delay(job.attempts).toNanos());
        return true;
    }

    /** Tells of a file that is left, also in the history if the store is not what fails. */
    private PipelineRecord told(Job job, Throwable e) {
        LOG.warn("{} is left where it is after {} attempts: {}", job.settled.file(), job.attempts, e.toString());
        LOG.debug("The last one", e);
        PipelineRecord record = job.task.left(e.getClass().getSimpleName() + ": " + e.getMessage());
        try {
            return desk.history().add(record);
        } catch (Throwable again) {
            LOG.warn("The history lacks that {} was left: {}", record.file(), again.toString());
            return record;
        }
    }

    private synchronized void finish(Job job, Optional<PipelineRecord> record) {
        Path file = job.settled.file();
        if (record.isPresent() && record.get().outcome() == Outcome.LEFT) {
            left.put(file, job.settled.stamp());
        } else {
            left.remove(file);
            settling.forget(file);
        }
        jobs.remove(file);
        job.done.complete(record);
    }

    /** Leaves what nobody works at, and waits for the rest. */
    void withdraw() {
        List<Job> working = new ArrayList<>();
        synchronized (this) {
            for (Job job : List.copyOf(jobs.values())) {
                job.last = true;
                if (job.worker.isPresent()) {
                    working.add(job);
                } else {
                    job.turn.ifPresent(turn -> turn.cancel(false));
                    finish(job, Optional.of(job.task.left("The pipeline was stopped")));
                }
            }
        }
        working.forEach(job -> job.done.join());
    }

    /** Takes nothing more, and waits for what is in work and for the workers to go home. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        withdraw();
        threads.shutdown();
        Joining.join(List.copyOf(workers));
    }
}
