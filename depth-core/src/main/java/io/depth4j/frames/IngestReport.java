package io.depth4j.frames;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What became of a table.
 *
 * @param source what it is called
 * @param sha256 of its bytes as they were read, packed if it is packed, in hexadecimal digits
 * @param image the number of the image that its rows are in
 * @param commit that made them visible; the latest one before, where nothing changed and nothing was noted
 * @param rows that were read, bad ones included
 * @param stored rows at depths where there was none
 * @param replaced rows whose pixels differ from those that were at their depth
 * @param unchanged rows that were there already
 * @param rejected bad rows
 * @param badRows the first 100 of them
 * @param missing pixels of the good rows as they stand in the file
 * @param outOfRange pixels of the good rows that could not be stored as they stand in the file
 * @param elapsed from the first byte to the commit
 */
public record IngestReport(
        String source,
        String sha256,
        long image,
        long commit,
        long rows,
        long stored,
        long replaced,
        long unchanged,
        long rejected,
        List<BadRow> badRows,
        long missing,
        long outOfRange,
        Duration elapsed) {

    public IngestReport {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(elapsed, "elapsed");
        badRows = List.copyOf(badRows);
    }

    public double seconds() {
        return elapsed.toNanos() / 1e9;
    }

    public double rowsPerSecond() {
        return rows / Math.max(seconds(), 1e-9);
    }
}
