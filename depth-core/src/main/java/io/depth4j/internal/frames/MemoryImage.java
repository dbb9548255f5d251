package io.depth4j.internal.frames;

import io.depth4j.frames.DepthRange;
import io.depth4j.frames.Frames;
import io.depth4j.frames.ImageSummary;
import io.depth4j.frames.PixelType;
import io.depth4j.frames.RowTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One image as it was at one commit: its rows by depth, and when they came. */
public record MemoryImage(
        long id, String name, Frames rows, Instant[] created, Instant[] updated, Instant first, Instant last) {

    /** What is to become of an image, and of how many rows. */
    public record Change(MemoryImage image, long added, long replaced, long unchanged) {}

    public static MemoryImage empty(long id, String name, Frames like, Instant now) {
        Frames none = Frames.empty(like.unit(), like.width(), like.type());
        return new MemoryImage(id, name, none, new Instant[0], new Instant[0], now, now);
    }

    ImageSummary summary() {
        return new ImageSummary(
                id,
                name,
                rows.count(),
                rows.depth(0),
                rows.depth(rows.count() - 1),
                rows.width(),
                rows.type(),
                rows.unit(),
                first,
                last);
    }

    Frames read(DepthRange range) {
        int from = Depths.notBelow(rows.depths(), rows.count(), range.low());
        return rows.rows(from, Math.max(from, Depths.behind(rows.depths(), rows.count(), range)));
    }

    List<RowTimes> times(DepthRange range) {
        List<RowTimes> times = new ArrayList<>();
        for (int i = Depths.notBelow(rows.depths(), rows.count(), range.low());
                i < rows.count() && range.isBelowEnd(rows.depth(i));
                i++) {
            times.add(new RowTimes(rows.depth(i), created[i], updated[i]));
        }
        return times;
    }

    Frames overview(DepthRange range, int parts) {
        double low = Math.max(range.low(), rows.depth(0));
        double high = Math.min(range.high(), rows.depth(rows.count() - 1));
        if (!(low <= high)) {
            return Frames.empty(rows.unit(), rows.width(), PixelType.FLOAT32);
        }
        RowMeans means = new RowMeans(low, high, parts, rows.width());
        means.add(read(range));
        return means.frames(rows.unit());
    }

    /** This image with more rows, which are in the order of their depths, each once. */
    public Change with(Frames more, double tolerance, Instant now) {
        int[] places = new int[more.count()];
        double[] depths = new double[more.count()];
        for (int i = 0; i < places.length; i++) {
            places[i] = Depths.same(rows.depths(), rows.count(), more.depth(i), tolerance);
            depths[i] = places[i] < 0 ? more.depth(i) : rows.depth(places[i]);
        }
        long added = 0;
        long replaced = 0;
        boolean[] changed = new boolean[more.count()];
        for (int i = 0; i < places.length; i++) {
            changed[i] = places[i] < 0 || !rows.samePixels(places[i], more, i, 1);
            added += places[i] < 0 ? 1 : 0;
            replaced += places[i] >= 0 && changed[i] ? 1 : 0;
        }
        long unchanged = more.count() - added - replaced;
        if (added + replaced == 0) {
            return new Change(this, 0, 0, unchanged);
        }
        Frames joined = RowOrder.sorted(RowOrder.joined(List.of(rows, RowOrder.at(depths, more))));
        Instant[] births = new Instant[joined.count()];
        Instant[] changes = new Instant[joined.count()];
        Arrays.fill(births, now);
        Arrays.fill(changes, now);
        for (int i = 0; i < rows.count(); i++) {
            int to = Depths.notBelow(joined.depths(), joined.count(), rows.depth(i));
            births[to] = created[i];
            changes[to] = updated[i];
        }
        for (int i = 0; i < places.length; i++) {
            if (changed[i]) {
                changes[Depths.notBelow(joined.depths(), joined.count(), depths[i])] = now;
            }
        }
        return new Change(new MemoryImage(id, name, joined, births, changes, first, now), added, replaced, unchanged);
    }
}
