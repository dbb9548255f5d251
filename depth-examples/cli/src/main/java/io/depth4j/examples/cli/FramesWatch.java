package io.depth4j.examples.cli;

import io.depth4j.Cancellation;
import io.depth4j.StoppedException;
import io.depth4j.frames.FrameStore;
import io.depth4j.frames.IngestOptions;
import io.depth4j.frames.IngestPipeline;
import io.depth4j.frames.PipelineOptions;
import io.depth4j.frames.PipelineRecord;
import io.depth4j.frames.PipelineStatus;
import io.depth4j.frames.StoreCommit;
import io.depth4j.tiledb.StoreOptions;
import io.depth4j.tiledb.TileDbFrameStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The tables that are put into a folder into a store. */
@Command(
        name = "watch",
        sortOptions = false,
        description = {
            "Bring the tables that are put into a folder into a store, until it is interrupted.",
            "A file is taken when it has stopped to grow, and stored once, whatever its name. What is done goes to one"
                    + " folder, what is bad to another, beside a file that tells why."
        },
        footer = {
            "",
            "Each file makes a new image that is called like it, or goes into the one that",
            "--image says. With --json each file is a line of JSON as soon as it is done",
            "with. What became of files earlier, depth frames log --files tells.",
            "",
            "The exit status with --once is 1 if some files failed or had to be left, and 3",
            "if all did; without it the command ends when it is interrupted, with 130. What",
            "is in work then is left where it is, and nothing of it is stored.",
            "",
            "Examples:",
            "  depth frames watch --store wells incoming",
            "  depth frames watch --store wells --once --json incoming",
            "  depth frames watch --store wells --every 5m --daily off --workers 4 incoming",
            "  depth frames watch --store wells --preset spline-then-truncate incoming"
        })
final class FramesWatch extends Task {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    @Parameters(
            paramLabel = "FOLDER",
            description = "The folder whose files are taken; those in folders in it are not.")
    private GivenPath folder = new GivenPath("", Path.of(""));

    @Mixin
    private FrameWriterChoice store;

    @Option(names = "--once", description = "Take what lies there, wait for it, and end.")
    private boolean once;

    @Option(names = "--image", paramLabel = "N", description = "All rows go into the image of this number.")
    private Optional<Long> image = Optional.empty();

    @Option(
            names = "--processed",
            paramLabel = "FOLDER",
            description = "Where files go that are done; FOLDER/processed, if not given.")
    private Optional<GivenPath> processed = Optional.empty();

    @Option(names = "--failed", paramLabel = "FOLDER", description = "Where bad files go; FOLDER/failed, if not given.")
    private Optional<GivenPath> failed = Optional.empty();

    @Option(
            names = "--names",
            paramLabel = "PATTERN",
            split = ",",
            description = "Which files are taken; *.csv,*.csv.gz, if not given.")
    private List<String> names = List.of();

    @Option(
            names = "--settle",
            paramLabel = "TIME",
            converter = SpanConverter.class,
            description = "How long a file must not have changed; 2s, if not given.")
    private Optional<Duration> settle = Optional.empty();

    @Option(names = "--workers", paramLabel = "N", description = "How many files are read at a time; 2, if not given.")
    private Optional<Integer> workers = Optional.empty();

    @Mixin
    private ScheduleChoice schedule;

    @Mixin
    private TableChoice table;

    @Mixin
    private PixelChoice pixels;

    @Mixin
    private StoringChoice storing;

    @Override
    int run(Console console) throws IOException {
        PipelineOptions options;
        StoreOptions kept;
        try {
            options = options();
            kept = storing.over(store.options());
        } catch (IllegalArgumentException e) {
            throw wrongUsage(e.getMessage());
        }
        if (!Files.isDirectory(folder.path())) {
            throw new NothingDoneException("There is no such folder: " + folder.words());
        }
        FileTold told = new FileTold(console);
        try (FrameStore opened = TileDbFrameStore.open(store.address().uri(), kept)) {
            News news = new News(opened, options.watched().toRealPath().toString(), told);
            List<PipelineRecord> scanned;
            try (IngestPipeline pipeline = IngestPipeline.open(opened, options)) {
                scanned = once ? scan(pipeline, news, console) : watch(pipeline, news, console);
            }
            news.tell();
            // What the log could not keep, because the store failed.
            for (PipelineRecord record : scanned) {
                if (record.number() == 0) {
                    told.tell(record);
                }
            }
        }
        boolean interrupted = interruption().isCancelled();
        console.note(told.sentence(interrupted));
        return told.exitCode(interrupted);
    }

    /** @throws IllegalArgumentException if the parts do not suit each other */
    private PipelineOptions options() {
        if (image.orElse(1L) < 1) {
            throw new IllegalArgumentException("The number of an image is positive, found " + image.get());
        }
        IngestOptions ingest = pixels.options();
        PipelineOptions options = PipelineOptions.watching(folder.path().toAbsolutePath());
        options = options.withIngest(ingest.withCsv(table.over(ingest.csv())).withCancellation(interruption()))
                .withSchedule(schedule.over(options.schedule()));
        options = processed.isPresent()
                ? options.withProcessed(processed.get().path().toAbsolutePath())
                : options;
        options = failed.isPresent() ? options.withFailed(failed.get().path().toAbsolutePath()) : options;
        options = names.isEmpty() ? options : options.withNames(names);
        for (String pattern : options.names()) {
            folder.path().getFileSystem().getPathMatcher("glob:" + pattern);
        }
        options = settle.map(options::withSettle).orElse(options);
        options = workers.map(options::withWorkers).orElse(options);
        return image.isPresent() ? options.withImage(name -> image.get()) : options;
    }

    /** Works until it is interrupted. */
    private List<PipelineRecord> watch(IngestPipeline pipeline, News news, Console console) throws IOException {
        console.note("Watching " + folder.words() + " for " + store.address());
        pipeline.start();
        tellUntil(new CountDownLatch(1), pipeline, news, console);
        return List.of();
    }

    /** Works until all that is there has been taken. */
    private List<PipelineRecord> scan(IngestPipeline pipeline, News news, Console console) throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        FutureTask<List<PipelineRecord>> scan = new FutureTask<>(pipeline::scan) {
            @Override
            protected void done() {
                over.countDown();
            }
        };
        Thread scanner = new Thread(scan, "scan");
        scanner.setDaemon(true);
        scanner.start();
        tellUntil(over, pipeline, news, console);
        if (interruption().isCancelled()) {
            // The scan may be waiting for files to settle.
            pipeline.close();
            return List.of();
        }
        try {
            return scan.get();
        } catch (InterruptedException e) {
            throw stopped(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new NothingDoneException(Reason.of(e.getCause()), e);
        }
    }

    /** Tells what becomes of files until all is over or the user interrupts. */
    private void tellUntil(CountDownLatch over, IngestPipeline pipeline, News news, Console console)
            throws IOException {
        try (Cancellation.Registration interrupting = interruption().onCancel(over::countDown)) {
            while (!over.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                news.tell();
                if (console.showsProgress()) {
                    PipelineStatus status = pipeline.status();
                    console.progress(status.inWork() + " in work, " + status.waiting() + " waiting");
                }
            }
        } catch (InterruptedException e) {
            throw stopped(e);
        } finally {
            console.progressDone();
        }
    }

    private static StoppedException stopped(InterruptedException e) {
        Thread.currentThread().interrupt();
        StoppedException stopped = new StoppedException("The thread was interrupted while it waited for files");
        stopped.initCause(e);
        return stopped;
    }

    /** What the log of the store says of the files of a folder since it was last asked. */
    private static final class News {

        private final FrameStore store;
        private final String folder;
        private final FileTold told;
        private long last;

        News(FrameStore store, String folder, FileTold told) {
            this.store = store;
            this.folder = folder;
            this.told = told;
            this.last = store.log(Long.MAX_VALUE, 1).stream()
                    .mapToLong(StoreCommit::number)
                    .findFirst()
                    .orElse(0);
        }

        void tell() throws IOException {
            for (PipelineRecord record : FileNotes.since(store, last, folder)) {
                last = record.number();
                told.tell(record);
            }
        }
    }
}
