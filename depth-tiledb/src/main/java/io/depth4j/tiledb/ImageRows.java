package io.depth4j.tiledb;

import io.depth4j.frames.DepthRange;
import io.depth4j.frames.FrameBuffer;
import io.depth4j.frames.Frames;
import io.depth4j.frames.PixelType;
import io.depth4j.frames.RowTimes;
import io.depth4j.internal.frames.Depths;
import io.depth4j.internal.frames.RowMeans;
import io.depth4j.internal.frames.RowOrder;
import io.depth4j.tiledb.Segments.Blocks;
import io.depth4j.tiledb.Segments.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;

/** The rows of one image as of one commit: its runs put together. */
final class ImageRows {

    /** A part of an overview has at least so many blocks, so that one more at either end hardly matters. */
    private static final int BLOCKS = 8;
    /** A block so many times longer than most has a gap in it. */
    private static final double WIDEST = 3;

    private final StoredImage image;
    private final Segments segments;

    ImageRows(StoredImage image, Segments segments) {
        this.image = image;
        this.segments = segments;
    }

    private List<Span> spans(DepthRange range) {
        List<Span> spans = new ArrayList<>();
        for (Run run : image.runs()) {
            if (range.meets(run.low(), run.high())) {
                Span span = segments.span(run, range);
                if (span.rows() > 0) {
                    spans.add(span);
                }
            }
        }
        return spans;
    }

    void readInto(DepthRange range, FrameBuffer dst) {
        List<Span> spans = spans(range);
        if (spans.size() == 1) {
            readInto(spans.get(0), dst);
        } else if (spans.isEmpty()) {
            dst.prepare(image.unit(), image.width(), image.type(), false, 0);
        } else {
            copy(merged(spans), dst);
        }
    }

    private void readInto(Span span, FrameBuffer dst) {
        dst.prepare(image.unit(), image.width(), image.type(), span.run().masked(), span.rows());
        segments.depths(span, dst.depths());
        segments.pixels(span.run(), span.from(), span.rows(), dst);
    }

    /** Of rows at one depth the one of the latest run stays. */
    private Frames merged(List<Span> spans) {
        FrameBuffer buffer = new FrameBuffer();
        List<Frames> lots = new ArrayList<>();
        for (Span span : spans) {
            readInto(span, buffer);
            lots.add(buffer.frames());
        }
        return RowOrder.sorted(RowOrder.joined(lots));
    }

    private static void copy(Frames src, FrameBuffer dst) {
        dst.prepare(src.unit(), src.width(), src.type(), src.isMasked(), src.count());
        int pixels = src.count() * src.width();
        System.arraycopy(src.depths(), 0, dst.depths(), 0, src.count());
        switch (src.type()) {
            case UINT8 -> System.arraycopy(src.bytes(), 0, dst.bytes(), 0, pixels);
            case FLOAT32 -> System.arraycopy(src.floats(), 0, dst.floats(), 0, pixels);
        }
        if (src.isMasked()) {
            System.arraycopy(src.valid(), 0, dst.valid(), 0, pixels);
        }
    }

    Frames read(DepthRange range) {
        FrameBuffer buffer = new FrameBuffer();
        readInto(range, buffer);
        return buffer.frames();
    }

    Frames nearest(double depth) {
        Span best = null;
        double bestDepth = Double.NaN;
        for (Run run : image.runs()) {
            long above = Math.min(segments.notBelow(run, depth), run.rows() - 1);
            for (long row = Math.max(0, above - 1); row <= above; row++) {
                double found = segments.block(run, (int) (row / Run.FENCE))[(int) (row % Run.FENCE)];
                double distance = Math.abs(found - depth);
                double least = Math.abs(bestDepth - depth);
                // The lower of two that are as near; the latest of several at one depth.
                if (best == null || distance < least || distance == least && found <= bestDepth) {
                    best = new Span(run, row, row + 1);
                    bestDepth = found;
                }
            }
        }
        if (best == null) {
            throw new NoSuchElementException("The image has no rows");
        }
        FrameBuffer buffer = new FrameBuffer();
        readInto(best, buffer);
        return buffer.frames();
    }

    List<RowTimes> times(DepthRange range) {
        double[] depths = spans(range).stream()
                .flatMapToDouble(span -> Arrays.stream(depths(span)))
                .sorted()
                .distinct()
                .toArray();
        RowStamps stamps = stamps(range, depths);
        return IntStream.range(0, depths.length)
                .mapToObj(row -> new RowTimes(
                        depths[row],
                        StoredImage.instant(stamps.created()[row]),
                        StoredImage.instant(stamps.updated()[row])))
                .toList();
    }

    private double[] depths(Span span) {
        double[] depths = new double[span.rows()];
        segments.depths(span, depths);
        return depths;
    }

    /** The times of all rows of a range, whose depths these are. */
    RowStamps stamps(DepthRange range, double[] depths) {
        RowStamps all = RowStamps.ofRows(depths.length);
        for (Span span : spans(range)) {
            RowStamps some = segments.stamps(span.run(), span.from(), span.rows());
            int row = 0;
            int next = 0;
            for (double depth : depths(span)) {
                while (depths[row] != depth) {
                    row++;
                }
                all.created()[row] = some.created()[next];
                all.updated()[row] = some.updated()[next++];
            }
        }
        return all;
    }

    /** The means over equal parts of a range that meets the image. */
    RowMeans overview(DepthRange range, int parts) {
        RowMeans means = new RowMeans(
                Math.max(range.low(), image.low()), Math.min(range.high(), image.high()), parts, image.width());
        List<Span> spans = spans(range);
        if (areApart(spans)) {
            spans.forEach(span -> add(span, parts, means));
        } else {
            pieces(range).forEachRemaining(means::add);
        }
        return means;
    }

    /** Whether no two of them have depths that lie among those of the other: then no row stands for another one. */
    private static boolean areApart(List<Span> spans) {
        List<Run> runs = spans.stream()
                .map(Span::run)
                .sorted(Comparator.comparingDouble(Run::low))
                .toList();
        for (int i = 1; i < runs.size(); i++) {
            if (runs.get(i - 1).high() >= runs.get(i).low()) {
                return false;
            }
        }
        return true;
    }

    /** Whole blocks by their means, where a part has several of them; the rest row by row. */
    private void add(Span span, int parts, RowMeans means) {
        int level = RunMeans.LEVELS - 1;
        while (level >= 0 && span.rows() / parts < BLOCKS * RunMeans.rows(level)) {
            level--;
        }
        if (level < 0 || !span.run().averaged()) {
            addRows(span, means);
            return;
        }
        int rows = RunMeans.rows(level);
        long from = (span.from() + rows - 1) / rows;
        long to = span.to() / rows;
        addRows(new Span(span.run(), span.from(), from * rows), means);
        addBlocks(span.run(), level, from, (int) (to - from), means);
        addRows(new Span(span.run(), to * rows, span.to()), means);
    }

    private void addBlocks(Run run, int level, long from, int count, RowMeans means) {
        boolean counted = run.masked() || image.type() == PixelType.FLOAT32;
        Blocks blocks = segments.means(run, level, from, count, image.width(), counted);
        int rows = RunMeans.rows(level);
        double[] extents = new double[count];
        Arrays.setAll(extents, block -> blocks.highs()[block] - blocks.lows()[block]);
        double[] sorted = extents.clone();
        Arrays.sort(sorted);
        double widest = WIDEST * sorted[count / 2];
        int width = image.width();
        int[] counts = new int[width];
        Arrays.fill(counts, rows);
        for (int block = 0; block < count; block++) {
            if (extents[block] > widest) {
                // With a gap in it nobody knows on which side of it the rows are.
                addRows(new Span(run, (from + block) * rows, (from + block + 1) * rows), means);
                continue;
            }
            for (int x = 0; counted && x < width; x++) {
                counts[x] = blocks.counts()[block * width + x] & 0xffff;
            }
            means.addMean(blocks.lows()[block], blocks.highs()[block], blocks.means(), block * width, counts);
        }
    }

    private void addRows(Span span, RowMeans means) {
        FrameBuffer buffer = new FrameBuffer();
        int most = Segments.rowsAtOnce(image.type(), image.width());
        for (long row = span.from(); row < span.to(); row += most) {
            readInto(new Span(span.run(), row, Math.min(span.to(), row + most)), buffer);
            means.add(buffer.frames());
        }
    }

    /** Pieces of a range, by depth, of a size that is fast. */
    Iterator<Frames> pieces(DepthRange range) {
        return pieces(range, Segments.rowsAtOnce(image.type(), image.width()));
    }

    /** Pieces of a range, by depth, of at most this many rows. */
    Iterator<Frames> pieces(DepthRange range, int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("A piece has at least one row, found " + rows);
        }
        return new Pieces(range, rows);
    }

    private final class Pieces implements Iterator<Frames> {

        private final DepthRange range;
        private final int rows;
        private final Deque<Frames> ready = new ArrayDeque<>();
        private double from;
        private boolean ended;

        Pieces(DepthRange range, int rows) {
            this.range = range;
            this.rows = rows;
            this.from = range.low();
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && !ended) {
                advance();
            }
            return !ready.isEmpty();
        }

        /** Reads on to where the first of the runs has given as many rows as a piece has. */
        private void advance() {
            if (from > range.high() || from == range.high() && !range.closed()) {
                ended = true;
                return;
            }
            DepthRange rest = new DepthRange(from, range.high(), range.closed());
            List<Span> spans = spans(rest);
            if (spans.isEmpty()) {
                ended = true;
                return;
            }
            double end = spans.stream()
                    .map(this::limit)
                    .min(Comparator.naturalOrder())
                    .orElse(range.high());
            DepthRange next =
                    end == Double.POSITIVE_INFINITY || end >= range.high() ? rest : DepthRange.closed(from, end);
            Frames found = ImageRows.this.read(next);
            for (int row = 0; row < found.count(); row += rows) {
                ready.add(found.rows(row, Math.min(found.count(), row + rows)));
            }
            if (next.equals(rest)) {
                ended = true;
            } else {
                from = Math.nextUp(end);
            }
        }

        /** The depth at which a run has given enough rows; infinity if it has no more than that. */
        private double limit(Span span) {
            if (span.rows() <= rows) {
                return Double.POSITIVE_INFINITY;
            }
            long last = span.from() + rows - 1;
            double[] depths = segments.block(span.run(), (int) (last / Run.FENCE));
            return depths[(int) (last % Run.FENCE)];
        }

        @Override
        public Frames next() {
            if (!hasNext()) {
                throw new NoSuchElementException("There are no more pieces");
            }
            return ready.poll();
        }
    }

    /** Where rows are that have given depths, in each run from the latest on. */
    List<Found> find(double[] depths, double tolerance) {
        List<Found> all = new ArrayList<>();
        boolean[] known = new boolean[depths.length];
        for (int i = image.runs().size() - 1; i >= 0; i--) {
            Run run = image.runs().get(i);
            if (depths.length == 0 || !run.meets(depths[0] - tolerance, depths[depths.length - 1] + tolerance)) {
                continue;
            }
            Found found = new Found(run, new ArrayList<>());
            for (int row = 0; row < depths.length; row++) {
                if (!known[row] && run.meets(depths[row] - tolerance, depths[row] + tolerance)) {
                    find(run, depths[row], tolerance, row, found);
                }
            }
            found.matches().forEach(match -> known[match.row()] = true);
            if (!found.matches().isEmpty()) {
                all.add(found);
            }
        }
        return all;
    }

    private void find(Run run, double depth, double tolerance, int row, Found found) {
        double[] fence = run.fence();
        int block = Math.max(0, Depths.notBelow(fence, fence.length, Math.nextUp(depth)) - 1);
        double[] depths = segments.block(run, block);
        int near = Depths.nearest(depths, depths.length, depth);
        double best = depths[near];
        long place = (long) block * Run.FENCE + near;
        if (block + 1 < fence.length && fence[block + 1] - depth < Math.abs(best - depth)) {
            best = fence[block + 1];
            place = (block + 1L) * Run.FENCE;
        }
        if (Math.abs(best - depth) <= tolerance) {
            found.matches().add(new Match(row, place, best));
        }
    }

    /** Rows of a run that have depths which were looked for. */
    record Found(Run run, List<Match> matches) {}

    /**
     * @param row which of the depths
     * @param place which row of the run
     * @param depth the run's own depth there
     */
    record Match(int row, long place, double depth) {}
}
