package io.depth4j.tiledb;

import io.depth4j.frames.DepthRange;
import io.depth4j.frames.FrameBuffer;
import io.depth4j.frames.Frames;
import io.depth4j.frames.PixelType;
import io.depth4j.internal.Pool;
import io.depth4j.internal.frames.Depths;
import io.depth4j.tiledb.Cells.Attributed;
import io.depth4j.tiledb.Cells.Block;
import io.depth4j.tiledb.Cells.Packing;
import io.tiledb.java.api.Datatype;
import io.tiledb.java.api.TileDBError;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Reads and writes segments: folders with an array of pixels, one of depths and, where they are needed, one of missing pixels and
 * one of times. What is in a commit never changes again.
 */
final class Segments {

    static final String PIXELS = "pixels";
    static final String MISSING = "missing";
    static final String DEPTHS = "depths";
    static final String TIMES = "times";
    /** All arrays that a segment may have. */
    static final List<String> ARRAYS = List.of(PIXELS, MISSING, DEPTHS, TIMES, means(0), means(1), ends(0), ends(1));

    /** Blocks of depths that are kept in memory, 4 kB each. */
    private static final int KEPT_BLOCKS = 4096;

    private static final String INTENSITY = "intensity";
    private static final String FLAG = "missing";
    private static final String DEPTH = "depth";
    private static final String CREATED = "created";
    private static final String UPDATED = "updated";
    private static final String MEAN = "mean";
    private static final String COUNT = "count";
    private static final String LOW = "low";
    private static final String HIGH = "high";

    private final SegmentFolder folder;
    private final Native tiledb;
    private final int compression;
    private final Pool<Room> rooms = new Pool<>(Room::new);
    private final Map<Place, double[]> blocks = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, double[]> eldest) {
            return size() > KEPT_BLOCKS;
        }
    };

    Segments(SegmentFolder folder, Native tiledb, int compression) {
        this.folder = folder;
        this.tiledb = tiledb;
        this.compression = compression;
    }

    private interface Work<T> {
        T with(Native.Use use, Room room) throws TileDBError;
    }

    private <T> T work(String what, Work<T> work) {
        Room room = rooms.take();
        try (Native.Use use = tiledb.use()) {
            return work.with(use, room);
        } catch (TileDBError e) {
            throw new StoreException(what, e);
        } finally {
            rooms.give(room);
        }
    }

    /** A name that nobody has. */
    static String name() {
        byte[] bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    SegmentFolder folder() {
        return folder;
    }

    // Writing

    /** Makes the arrays for rows of a kind. */
    void create(String segment, PixelType type, int width) {
        Attributed pixels = type == PixelType.UINT8
                ? new Attributed(INTENSITY, Datatype.TILEDB_UINT8, Packing.PLAIN, (short) 0)
                : new Attributed(INTENSITY, Datatype.TILEDB_FLOAT32, Packing.SHUFFLED, Float.NaN);
        Attributed depths = new Attributed(DEPTH, Datatype.TILEDB_FLOAT64, Packing.SHUFFLED, Double.NaN);
        create(segment, PIXELS, width, type.bytes(), pixels);
        create(segment, DEPTHS, 0, Double.BYTES, depths);
    }

    /** Makes the array of missing pixels; where nothing is written none is missing. */
    void createMissing(String segment, int width) {
        create(segment, MISSING, width, 1, new Attributed(FLAG, Datatype.TILEDB_UINT8, Packing.PLAIN, (short) 0));
    }

    /** Makes the array of times; where nothing is written the run's time counts. */
    void createTimes(String segment) {
        Attributed created = new Attributed(CREATED, Datatype.TILEDB_INT64, Packing.SHUFFLED, 0L);
        create(
                segment,
                TIMES,
                0,
                2 * Long.BYTES,
                created,
                new Attributed(UPDATED, Datatype.TILEDB_INT64, Packing.SHUFFLED, 0L));
    }

    private static String means(int level) {
        return "means" + level;
    }

    private static String ends(int level) {
        return "ends" + level;
    }

    /** Makes the arrays of means of blocks of rows. */
    void createMeans(String segment, int width) {
        for (int level = 0; level < RunMeans.LEVELS; level++) {
            Attributed mean = new Attributed(MEAN, Datatype.TILEDB_FLOAT32, Packing.QUICK, Float.NaN);
            Attributed count = new Attributed(COUNT, Datatype.TILEDB_UINT16, Packing.SHUFFLED, 0);
            Attributed low = new Attributed(LOW, Datatype.TILEDB_FLOAT64, Packing.SHUFFLED, Double.NaN);
            Attributed high = new Attributed(HIGH, Datatype.TILEDB_FLOAT64, Packing.SHUFFLED, Double.NaN);
            create(segment, means(level), width, Float.BYTES, mean, count);
            create(segment, ends(level), 0, 2 * Double.BYTES, low, high);
        }
    }

    /** Writes blocks that lie side by side. */
    void writeMeans(String segment, long slot, int level, long first, Blocks blocks) {
        work(unwritable(segment), (use, room) -> {
            int count = blocks.count();
            ByteBuffer all = room.of(2 * count * Double.BYTES + blocks.means().length * (Float.BYTES + Short.BYTES));
            ByteBuffer lows = part(all, 0, count * Double.BYTES);
            ByteBuffer highs = part(all, lows.capacity(), count * Double.BYTES);
            ByteBuffer means = part(all, 2 * lows.capacity(), blocks.means().length * Float.BYTES);
            ByteBuffer counts = part(all, 2 * lows.capacity() + means.capacity(), blocks.counts().length * Short.BYTES);
            lows.asDoubleBuffer().put(blocks.lows());
            highs.asDoubleBuffer().put(blocks.highs());
            means.asFloatBuffer().put(blocks.means());
            counts.asShortBuffer().put(blocks.counts());
            Block ends = new Block(slot, first, count, 0);
            Cells.write(
                    use.context(), folder.uri(segment, ends(level)), ends, List.of(LOW, HIGH), List.of(lows, highs));
            Block block = new Block(slot, first, count, blocks.means().length / count);
            Cells.write(
                    use.context(),
                    folder.uri(segment, means(level)),
                    block,
                    List.of(MEAN, COUNT),
                    List.of(means, counts));
            return true;
        });
    }

    private static ByteBuffer part(ByteBuffer all, int from, int length) {
        return all.slice(from, length).order(all.order());
    }

    /** Blocks of a run that lie side by side; how many pixels each stands for only if {@code counted}. */
    Blocks means(Run run, int level, long from, int count, int width, boolean counted) {
        double[] lows = new double[count];
        double[] highs = new double[count];
        float[] means = new float[count * width];
        short[] counts = new short[counted ? means.length : 0];
        int most = rowsAtOnce(width * Float.BYTES);
        return work(unreadable(run), (use, room) -> {
            for (int done = 0; done < count; done += most) {
                int some = Math.min(most, count - done);
                long first = RunMeans.first(run, level) + from + done;
                Block ends = new Block(run.slot(), first, some, 0);
                ByteBuffer lines = room.of(some * Double.BYTES);
                Cells.read(use, folder.uri(run.segment(), ends(level)), ends, LOW, lines);
                lines.asDoubleBuffer().get(lows, done, some);
                Cells.read(use, folder.uri(run.segment(), ends(level)), ends, HIGH, lines);
                lines.asDoubleBuffer().get(highs, done, some);
                Block block = new Block(run.slot(), first, some, width);
                String uri = folder.uri(run.segment(), means(level));
                ByteBuffer values = room.of(some * width * Float.BYTES);
                Cells.read(use, uri, block, MEAN, values);
                values.asFloatBuffer().get(means, done * width, some * width);
                if (counted) {
                    ByteBuffer numbers = room.of(some * width * Short.BYTES);
                    Cells.read(use, uri, block, COUNT, numbers);
                    numbers.asShortBuffer().get(counts, done * width, some * width);
                }
            }
            return new Blocks(lows, highs, means, counts);
        });
    }

    /**
     * Means of blocks of rows.
     *
     * @param lows the first depth of each
     * @param highs the last depth of each
     * @param counts how many pixels each mean stands for; may be empty
     */
    record Blocks(double[] lows, double[] highs, float[] means, short[] counts) {
        int count() {
            return lows.length;
        }
    }

    private void create(String segment, String array, int width, int valueBytes, Attributed... attributes) {
        work("The segment " + segment + " cannot be made", (use, room) -> {
            Cells.create(use.context(), folder.uri(segment, array), width, valueBytes, compression, attributes);
            return true;
        });
    }

    /** Writes depths and pixels of rows from one on, but not which are missing. */
    void write(String segment, Block lines, Frames rows, int from) {
        int width = rows.width();
        int count = lines.lines();
        work(unwritable(segment), (use, room) -> {
            ByteBuffer depths = room.of(count * Double.BYTES);
            depths.asDoubleBuffer().put(rows.depths(), from, count);
            Cells.write(use.context(), folder.uri(segment, DEPTHS), lines, List.of(DEPTH), List.of(depths));
            ByteBuffer pixels = room.of(count * width * rows.type().bytes());
            if (rows.type() == PixelType.UINT8) {
                pixels.put(rows.bytes(), from * width, count * width);
            } else {
                pixels.asFloatBuffer().put(rows.floats(), from * width, count * width);
            }
            Block block = lines.withWidth(width);
            String uri = folder.uri(segment, PIXELS);
            Cells.write(use.context(), uri, block, List.of(INTENSITY), List.of(pixels.rewind()));
            return true;
        });
    }

    /** Writes which pixels are missing of rows from one on. */
    void writeMissing(String segment, Block lines, Frames rows, int from) {
        int first = from * rows.width();
        byte[] valid = rows.valid();
        work(unwritable(segment), (use, room) -> {
            ByteBuffer flags = room.of(lines.lines() * rows.width());
            for (int i = 0; i < flags.capacity(); i++) {
                flags.put(i, (byte) (1 - valid[first + i]));
            }
            Block block = lines.withWidth(rows.width());
            Cells.write(use.context(), folder.uri(segment, MISSING), block, List.of(FLAG), List.of(flags));
            return true;
        });
    }

    /** Writes when rows came and were replaced, 0 for the run's time. */
    void writeTimes(String segment, Block lines, RowStamps stamps) {
        int bytes = lines.lines() * Long.BYTES;
        work(unwritable(segment), (use, room) -> {
            ByteBuffer both = room.of(2 * bytes);
            ByteBuffer created = part(both, 0, bytes);
            ByteBuffer updated = part(both, bytes, bytes);
            created.asLongBuffer().put(stamps.created());
            updated.asLongBuffer().put(stamps.updated());
            String uri = folder.uri(segment, TIMES);
            Cells.write(use.context(), uri, lines, List.of(CREATED, UPDATED), List.of(created, updated));
            return true;
        });
    }

    private static String unwritable(String segment) {
        return "The segment " + segment + " cannot be written";
    }

    /** As many rows as one query reads or writes at most. */
    static int rowsAtOnce(PixelType type, int width) {
        return rowsAtOnce(Math.max(Double.BYTES, width * type.bytes()));
    }

    private static int rowsAtOnce(int rowBytes) {
        return Math.max(1, Room.MOST_BYTES / rowBytes);
    }

    // Reading

    /** Depths of a run. */
    double[] depths(Run run, long from, int count) {
        double[] depths = new double[count];
        int most = rowsAtOnce(Double.BYTES);
        return work(unreadable(run), (use, room) -> {
            for (int done = 0; done < count; done += most) {
                int some = Math.min(most, count - done);
                ByteBuffer values = room.of(some * Double.BYTES);
                Block block = new Block(run.slot(), run.first() + from + done, some, 0);
                Cells.read(use, folder.uri(run.segment(), DEPTHS), block, DEPTH, values);
                values.asDoubleBuffer().get(depths, done, some);
            }
            return depths;
        });
    }

    RowStamps stamps(Run run, long from, int count) {
        RowStamps stamps = RowStamps.ofRows(count);
        if (run.timed()) {
            times(run, from, CREATED, stamps.created());
            times(run, from, UPDATED, stamps.updated());
        }
        stamps.setUnknown(run.time());
        return stamps;
    }

    private void times(Run run, long from, String kind, long[] times) {
        int most = rowsAtOnce(Long.BYTES);
        work(unreadable(run), (use, room) -> {
            for (int done = 0; done < times.length; done += most) {
                int some = Math.min(most, times.length - done);
                ByteBuffer values = room.of(some * Long.BYTES);
                Block block = new Block(run.slot(), run.first() + from + done, some, 0);
                Cells.read(use, folder.uri(run.segment(), TIMES), block, kind, values);
                values.asLongBuffer().get(times, done, some);
            }
            return true;
        });
    }

    /** Pixels of rows of a run, into a buffer that is prepared for them. */
    void pixels(Run run, long from, int count, FrameBuffer dst) {
        int width = dst.width();
        int most = rowsAtOnce(width * dst.type().bytes());
        work(unreadable(run), (use, room) -> {
            for (int done = 0; done < count; done += most) {
                int some = Math.min(most, count - done);
                Block block = new Block(run.slot(), run.first() + from + done, some, width);
                ByteBuffer values = room.of(some * width * dst.type().bytes());
                Cells.read(use, folder.uri(run.segment(), PIXELS), block, INTENSITY, values);
                if (dst.type() == PixelType.FLOAT32) {
                    values.asFloatBuffer().get(dst.floats(), done * width, some * width);
                } else {
                    values.get(dst.bytes(), done * width, some * width);
                }
                if (dst.isMasked()) {
                    valid(use, room, run, block, dst.valid(), done * width);
                }
            }
            return true;
        });
    }

    private void valid(Native.Use use, Room room, Run run, Block block, byte[] valid, int at) throws TileDBError {
        int cells = block.rows() * block.width();
        if (!run.masked()) {
            Arrays.fill(valid, at, at + cells, (byte) 1);
            return;
        }
        ByteBuffer flags = room.of(cells);
        Cells.read(use, folder.uri(run.segment(), MISSING), block, FLAG, flags);
        for (int i = 0; i < cells; i++) {
            valid[at + i] = (byte) (1 - flags.get(i));
        }
    }

    private static String unreadable(Run run) {
        return "The segment " + run.segment() + " cannot be read";
    }

    // Finding

    /** The place of the first row of a run that is not below a depth. */
    long notBelow(Run run, double depth) {
        double[] fence = run.fence();
        int block = Depths.notBelow(fence, fence.length, depth);
        if (block == 0) {
            return 0;
        }
        double[] depths = block(run, block - 1);
        return (block - 1L) * Run.FENCE + Depths.notBelow(depths, depths.length, depth);
    }

    /** The rows of a run that lie in a range. */
    Span span(Run run, DepthRange range) {
        long from = range.low() <= run.low() ? 0 : notBelow(run, range.low());
        double end = range.closed() ? Math.nextUp(range.high()) : range.high();
        long to = range.contains(run.high()) ? run.rows() : notBelow(run, end);
        return new Span(run, from, Math.max(from, to));
    }

    /** Rows of a run that lie side by side. */
    record Span(Run run, long from, long to) {
        int rows() {
            return Math.toIntExact(to - from);
        }
    }

    /** The depths of a span, into an array that has room for them. */
    void depths(Span span, double[] dst) {
        if (span.rows() > KEPT_BLOCKS / 32 * Run.FENCE) {
            System.arraycopy(depths(span.run(), span.from(), span.rows()), 0, dst, 0, span.rows());
            return;
        }
        for (long row = span.from(); row < span.to(); ) {
            int block = (int) (row / Run.FENCE);
            double[] depths = block(span.run(), block);
            int first = (int) (row - (long) block * Run.FENCE);
            int count = (int) Math.min(depths.length - first, span.to() - row);
            System.arraycopy(depths, first, dst, (int) (row - span.from()), count);
            row += count;
        }
    }

    /** The depths from one that is kept in memory to the next, the first of them included. */
    double[] block(Run run, int block) {
        Place place = new Place(run.segment(), run.slot(), run.first(), block);
        synchronized (blocks) {
            double[] kept = blocks.get(place);
            if (kept != null) {
                return kept;
            }
        }
        long from = (long) block * Run.FENCE;
        double[] read = depths(run, from, (int) Math.min(Run.FENCE, run.rows() - from));
        synchronized (blocks) {
            blocks.put(place, read);
        }
        return read;
    }

    private record Place(String segment, long slot, long first, int block) {}
}
