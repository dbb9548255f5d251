package io.depth4j.internal.render;

import io.depth4j.FloatPlane;
import io.depth4j.frames.DepthGap;
import io.depth4j.frames.DepthRange;
import io.depth4j.frames.FrameReader;
import io.depth4j.frames.Frames;
import io.depth4j.frames.ImageSummary;
import io.depth4j.internal.frames.RowOrder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads of an image what a picture shows: its rows where they are few, else their means. */
public final class StoredRows {

    /** So many times as many rows as the picture has are read one by one; of more, means suffice. */
    private static final int FEW = 4;

    /** Where rows are denser than elsewhere, so many times as many as expected are. */
    private static final int DENSER = 2;

    /** Fewer rows are not worth a thought. */
    private static final int PIECE = 4096;

    /** How far beyond both ends to look for the next row, in mean steps; few are further away. */
    private static final int MARGIN = 2;

    private final FrameReader reader;
    private final ImageSummary summary;
    private final DepthGap gap;
    private final double step;

    /**
     * What to show, by depth.
     *
     * @param gap how far apart these may be and still have something between them
     */
    public record Seen(Frames rows, DepthGap gap) {}

    /** For an image of a store. */
    public StoredRows(FrameReader reader, ImageSummary summary, DepthGap gap) {
        this.reader = reader;
        this.summary = summary;
        this.gap = gap;
        this.step = summary.rows() > 1 ? (summary.highest() - summary.lowest()) / (summary.rows() - 1) : 0;
    }

    /** What the parts of a grid need, and the next rows round it. */
    public Seen seenBy(RowGrid grid) {
        boolean seemFew = grid.step() <= FEW * step;
        Optional<Frames> rows = seemFew ? few(grid) : Optional.empty();
        if (rows.isPresent()) {
            return new Seen(rows.get(), gap);
        }
        Frames means = withoutEmpty(reader.overview(summary.id(), grid.range(), grid.rows()));
        boolean sparse = !seemFew && means.count() <= grid.rows() / 2;
        return (sparse ? few(grid) : Optional.<Frames>empty())
                .map(found -> new Seen(found, gap))
                .orElseGet(() -> new Seen(means, gapOfMeans(grid)));
    }

    /** The rows of a grid and one more on either side, unless they are many. */
    private Optional<Frames> few(RowGrid grid) {
        double low = grid.range().low();
        double high = grid.range().high();
        DepthRange looked = DepthRange.closed(
                Math.max(summary.lowest(), low - MARGIN * step), Math.min(summary.highest(), high + MARGIN * step));
        long most = Math.max(PIECE, (long) DENSER * FEW * grid.rows());
        return atMost(most, looked).map(rows -> withNeighbours(rows, low, high));
    }

    /** The rows of a range, if they are not more than so many: of those that are, not all are read. */
    public Optional<Frames> atMost(long most, DepthRange range) {
        if (summary.rows() <= most) {
            return Optional.of(reader.read(summary.id(), range));
        }
        List<Frames> lots = new ArrayList<>();
        long found = 0;
        try (Stream<Frames> pieces = reader.stream(summary.id(), range, PIECE)) {
            for (Iterator<Frames> each = pieces.iterator(); found <= most && each.hasNext(); ) {
                lots.add(each.next());
                found += lots.get(lots.size() - 1).count();
            }
        }
        if (found > most) {
            return Optional.empty();
        }
        return Optional.of(
                lots.isEmpty() ? Frames.empty(summary.unit(), summary.width(), summary.type()) : RowOrder.joined(lots));
    }

    private Frames withNeighbours(Frames rows, double low, double high) {
        List<Frames> lots = new ArrayList<>();
        lots.add(rows);
        if (rows.isEmpty() || rows.depth(0) > low) {
            next(low, -1).ifPresent(lots::add);
        }
        if (rows.isEmpty() || rows.depth(rows.count() - 1) < high) {
            next(high, 1).ifPresent(lots::add);
        }
        return lots.size() == 1 ? rows : RowOrder.sorted(RowOrder.joined(lots));
    }

    /**
     * The next row from a depth on.
     *
     * @param way 1 for higher depths, -1 for lower ones
     */
    private Optional<Frames> next(double depth, int way) {
        double at = depth;
        while (at >= summary.lowest() && at <= summary.highest()) {
            Frames row = reader.nearest(summary.id(), at);
            double distance = row.depth(0) - at;
            if ((row.depth(0) - depth) * way >= 0) {
                return Optional.of(row);
            }
            at += way * Math.abs(distance); // as far on this side there is no row
        }
        return Optional.empty();
    }

    /** Of means only those of which a pixel is there: the others stand for parts without rows. */
    private static Frames withoutEmpty(Frames means) {
        if (means.isEmpty()) {
            return means;
        }
        FloatPlane plane = means.plane();
        int[] there = IntStream.range(0, means.count())
                .filter(row -> IntStream.range(0, means.width()).anyMatch(x -> !plane.isMissing(x, row)))
                .toArray();
        return there.length == means.count() ? means : RowOrder.picked(means, there);
    }

    /** Neighbouring means are as far apart as the parts are, whatever the distance of rows. */
    private DepthGap gapOfMeans(RowGrid grid) {
        return gap instanceof DepthGap.Steps steps
                ? new DepthGap.Distance(Math.max(steps.times() * step, 1.5 * grid.step()))
                : gap;
    }
}
