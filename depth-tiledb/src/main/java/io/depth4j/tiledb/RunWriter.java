package io.depth4j.tiledb;

import io.depth4j.frames.Frames;
import io.depth4j.tiledb.Cells.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes lots of rows, each by depth, to one slot of a segment; lots that follow one another make one run. */
final class RunWriter {

    /** A first lot with as many rows is one of many. */
    static final int AVERAGED = 8192;

    private final Segments segments;
    private final String segment;
    private final long slot;
    private final List<Run> runs = new ArrayList<>();
    private boolean made;
    private boolean hasMissing;
    private boolean hasTimes;
    /** Whether means are kept: of what comes in small lots they are not worth their arrays. */
    private boolean averaging;

    private Optional<RunMeans> means = Optional.empty();
    private long next;

    RunWriter(Segments segments, String segment, long slot) {
        this.segments = segments;
        this.segment = segment;
        this.slot = slot;
    }

    /** Rows by depth, each depth once, without times of their own. */
    void write(Frames rows) {
        write(rows, Optional.empty());
    }

    /** Rows by depth, each depth once; a time of 0 is the run's. */
    void write(Frames rows, RowStamps stamps) {
        write(rows, Optional.of(stamps));
    }

    private void write(Frames rows, Optional<RowStamps> stamps) {
        boolean masked = rows.isMasked() && anyMissing(rows.valid());
        make(rows, masked, stamps.isPresent());
        int most = Segments.rowsAtOnce(rows.type(), rows.width());
        for (int from = 0; from < rows.count(); from += most) {
            Block lines = new Block(slot, next + from, Math.min(most, rows.count() - from), 0);
            segments.write(segment, lines, rows, from);
            if (masked) {
                segments.writeMissing(segment, lines, rows, from);
            }
        }
        stamps.ifPresent(times -> segments.writeTimes(segment, new Block(slot, next, rows.count(), 0), times));
        boolean longer = add(rows.depths(), masked, stamps.isPresent());
        if (averaging) {
            if (!longer) {
                finish();
                means = Optional.of(new RunMeans(segments, segment, slot, next, rows.width()));
            }
            means.orElseThrow().add(rows);
        }
        next += rows.count();
    }

    /** Makes the arrays that are not there yet. */
    private void make(Frames rows, boolean masked, boolean timed) {
        if (!made) {
            segments.create(segment, rows.type(), rows.width());
            made = true;
            averaging = rows.count() >= AVERAGED;
            if (averaging) {
                segments.createMeans(segment, rows.width());
            }
        }
        if (masked && !hasMissing) {
            segments.createMissing(segment, rows.width());
            hasMissing = true;
        }
        if (timed) {
            makeTimes();
        }
    }

    private void makeTimes() {
        if (!hasTimes) {
            segments.createTimes(segment);
            hasTimes = true;
        }
    }

    /** Writes what is still to be written of the last run. */
    void finish() {
        means.ifPresent(RunMeans::finish);
    }

    static boolean anyMissing(byte[] valid) {
        for (byte flag : valid) {
            if (flag == 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether these rows follow those before, as one run. */
    private boolean add(double[] depths, boolean masked, boolean timed) {
        Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        double low = depths[0];
        double high = depths[depths.length - 1];
        if (last != null && last.high() < low) {
            Run longer = new Run(
                    segment,
                    slot,
                    last.first(),
                    last.rows() + depths.length,
                    last.low(),
                    high,
                    last.masked() || masked,
                    last.timed() || timed,
                    averaging,
                    0,
                    Run.fence(last.fence(), last.rows(), depths));
            runs.set(runs.size() - 1, longer);
            return true;
        }
        runs.add(new Run(
                segment,
                slot,
                next,
                depths.length,
                low,
                high,
                masked,
                timed,
                averaging,
                0,
                Run.fence(new double[0], 0, depths)));
        return false;
    }

    /** Gives all rows of a run their times, after they were written; a time of 0 is the run's. */
    void stamp(Run run, RowStamps stamps) {
        makeTimes();
        segments.writeTimes(segment, new Block(slot, run.first(), stamps.created().length, 0), stamps);
        runs.replaceAll(each -> each.first() == run.first() ? each.withTimes() : each);
    }

    /** What was written, as of a time. */
    List<Run> runs(long time) {
        return runs.stream().map(run -> run.at(time)).toList();
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }
}
