package io.depth4j.internal.pipeline;

import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import io.depth4j.frames.FrameStore;
import io.depth4j.frames.IngestOptions;
import io.depth4j.frames.IngestReport;
import io.depth4j.frames.PipelineOptions;
import io.depth4j.frames.PipelineRecord;
import io.depth4j.frames.PipelineRecord.Outcome;
import io.depth4j.internal.csv.Diagnosis;
import io.depth4j.internal.csv.Ingester;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Brings one file into the store and puts it away. An attempt goes on where the last one failed: what is in the store is not
 * stored again.
 */
final class FileTask {

    /**
     * What the tasks of one pipeline share.
     *
     * @param options of the pipeline
     * @param ingest how tables are read, and until when
     */
    record Desk(FrameStore store, PipelineOptions options, IngestOptions ingest, History history, Object gate) {}

    private final Desk desk;
    private final Settled settled;
    private long start = System.nanoTime();
    private Optional<PipelineRecord> verdict = Optional.empty();
    private Optional<Diagnosis> diagnosis = Optional.empty();
    private Optional<PipelineRecord> kept = Optional.empty();

    FileTask(Desk desk, Settled settled) {
        this.desk = desk;
        this.settled = settled;
    }

    /**
     * Does what has not been done yet. The history knows before the file is moved: after a crash between the two it is found in the
     * store, moved, and in the history twice, while the other way round it would be missing there.
     *
     * @throws ChangedException if the file is not what it was when it was taken
     */
    PipelineRecord attempt() throws IOException {
        if (verdict.isEmpty()) {
            start = System.nanoTime();
            verdict = Optional.of(judge());
        }
        if (kept.isEmpty()) {
            kept = Optional.of(desk.history().add(verdict.get()));
        }
        if (settled.isUnchanged()) {
            putAway(kept.get());
        }
        return kept.get();
    }

    private PipelineRecord judge() throws IOException {
        try {
            return ingest();
        } catch (MalformedInputException | LimitExceededException | IllegalArgumentException e) {
            // A file that was written to again looks damaged too.
            settled.requireUnchanged();
            Diagnosis found = diagnose();
            diagnosis = Optional.of(found);
            return record(
                    Outcome.FAILED,
                    found.sha256(),
                    OptionalLong.empty(),
                    found.rows(),
                    found.rejected(),
                    Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private PipelineRecord ingest() throws IOException {
        String name = settled.name();
        OptionalLong wanted = desk.options().image().isPresent()
                ? OptionalLong.of(desk.options().image().get().applyAsLong(name))
                : OptionalLong.empty();
        Ingester ingester = new Ingester(name, OptionalLong.of(settled.stamp().size()), desk.ingest());
        Once once = new Once(desk.store(), wanted, name, desk.gate());
        try (InputStream in = settled.open()) {
            IngestReport report = ingester.run(in, once::begin);
            return record(
                    once.wasThere() ? Outcome.AGAIN : Outcome.DONE,
                    report.sha256(),
                    once.image(),
                    report.rows(),
                    report.rejected(),
                    Optional.empty());
        }
    }

    private Diagnosis diagnose() throws IOException {
        try (InputStream in = settled.open()) {
            return Diagnosis.of(in, settled.name(), desk.ingest());
        }
    }

    private void putAway(PipelineRecord record) throws IOException {
        if (diagnosis.isPresent()) {
            new Shelf(desk.options().failed()).put(settled.file(), new ErrorFile(record, diagnosis.get()));
        } else {
            new Shelf(desk.options().processed()).put(settled.file());
        }
    }

    /** What is told of a file that stays where it is. */
    PipelineRecord left(String why) {
        return record(
                Outcome.LEFT,
                verdict.map(PipelineRecord::sha256).orElse(""),
                verdict.map(PipelineRecord::image).orElse(OptionalLong.empty()),
                0,
                0,
                Optional.of(why));
    }

    private PipelineRecord record(
            Outcome outcome, String sha256, OptionalLong image, long rows, long rejected, Optional<String> error) {
        return new PipelineRecord(
                0,
                desk.history().folder(),
                settled.name(),
                desk.options().clock().instant(),
                outcome,
                sha256,
                image,
                rows,
                rejected,
                Duration.ofNanos(System.nanoTime() - start),
                error);
    }
}
