package io.depth4j.estimate;

import io.depth4j.StoppedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** Who waits and who runs, counted; all that the threads of a pipeline share, under one lock. */
final class PipelineQueue {

    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final Condition news = lock.newCondition();
    private final Condition ended = lock.newCondition();
    private final Set<PipelineJob> waiting = new LinkedHashSet<>();
    private final Set<PipelineJob> running = new LinkedHashSet<>();
    private PipelineProgress progress = PipelineProgress.NONE;
    private boolean closed;
    private int workers;
    private int listeners;

    PipelineQueue(int capacity, int workers, int listeners) {
        this.capacity = capacity;
        this.workers = workers;
        this.listeners = listeners;
    }

    /** Waits for room. */
    void enter(PipelineJob job) {
        lock.lock();
        try {
            while (!hasRoom()) {
                job.check();
                Optional<Duration> left = job.left();
                // Woken or not, the loop looks again at room, deadline and cancellation.
                boolean unused = room.await(left.map(Duration::toNanos).orElse(Long.MAX_VALUE), TimeUnit.NANOSECONDS);
            }
            add(job);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException("The work was stopped: its thread was interrupted while it waited");
        } finally {
            lock.unlock();
        }
    }

    /** False if there is no room. */
    boolean enterIfRoom(PipelineJob job) {
        lock.lock();
        try {
            job.check();
            return hasRoom() && add(job);
        } finally {
            lock.unlock();
        }
    }

    /** Beyond the capacity if need be. */
    void enterAnyway(PipelineJob job) {
        lock.lock();
        try {
            requireOpen();
            add(job);
        } finally {
            lock.unlock();
        }
    }

    private boolean hasRoom() {
        requireOpen();
        return waiting.size() < capacity;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("This pipeline is closed and takes no more pictures");
        }
    }

    private boolean add(PipelineJob job) {
        job.check();
        count(PipelineProgress::accepted);
        work.signal();
        return waiting.add(job);
    }

    private void count(UnaryOperator<PipelineProgress> change) {
        progress = change.apply(progress);
        news.signalAll();
    }

    /** The next job, which runs from here on; empty when there will be none. */
    Optional<PipelineJob> take() {
        lock.lock();
        try {
            while (waiting.isEmpty()) {
                if (closed) {
                    return Optional.empty();
                }
                work.awaitUninterruptibly();
            }
            PipelineJob job = waiting.iterator().next();
            waiting.remove(job);
            running.add(job);
            count(PipelineProgress::begun);
            // All look up: one alone might be woken just as its deadline ends its wait, and the room stay empty.
            room.signalAll();
            return Optional.of(job);
        } finally {
            lock.unlock();
        }
    }

    /** Ends a job that ran; false if it was abandoned, and its future is not the worker's to end. */
    boolean over(PipelineJob job, UnaryOperator<PipelineProgress> outcome) {
        lock.lock();
        try {
            boolean wanted = running.remove(job);
            count(wanted ? outcome : PipelineProgress::cutShort);
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    /** Ends a job that waits; false if it does not. */
    boolean withdraw(PipelineJob job) {
        lock.lock();
        try {
            // It may not be in here yet: whoever waits for room for it looks up.
            room.signalAll();
            boolean found = waiting.remove(job);
            if (found) {
                count(PipelineProgress::withdrawn);
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    /** Ends a job that waits, and lets one that runs come to its end for nobody. */
    void abandon(PipelineJob job) {
        lock.lock();
        try {
            running.remove(job);
            withdraw(job);
        } finally {
            lock.unlock();
        }
    }

    PipelineProgress progress() {
        lock.lock();
        try {
            return progress;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for other counts than those told before; empty when there will be none. */
    Optional<PipelineProgress> progressAfter(PipelineProgress told) {
        lock.lock();
        try {
            while (progress.equals(told)) {
                if (workers == 0) {
                    return Optional.empty();
                }
                news.awaitUninterruptibly();
            }
            return Optional.of(progress);
        } finally {
            lock.unlock();
        }
    }

    /** Lets nobody in any more; what is left to do. */
    List<PipelineJob> close() {
        lock.lock();
        try {
            closed = true;
            work.signalAll();
            room.signalAll();
            List<PipelineJob> left = new ArrayList<>(waiting);
            left.addAll(running);
            return left;
        } finally {
            lock.unlock();
        }
    }

    void workerLeaves() {
        lock.lock();
        try {
            workers--;
            news.signalAll();
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void listenerLeaves() {
        lock.lock();
        try {
            listeners--;
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all workers and listeners have left. */
    void awaitEnd() {
        lock.lock();
        try {
            while (workers > 0 || listeners > 0) {
                ended.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }
}
