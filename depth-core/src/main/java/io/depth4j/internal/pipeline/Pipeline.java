package io.depth4j.internal.pipeline;

import io.depth4j.Cancellation;
import io.depth4j.StoppedException;
import io.depth4j.frames.FrameStore;
import io.depth4j.frames.PipelineOptions;
import io.depth4j.frames.PipelineRecord;
import io.depth4j.frames.PipelineStatus;
import io.depth4j.internal.LockFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder, who looks at it, and who works on what is found there. */
public final class Pipeline implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
    /** One pipeline at a folder at a time. */
    private static final String LOCK = ".depth4j-pipeline.lock";

    private final PipelineOptions options;
    private final LockFile lock;
    private final History history;
    private final Settling settling;
    private final Crew crew;
    private final Cancellation cancellation = new Cancellation();
    private final Optional<Cancellation.Registration> callers;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Object control = new Object();
    private volatile Optional<Instant> lastScan = Optional.empty();
    private volatile Optional<Rounds> rounds = Optional.empty();
    private volatile boolean closed;

    private Pipeline(FrameStore store, PipelineOptions options, LockFile lock, Path folder) {
        this.options = options;
        this.lock = lock;
        this.history = new History(store, folder.toString());
        this.settling = new Settling(options.watched(), options.names(), options.settle(), System::nanoTime);
        this.callers = options.ingest()
                .cancellation()
                .map(theirs -> theirs.onCancel(() -> cancellation.cancel("the caller has cancelled it")));
        this.crew = new Crew(
                new FileTask.Desk(
                        store, options, options.ingest().withCancellation(cancellation), history, new Object()),
                settling);
    }

    /** Makes the folders if need be, and takes the watched one. */
    public static Pipeline open(FrameStore store, PipelineOptions options) throws IOException {
        for (Path folder : List.of(options.watched(), options.processed(), options.failed())) {
            Files.createDirectories(folder);
        }
        Path watched = options.watched().toRealPath();
        for (Path folder : List.of(options.processed(), options.failed())) {
            if (folder.toRealPath().equals(watched)) {
                throw new IllegalArgumentException(
                        "Files leave the watched folder when they are done, but " + folder + " is " + watched);
            }
        }
        LockFile lock = LockFile.tryLock(watched, LOCK)
                .orElseThrow(
                        () -> new FileSystemException(watched.toString(), null, "another pipeline has this folder"));
        try {
            return new Pipeline(store, options, lock, watched);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Begins to watch. Whether it did not yet. */
    public boolean start() {
        crew.requireStranger();
        synchronized (control) {
            requireOpen();
            if (rounds.isPresent()) {
                return false;
            }
            beginScan();
            Watch watch = new Watch(new Timetable(options.schedule(), options.clock()));
            rounds = Optional.of(new Rounds("depth4j-watch", options.poll(), watch));
            return true;
        }
    }

    private final class Watch implements Runnable {

        private final Timetable timetable;
        private String complaint = "";

        Watch(Timetable timetable) {
            this.timetable = timetable;
        }

        @Override
        public void run() {
            try {
                if (timetable.isDue()) {
                    beginScan();
                }
                settling.look().settled().forEach(crew::take);
                complaint = "";
            } catch (IOException | RuntimeException e) {
                // The folder may come back, as one of a network does. Once is enough to say so.
                if (!complaint.equals(e.toString())) {
                    LOG.warn("{} cannot be looked at now: {}", options.watched(), e.toString());
                }
                complaint = e.toString();
            }
        }
    }

    private void beginScan() {
        lastScan = Optional.of(options.clock().instant());
        crew.forgetLeft();
    }

    /** Ends to watch. Whether it did. */
    public boolean stop() {
        crew.requireStranger();
        synchronized (control) {
            requireOpen();
            if (!endRounds()) {
                return false;
            }
            crew.withdraw();
            return true;
        }
    }

    private boolean endRounds() {
        boolean active = rounds.isPresent();
        rounds.ifPresent(Rounds::close);
        rounds = Optional.empty();
        return active;
    }

    /** Takes all files that have settled or do so at once, and waits for them. */
    public List<PipelineRecord> scan() throws IOException {
        crew.requireStranger();
        requireOpen();
        beginScan();
        Set<Crew.Job> taken = new LinkedHashSet<>();
        if (take(taken) > 0) {
            pause();
            take(taken);
        }
        return taken.stream()
                .map(Crew.Job::await)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(PipelineRecord::file))
                .toList();
    }

    /** How many files have not settled. */
    private int take(Set<Crew.Job> taken) throws IOException {
        Settling.Look look = settling.look();
        look.settled().forEach(each -> crew.take(each).ifPresent(taken::add));
        return look.unsettled();
    }

    private void pause() {
        try {
            if (closing.await(options.settle().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new StoppedException("The scan was stopped: the pipeline was closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException("The scan was stopped: its thread was interrupted while it waited");
        }
    }

    public PipelineStatus status() throws IOException {
        requireOpen();
        int working = crew.working();
        Optional<Instant> last =
                Stream.of(lastScan, history.last()).flatMap(Optional::stream).max(Comparator.naturalOrder());
        return new PipelineStatus(
                rounds.isPresent(),
                last,
                history.processed(),
                history.failed(),
                Math.max(0, settling.count() - working),
                working,
                options.watched(),
                options.processed(),
                options.failed());
    }

    public List<PipelineRecord> history(long before, int limit) {
        requireOpen();
        return history.page(before, limit);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The pipeline is closed");
        }
    }

    /** Stops what is in work, and waits until it has ended. */
    @Override
    public void close() {
        crew.requireStranger();
        synchronized (control) {
            if (!closed) {
                closed = true;
                end();
            }
        }
    }

    private void end() {
        closing.countDown();
        cancellation.cancel("the pipeline was closed");
        endRounds();
        crew.close();
        callers.ifPresent(Cancellation.Registration::close);
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(options.watched() + " could not be given back", e);
        }
    }
}
