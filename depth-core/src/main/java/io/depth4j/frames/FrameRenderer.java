package io.depth4j.frames;

import io.depth4j.Image;
import io.depth4j.LimitExceededException;
import io.depth4j.internal.frames.Depths;
import io.depth4j.internal.frames.RowOrder;
import io.depth4j.internal.render.PictureRows;
import io.depth4j.internal.render.RowGrid;
import io.depth4j.internal.render.RowPainter;
import io.depth4j.internal.render.RowResampler;
import io.depth4j.internal.render.StoredRows;
import java.util.Objects;

/**
 * Makes pictures of depth-indexed rows. Immutable, safe for concurrent use.
 *
 * <p>Rows are shown as a store keeps them: in the order of their depths, of several rows of one depth the last one. A picture of
 * a range spans the depths that the range and the rows have in common. Where it has a height of its own, each of its rows stands
 * for an equal part of them and shows the mean of the rows in that part, pixel by pixel over those that are not missing (one that
 * is infinite counts as missing then); a part without rows shows what {@link RenderOptions#between()} says, and in a gap nothing.
 *
 * <p>A picture is {@link io.depth4j.PixelFormat#RGB24} if all colours that it may have are opaque, that of missing pixels
 * included, else {@link io.depth4j.PixelFormat#RGBA32}.
 */
public final class FrameRenderer {

    private final RenderOptions options;
    private final RowPainter painter;

    public FrameRenderer(RenderOptions options) {
        this.options = Objects.requireNonNull(options, "options");
        this.painter = new RowPainter(options);
    }

    /**
     * A picture of all rows.
     *
     * @throws NoRowsException if there are none
     * @throws LimitExceededException if the picture would have more pixels than allowed
     */
    public Image render(Frames rows) {
        return render(rows, DepthRange.all());
    }

    /**
     * A picture of the rows in a range. Those beyond it matter to what is shown between rows, to windows and to the median
     * step.
     *
     * @throws NoRowsException if the range has no depth in common with the rows; where every row has its own, if there is none in it
     * @throws LimitExceededException if the picture would have more pixels than allowed
     */
    public Image render(Frames rows, DepthRange range) {
        Frames sorted = RowOrder.sorted(rows);
        if (sorted.isEmpty()) {
            throw new NoRowsException(range, "there are none at all");
        }
        DepthRange all = DepthRange.closed(sorted.depth(0), sorted.depth(sorted.count() - 1));
        if (options.height() instanceof PictureHeight.EveryRow) {
            return painted(everyRow(sorted, range, all), sorted.unit());
        }
        RowGrid grid = RowGrid.of(common(range, all), all, options, sorted.width());
        return painted(resampled(sorted, options.gap(), grid), sorted.unit());
    }

    /**
     * A picture of the rows of an image in a range. Where many rows fall on one of the picture's, they are not read one by one but
     * seen by {@link FrameReader#overview}, and the distance of a gap in steps is that of mean steps.
     *
     * @throws NoSuchImageException if the image is not there
     * @throws NoRowsException as {@link #render(Frames, DepthRange)}
     * @throws LimitExceededException if the picture would have more pixels than allowed
     */
    public Image render(FrameReader reader, long image, DepthRange range) {
        ImageSummary summary = reader.image(image)
                .orElseThrow(() -> NoSuchImageException.of(
                        image, reader.images().stream().map(ImageSummary::id).toList()));
        DepthRange all = summary.range();
        StoredRows stored = new StoredRows(reader, summary, options.gap());
        if (options.height() instanceof PictureHeight.EveryRow) {
            return painted(everyRow(fewRows(stored, summary, widened(range)), range, all), summary.unit());
        }
        RowGrid grid = RowGrid.of(common(range, all), all, options, summary.width());
        StoredRows.Seen seen = stored.seenBy(grid);
        return painted(resampled(seen.rows(), seen.gap(), grid), summary.unit());
    }

    private static DepthRange common(DepthRange range, DepthRange all) {
        double low = Math.max(range.low(), all.low());
        double high = Math.min(range.high(), all.high());
        boolean closed = range.closed() || range.high() > all.high();
        if (low > high || low == high && !closed) {
            throw noRows(range, all);
        }
        return new DepthRange(low, high, closed);
    }

    private static NoRowsException noRows(DepthRange range, DepthRange all) {
        return new NoRowsException(range, "they run from " + all.low() + " to " + all.high());
    }

    private PictureRows everyRow(Frames sorted, DepthRange range, DepthRange all) {
        double[] depths = sorted.depths();
        int from = Depths.notBelow(depths, depths.length, range.low());
        int to = Depths.behind(depths, depths.length, range);
        if (from >= to) {
            throw noRows(range, all);
        }
        DepthRange seen = widened(DepthRange.closed(depths[from], depths[to - 1]));
        int first = Depths.notBelow(depths, depths.length, seen.low());
        int last = Math.max(to, Depths.behind(depths, depths.length, seen));
        RowGrid.requireFewPixels(options, sorted.width(), to - from, last - first - (to - from));
        Frames shown = first == 0 && last == depths.length ? sorted : sorted.rows(first, last);
        return new PictureRows(shown.plane(), shown.depths(), from - first, to - first, depths[from], depths[to - 1]);
    }

    /** A range with the rows round it that windows see. */
    private DepthRange widened(DepthRange range) {
        if (options.rescale() instanceof Rescale.Window window) {
            double half = window.depth() / 2;
            return DepthRange.closed(range.low() - half, range.high() + half);
        }
        return range;
    }

    private PictureRows resampled(Frames rows, DepthGap gap, RowGrid grid) {
        return new RowResampler(rows, gap, options.between()).resample(grid);
    }

    private Image painted(PictureRows rows, DepthUnit unit) {
        return painter.paint(rows.resized(options.width().orElse(rows.plane().width()), options.resizer()), unit);
    }

    private Frames fewRows(StoredRows stored, ImageSummary summary, DepthRange range) {
        int columns = Math.max(summary.width(), options.width().orElse(1));
        long most = options.maxPixels() / columns;
        return stored.atMost(most, range)
                .orElseThrow(() -> new LimitExceededException(
                        "A picture may have at most " + options.maxPixels() + " pixels, " + most + " rows of " + columns
                                + ", found more rows in " + range
                                + "; one that has a height of its own shows any number of them"));
    }
}
