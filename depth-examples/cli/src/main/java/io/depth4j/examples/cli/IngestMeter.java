package io.depth4j.examples.cli;

import io.depth4j.frames.IngestProgress;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Tells how far an ingestion of several tables is: a line drawn again and again on a terminal, now and then one elsewhere. */
final class IngestMeter {

    private static final long BETWEEN_LINES = Duration.ofSeconds(5).toNanos();
    private static final int BAR = 16;

    private final Console console;
    private final int tables;
    private final OptionalLong totalBytes;
    private final LongSupplier nanos;
    private final long start;
    private long told;
    private int ended;
    private long rowsBefore;
    private long bytesBefore;

    /** @param totalBytes of all tables, if they are known */
    IngestMeter(Console console, int tables, OptionalLong totalBytes, LongSupplier nanos) {
        this.console = console;
        this.tables = tables;
        this.totalBytes = totalBytes;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.told = start;
    }

    /** So far is the table that is being read. */
    void tell(String table, IngestProgress progress) {
        long now = nanos.getAsLong();
        if (console.showsProgress()) {
            console.progress(line(table, progress));
        } else if (now - told >= BETWEEN_LINES) {
            told = now;
            console.note(line(table, progress));
        }
    }

    /** A table has ended, well or not. */
    void ended(long rows, long bytes) {
        ended++;
        rowsBefore += rows;
        bytesBefore += bytes;
        console.progressDone();
    }

    String line(String table, IngestProgress progress) {
        long rows = rowsBefore + progress.rows();
        long bytes = bytesBefore + progress.bytes();
        double seconds = (nanos.getAsLong() - start) / 1e9;
        StringBuilder line = new StringBuilder();
        if (totalBytes.isPresent()) {
            int filled = (int) Math.min(BAR, BAR * bytes / Math.max(1, totalBytes.getAsLong()));
            line.append("[" + "#".repeat(filled) + "-".repeat(BAR - filled) + "] ");
        }
        if (tables > 1) {
            line.append(ended + 1).append('/').append(tables).append(' ');
        }
        line.append(String.format(Locale.ROOT, "%,d rows, %s", rows, Bytes.inWords(bytes)));
        if (totalBytes.isPresent()) {
            line.append(" of ").append(Bytes.inWords(totalBytes.getAsLong()));
        }
        if (seconds > 0) {
            line.append(String.format(Locale.ROOT, ", %,.0f rows/s", rows / seconds));
        }
        if (totalBytes.isPresent() && bytes > 0) {
            long left = Math.round(seconds * Math.max(0, totalBytes.getAsLong() - bytes) / bytes);
            line.append(String.format(Locale.ROOT, ", %d:%02d:%02d left", left / 3600, left / 60 % 60, left % 60));
        }
        return line.append(' ').append(table).toString();
    }
}
