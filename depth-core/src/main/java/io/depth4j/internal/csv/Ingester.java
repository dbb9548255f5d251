package io.depth4j.internal.csv;

import io.depth4j.Cancellation;
import io.depth4j.StoppedException;
import io.depth4j.frames.Frames;
import io.depth4j.frames.IngestOptions;
import io.depth4j.frames.IngestProgress;
import io.depth4j.frames.IngestReport;
import io.depth4j.frames.Ingestion;
import io.depth4j.frames.UpsertReport;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Brings one table into a store: one thread reads and parses, another resizes and quantises, the caller's writes. What they hand
 * on is used again and again, so that memory does not grow with the table.
 */
public final class Ingester {

    /** Batches that go round: each stage on both sides of a queue has one, and one waits. */
    private static final int ROUND = 3;

    private static final long BETWEEN_REPORTS = Duration.ofMillis(250).toNanos();

    /** Rows to be stored, in a room that goes back, or in one of their own. */
    private record Shaped(Frames frames, Optional<Shaper.Room> room) {}

    private final String source;
    private final OptionalLong totalBytes;
    private final IngestOptions options;
    private final Cancellation cancellation;
    private final long start = System.nanoTime();
    private long told = start;
    private long written;

    /**
     * @param source what the table is called
     * @param totalBytes of it, if they are known
     */
    public Ingester(String source, OptionalLong totalBytes, IngestOptions options) {
        this.source = source;
        this.totalBytes = totalBytes;
        this.options = options;
        this.cancellation = options.cancellation().orElseGet(Cancellation::new);
    }

    /**
     * Stores the rows of a table, or none of them.
     *
     * @param begin begins the ingestion; called once the beginning of the table has been read
     */
    public IngestReport run(InputStream in, Supplier<Ingestion> begin) throws IOException {
        cancellation.check();
        CsvReader reader = CsvReader.open(in, source, options);
        try (Ingestion ingestion = begin.get()) {
            store(reader, ingestion);
            reader.requireSound();
            String sha256 = reader.sha256();
            cancellation.check();
            UpsertReport stored = ingestion.commit(Map.of(
                    "source",
                    source,
                    "sha256",
                    sha256,
                    "rows",
                    Long.toString(reader.rows()),
                    "rejected",
                    Long.toString(reader.rejected())));
            tell(reader.bytes());
            return report(reader, sha256, stored);
        }
    }

    private void store(CsvReader reader, Ingestion ingestion) throws IOException {
        int pixels = reader.dialect().pixels();
        int width = options.width().orElse(pixels);
        int rows = RowBatch.capacity(Math.max(pixels, width));
        try (Belt belt = new Belt();
                Cancellation.Registration ignored = cancellation.onCancel(() -> stop(belt))) {
            Belt.Queued<RowBatch> free = belt.queue(ROUND);
            Belt.Queued<RowBatch> parsed = belt.queue(ROUND);
            Belt.Queued<Shaper.Room> rooms = belt.queue(ROUND);
            Belt.Queued<Shaped> shaped = belt.queue(ROUND);
            belt.start("depth4j-csv-read", () -> {
                for (int i = 0; i < ROUND; i++) {
                    free.put(new RowBatch(pixels, rows));
                }
                read(reader, free, parsed);
            });
            belt.start("depth4j-csv-shape", () -> {
                for (int i = 0; i < ROUND; i++) {
                    rooms.put(new Shaper.Room(options.quantization().type(), width, rows));
                }
                shape(new Shaper(options, pixels, rows), parsed, free, rooms, shaped);
            });
            try {
                write(reader, ingestion, shaped, rooms);
            } catch (RuntimeException e) {
                belt.fail(e);
            }
            belt.check();
        }
    }

    private void stop(Belt belt) {
        try {
            cancellation.check();
        } catch (StoppedException e) {
            belt.fail(e);
        }
    }

    private static void read(CsvReader reader, Belt.Queued<RowBatch> free, Belt.Queued<RowBatch> parsed)
            throws IOException {
        boolean more = true;
        while (more) {
            RowBatch batch = free.next();
            batch.clear();
            reader.fill(batch);
            more = batch.isFull();
            if (batch.count > 0) {
                parsed.put(batch);
            }
        }
        parsed.over();
    }

    private void shape(
            Shaper shaper,
            Belt.Queued<RowBatch> parsed,
            Belt.Queued<RowBatch> free,
            Belt.Queued<Shaper.Room> rooms,
            Belt.Queued<Shaped> shaped) {
        for (Optional<RowBatch> next = parsed.take(); next.isPresent(); next = parsed.take()) {
            RowBatch batch = next.get();
            if (batch.isFull()) {
                Shaper.Room room = rooms.next();
                shaped.put(new Shaped(shaper.shape(batch, room), Optional.of(room)));
            } else {
                Shaper smaller = new Shaper(options, batch.width, batch.count);
                int width = options.width().orElse(batch.width);
                Shaper.Room room = new Shaper.Room(options.quantization().type(), width, batch.count);
                shaped.put(new Shaped(smaller.shape(batch, room), Optional.empty()));
            }
            free.put(batch);
        }
        shaped.over();
    }

    private void write(
            CsvReader reader, Ingestion ingestion, Belt.Queued<Shaped> shaped, Belt.Queued<Shaper.Room> rooms) {
        for (Optional<Shaped> next = shaped.take(); next.isPresent(); next = shaped.take()) {
            Frames frames = next.get().frames();
            ingestion.write(frames);
            written += frames.count();
            next.get().room().ifPresent(rooms::put);
            if (System.nanoTime() - told >= BETWEEN_REPORTS) {
                tell(reader.bytes());
            }
        }
    }

    private void tell(long bytes) {
        told = System.nanoTime();
        options.listener()
                .ifPresent(listener -> listener.accept(new IngestProgress(written, bytes, totalBytes, elapsed())));
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private IngestReport report(CsvReader reader, String sha256, UpsertReport stored) {
        return new IngestReport(
                source,
                sha256,
                stored.image(),
                stored.commit(),
                reader.rows(),
                stored.added(),
                stored.replaced(),
                stored.unchanged(),
                reader.rejected(),
                reader.badRows(),
                reader.missing(),
                reader.outside(),
                elapsed());
    }
}
