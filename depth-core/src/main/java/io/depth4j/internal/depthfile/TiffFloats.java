package io.depth4j.internal.depthfile;

import io.depth4j.FloatPlane;
import io.depth4j.MalformedInputException;
import io.depth4j.Size;
import io.depth4j.internal.codec.Bytes;
import io.depth4j.internal.codec.TiffDirectory;
import io.depth4j.internal.codec.TiffDirectory.Entry;
import io.depth4j.internal.codec.TiffDirectory.Reader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Depth in TIFF: strips of one sample of 32-bit float, of which the first directory is read. Floats come and go bit for bit,
 * {@code NaN} and infinities among them.
 */
public final class TiffFloats {

    /** How strips are packed, of what is written here. */
    public enum Packing {
        NONE(1),
        DEFLATE(8);

        private final int number;

        Packing(int number) {
            this.number = number;
        }
    }

    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC = 262;
    private static final int FILL_ORDER = 266;
    private static final int DESCRIPTION = 270;
    private static final int STRIP_OFFSETS = 273;
    private static final int ORIENTATION = 274;
    private static final int SAMPLES = 277;
    private static final int ROWS_PER_STRIP = 278;
    private static final int STRIP_BYTES = 279;
    private static final int PLANES = 284;
    private static final int PREDICTOR = 317;
    private static final int TILE_OFFSETS = 324;
    private static final int SAMPLE_FORMAT = 339;

    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int FLOAT = 3;
    private static final int BLACK_IS_ZERO = 1;
    private static final int HEADER_BYTES = 8;
    private static final int ENTRY_BYTES = 12;
    private static final long MOST_BYTES = 0xffffffffL;

    /** How a description of ours begins. */
    private static final String BEGIN = NotedPlane.OURS + " ";

    /** A tag that decides whether the pixels can be read, and the value it has where it is absent. */
    private record Demand(int tag, int absent, Set<Integer> allowed, String meaning) {}

    private static final List<Demand> DEMANDS = List.of(
            new Demand(SAMPLES, 1, Set.of(1), "samples a pixel"),
            new Demand(BITS, 1, Set.of(32), "bits a sample"),
            new Demand(SAMPLE_FORMAT, 1, Set.of(FLOAT), "sample format (3 is float)"),
            new Demand(COMPRESSION, 1, Set.of(1, 8, 32946), "compression (1 is none, 8 and 32946 are deflate)"),
            new Demand(PREDICTOR, 1, Set.of(1), "predictor (1 is none)"),
            new Demand(FILL_ORDER, 1, Set.of(1), "order of bits"),
            new Demand(ORIENTATION, 1, Set.of(1), "orientation (1 is upright)"));

    private TiffFloats() {}

    /** BigTIFF (43) too, which is refused by its name then. */
    public static boolean recognizes(Bytes head) {
        return Stream.of("II*\0", "MM\0*", "II+\0", "MM\0+").anyMatch(begin -> head.matches(0, begin));
    }

    public static NotedPlane read(Bytes file, Claims claims) {
        Reader reader = Reader.at(file, 0, file.length());
        TiffDirectory directory = reader.first();
        if (directory.entry(TILE_OFFSETS).isPresent()) {
            throw new MalformedInputException("Depth in TIFF is read from strips, found tiles");
        }
        DEMANDS.forEach(demand -> check(demand, directory));
        Size size = claims.size(number(directory, WIDTH, 0), number(directory, HEIGHT, 0));
        long packing = number(directory, COMPRESSION, 1) == 1 ? 1 : Claims.DEFLATE_MOST;
        Claims.requireRoom((long) size.pixels() * Float.BYTES, file.length() * packing);
        FloatPlane plane = FloatPlane.allocate(size);
        readStrips(file, directory, reader.littleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN, plane);
        return new NotedPlane(plane, note(file, directory));
    }

    /** Descriptions of others are passed over. */
    private static Optional<String> note(Bytes file, TiffDirectory directory) {
        return directory
                .entry(DESCRIPTION)
                .filter(entry -> entry.type() == ASCII && file.matches(entry.values(), BEGIN))
                .map(entry ->
                        file.latin(entry.values() + BEGIN.length(), Math.max(0, entry.count() - BEGIN.length() - 1)));
    }

    private static void check(Demand demand, TiffDirectory directory) {
        long found = number(directory, demand.tag, demand.absent);
        if (demand.allowed.stream().noneMatch(allowed -> allowed == found)) {
            throw new MalformedInputException("Depth in TIFF is read with " + demand.meaning + " "
                    + String.join(
                            " or ",
                            demand.allowed.stream()
                                    .sorted()
                                    .map(String::valueOf)
                                    .toList()) + ", found "
                    + found);
        }
    }

    private static void readStrips(Bytes file, TiffDirectory directory, ByteOrder order, FloatPlane plane) {
        int width = plane.width();
        int height = plane.height();
        long claimedRows = number(directory, ROWS_PER_STRIP, height);
        if (claimedRows < 1) {
            throw new MalformedInputException("A strip of a TIFF has at least 1 row, found " + claimedRows);
        }
        int stripRows = (int) Math.min(claimedRows, height);
        int strips = (height - 1) / stripRows + 1;
        Entry offsets = strips(directory, STRIP_OFFSETS, strips);
        Entry lengths = strips(directory, STRIP_BYTES, strips);
        boolean packed = number(directory, COMPRESSION, 1) != 1;
        try (Inflation inflation = new Inflation(file)) {
            byte[] row = new byte[Math.multiplyExact(width, packed ? Float.BYTES : 0)];
            for (int strip = 0; strip < strips; strip++) {
                long start = (long) offsets.number(strip);
                long length = (long) lengths.number(strip);
                int first = strip * stripRows;
                int rows = Math.min(stripRows, height - first);
                file.require(start, length, "strip " + strip + " of the TIFF");
                if (packed) {
                    inflation.open((int) start, (int) length);
                    for (int y = first; y < first + rows; y++) {
                        inflation.read(row, row.length);
                        floats(row, 0, row.length, order).get(plane.array(), y * width, width);
                    }
                } else {
                    long needed = (long) rows * width * Float.BYTES;
                    if (length < needed) {
                        throw new MalformedInputException(
                                "Strip " + strip + " of the TIFF takes " + needed + " bytes, found " + length, start);
                    }
                    floats(file.array(), (int) start, (int) needed, order)
                            .get(plane.array(), first * width, rows * width);
                }
            }
        }
    }

    private static FloatBuffer floats(byte[] bytes, int start, int length, ByteOrder order) {
        return ByteBuffer.wrap(bytes, start, length).order(order).asFloatBuffer();
    }

    private static Entry strips(TiffDirectory directory, int tag, int strips) {
        Entry found = directory
                .entry(tag)
                .orElseThrow(() -> new MalformedInputException("The TIFF has no strips: tag " + tag + " is missing"));
        if (found.count() < strips) {
            throw new MalformedInputException(
                    "The TIFF has " + strips + " strips, tag " + tag + " holds " + found.count() + " values");
        }
        return found;
    }

    private static long number(TiffDirectory directory, int tag, int absent) {
        return (long) directory.number(tag).orElse(absent);
    }

    /**
     * Writes the whole file, the low byte first; neither flushes nor closes the stream.
     *
     * @param rowsPerStrip at least 1; the plane's height or more makes a single strip
     */
    public static void write(
            Size size, FloatBuffer values, String note, Packing packing, int rowsPerStrip, OutputStream out)
            throws IOException {
        if (rowsPerStrip < 1) {
            throw new IllegalArgumentException("A strip has at least 1 row, found " + rowsPerStrip);
        }
        int rows = Math.min(rowsPerStrip, size.height());
        List<byte[]> strips = strips(size, values, packing, rows);
        byte[] head = head(size, BEGIN + note + "\0", packing, rows, strips);
        out.write(head);
        for (byte[] strip : strips) {
            out.write(strip);
        }
    }

    private static List<byte[]> strips(Size size, FloatBuffer values, Packing packing, int stripRows) {
        List<byte[]> strips = new ArrayList<>();
        try (Deflation deflation = new Deflation()) {
            for (int first = 0; first < size.height(); first += stripRows) {
                int rows = Math.min(stripRows, size.height() - first);
                byte[] plain = FloatBytes.of(values, first * size.width(), rows * size.width());
                strips.add(packing == Packing.NONE ? plain : deflation.packed(plain));
            }
        }
        return strips;
    }

    /** The header, the directory, the description, and the places and lengths of the strips, which follow. */
    private static byte[] head(Size size, String description, Packing packing, int stripRows, List<byte[]> strips) {
        int entries = 12;
        int text = HEADER_BYTES + 2 + entries * ENTRY_BYTES + 4;
        // Values begin at even bytes.
        int tables = text + description.length() + description.length() % 2;
        int count = strips.size();
        int first = Math.addExact(tables, count == 1 ? 0 : Math.multiplyExact(count, 8));
        long end = first + strips.stream().mapToLong(strip -> strip.length).sum();
        if (end > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "A TIFF file has at most " + MOST_BYTES + " bytes, this plane would need " + end);
        }
        ByteBuffer head = ByteBuffer.allocate(first).order(ByteOrder.LITTLE_ENDIAN);
        head.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(HEADER_BYTES);
        head.putShort((short) entries);
        entry(head, WIDTH, LONG, 1, size.width());
        entry(head, HEIGHT, LONG, 1, size.height());
        entry(head, BITS, SHORT, 1, Float.SIZE);
        entry(head, COMPRESSION, SHORT, 1, packing.number);
        entry(head, PHOTOMETRIC, SHORT, 1, BLACK_IS_ZERO);
        entry(head, DESCRIPTION, ASCII, description.length(), text);
        entry(head, STRIP_OFFSETS, LONG, count, count == 1 ? first : tables);
        entry(head, SAMPLES, SHORT, 1, 1);
        entry(head, ROWS_PER_STRIP, LONG, 1, stripRows);
        entry(head, STRIP_BYTES, LONG, count, count == 1 ? strips.get(0).length : tables + 4 * count);
        entry(head, PLANES, SHORT, 1, 1);
        entry(head, SAMPLE_FORMAT, SHORT, 1, FLOAT);
        head.putInt(0);
        head.put(description.getBytes(StandardCharsets.ISO_8859_1)).position(tables);
        if (count > 1) {
            long at = first;
            for (byte[] strip : strips) {
                head.putInt((int) at);
                at += strip.length;
            }
            strips.forEach(strip -> head.putInt(strip.length));
        }
        return head.array();
    }

    private static void entry(ByteBuffer head, int tag, int type, int count, int value) {
        head.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
