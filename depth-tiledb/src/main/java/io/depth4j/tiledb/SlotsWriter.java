package io.depth4j.tiledb;

import io.depth4j.frames.FrameBuffer;
import io.depth4j.frames.Frames;
import io.depth4j.frames.PixelType;
import io.depth4j.tiledb.Cells.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes images of few rows to slots of one segment. Neighbours are written at once, since every write has its price: each gets
 * as many rows as the longest of them, of which the catalog tells those that count.
 */
final class SlotsWriter {

    /** What is written at once at most, whether its rows count or not. */
    private static final int MOST_BYTES = 8 << 20;
    /** So many times as many rows may be written as count. */
    private static final int WASTE = 2;

    private final Segments segments;
    private final String segment;
    private final List<Slot> waiting = new ArrayList<>();
    private int longest;
    private long rows;
    private boolean made;
    private boolean hasMissing;
    private boolean hasTimes;

    SlotsWriter(Segments segments, String segment) {
        this.segments = segments;
        this.segment = segment;
    }

    private record Slot(long number, Frames rows, boolean masked, RowStamps stamps) {}

    /** The next image's rows, by depth; numbers of slots ascend. The run that they are once all is written. */
    Run add(long slot, Frames frames, RowStamps stamps) {
        if (!waiting.isEmpty() && !fits(slot, frames)) {
            finish();
        }
        boolean masked = frames.isMasked() && RunWriter.anyMissing(frames.valid());
        waiting.add(new Slot(slot, frames, masked, stamps));
        longest = Math.max(longest, frames.count());
        rows += frames.count();
        double[] depths = frames.depths();
        return new Run(
                segment,
                slot,
                0,
                frames.count(),
                depths[0],
                depths[depths.length - 1],
                masked,
                !stamps.areOne(),
                false,
                stamps.one(),
                Run.fence(new double[0], 0, depths));
    }

    private boolean fits(long slot, Frames frames) {
        long slots = slot - waiting.get(0).number() + 1;
        long written = slots * Math.max(longest, frames.count());
        long bytes =
                written * Math.max(Double.BYTES, frames.width() * frames.type().bytes());
        return bytes <= MOST_BYTES && written <= WASTE * (rows + frames.count());
    }

    /** Writes what waits. */
    void finish() {
        if (waiting.isEmpty()) {
            return;
        }
        Frames like = waiting.get(0).rows();
        make(like.type(), like.width());
        long first = waiting.get(0).number();
        int slots = (int) (waiting.get(waiting.size() - 1).number() - first + 1);
        Block block = new Block(first, slots, 0, longest, 0);
        Frames all = padded(slots);
        segments.write(segment, block, all, 0);
        if (waiting.stream().anyMatch(Slot::masked)) {
            segments.writeMissing(segment, block, all, 0);
        }
        if (waiting.stream().anyMatch(slot -> !slot.stamps().areOne())) {
            RowStamps stamps = RowStamps.ofRows(slots * longest);
            waiting.forEach(slot -> slot.stamps().copyTo(stamps, place(slot)));
            segments.writeTimes(segment, block, stamps);
        }
        waiting.clear();
        longest = 0;
        rows = 0;
    }

    private void make(PixelType type, int width) {
        if (!made) {
            segments.create(segment, type, width);
            made = true;
        }
        if (!hasMissing && waiting.stream().anyMatch(Slot::masked)) {
            segments.createMissing(segment, width);
            hasMissing = true;
        }
        if (!hasTimes && waiting.stream().anyMatch(slot -> !slot.stamps().areOne())) {
            segments.createTimes(segment);
            hasTimes = true;
        }
    }

    private int place(Slot slot) {
        return (int) (slot.number() - waiting.get(0).number()) * longest;
    }

    private Frames padded(int slots) {
        Frames like = waiting.get(0).rows();
        int width = like.width();
        FrameBuffer all = new FrameBuffer();
        all.prepare(like.unit(), width, like.type(), waiting.stream().anyMatch(Slot::masked), slots * longest);
        Arrays.fill(all.valid(), (byte) 1);
        for (Slot slot : waiting) {
            Frames some = slot.rows();
            int row = place(slot);
            System.arraycopy(some.depths(), 0, all.depths(), row, some.count());
            if (some.type() == PixelType.UINT8) {
                System.arraycopy(some.bytes(), 0, all.bytes(), row * width, some.count() * width);
            } else {
                System.arraycopy(some.floats(), 0, all.floats(), row * width, some.count() * width);
            }
            if (slot.masked()) {
                System.arraycopy(some.valid(), 0, all.valid(), row * width, some.count() * width);
            }
        }
        return all.frames();
    }
}
