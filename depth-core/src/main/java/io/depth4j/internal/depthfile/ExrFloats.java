package io.depth4j.internal.depthfile;

import io.depth4j.FloatPlane;
import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import io.depth4j.Size;
import io.depth4j.internal.codec.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Depth in OpenEXR: lines of one channel, {@code Z}. The plane is the data window. Floats come and go bit for bit,
 * {@code NaN} and infinities among them.
 */
public final class ExrFloats {

    private static final int CHUNK_HEADER = 8;
    private static final int OFFSET_BYTES = 8;

    private ExrFloats() {}

    public static boolean recognizes(Bytes head) {
        return head.matches(0, ExrHeader.MAGIC);
    }

    public static NotedPlane read(Bytes file, Claims claims) {
        ExrHeader header = ExrHeader.read(file);
        Size size = claims.size(header.width(), header.height());
        int lines = Math.min(header.compression().lines(), size.height());
        int chunks = chunks(size.height(), lines);
        file.require(header.end(), (long) chunks * OFFSET_BYTES, "the OpenEXR table of offsets");
        long packing = header.compression() == ExrCompression.NONE ? 1 : Claims.DEFLATE_MOST;
        Claims.requireRoom(header.pixelBytes() * size.pixels(), file.length() * packing);
        ExrChannel channel = header.depth();
        byte[] unpacked = new byte[blockBytes(header, size.width(), lines, claims)];
        FloatPlane plane = FloatPlane.allocate(size);
        try (Inflation inflation = new Inflation(file)) {
            for (int chunk = 0; chunk < chunks; chunk++) {
                int first = chunk * lines;
                int rows = Math.min(lines, size.height() - first);
                int at = chunkAt(file, header.end() + chunk * OFFSET_BYTES, header.top() + first);
                int lineBytes = unpacked.length / lines;
                ExrBlock block = block(file, at, rows * lineBytes, header.compression(), inflation, unpacked);
                int before = (int) header.pixelBytesBefore(channel) * size.width();
                for (int row = 0; row < rows; row++) {
                    block.copyTo(
                            plane.array(),
                            (first + row) * size.width(),
                            row * lineBytes + before,
                            size.width(),
                            channel.type());
                }
            }
        }
        return new NotedPlane(plane, header.note());
    }

    /** All channels of the lines that are packed together, which may be many more than the one that is wanted. */
    private static int blockBytes(ExrHeader header, int width, int lines, Claims claims) {
        long bytes = Math.multiplyExact(header.pixelBytes() * width, (long) lines);
        long most =
                Math.min(Integer.MAX_VALUE - 8, Math.multiplyExact(Float.BYTES, Math.min(claims.pixels(), 1L << 40)));
        if (bytes > most) {
            throw new LimitExceededException("A block of " + lines + " lines and "
                    + header.channels().size() + " channels takes " + bytes + " bytes, allowed are " + most);
        }
        return (int) bytes;
    }

    /** Where the chunk stands whose offset is at {@code entry}; it says itself with which line it begins. */
    private static int chunkAt(Bytes file, int entry, int line) {
        long offset = file.u32le(entry) | file.u32le(entry + 4) << 32;
        if (offset == 0) {
            throw new MalformedInputException(
                    "The OpenEXR file was never finished: line " + line + " was not written", entry);
        }
        if (offset < 0 || offset > file.length()) {
            throw new MalformedInputException("The OpenEXR file ends before line " + line, entry);
        }
        file.require(offset, CHUNK_HEADER, "a block of OpenEXR lines");
        int found = file.i32le((int) offset);
        if (found != line) {
            throw new MalformedInputException(
                    "A block of OpenEXR lines begins with line " + line + ", found " + found, offset);
        }
        return (int) offset;
    }

    private static ExrBlock block(
            Bytes file, int at, int count, ExrCompression compression, Inflation inflation, byte[] unpacked) {
        long packed = file.u32le(at + 4);
        int start = at + CHUNK_HEADER;
        file.require(start, packed, "a block of OpenEXR lines");
        if (packed == count) {
            return new ExrBlock(file.array(), start, 0);
        }
        if (packed > count || compression == ExrCompression.NONE) {
            throw new MalformedInputException(
                    "A block of OpenEXR lines takes " + count + " bytes, found " + packed, at + 4);
        }
        inflation.open(start, (int) packed);
        inflation.read(unpacked, count);
        return ExrBlock.ofDifferences(unpacked, count);
    }

    /** Writes the whole file, lines in increasing order; neither flushes nor closes the stream. */
    public static void write(Size size, FloatBuffer values, String note, ExrCompression compression, OutputStream out)
            throws IOException {
        List<byte[]> blocks = blocks(size, values, compression);
        byte[] header = header(size, note, compression);
        byte[] table = new byte[Math.multiplyExact(blocks.size(), OFFSET_BYTES)];
        ByteBuffer offsets = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        long offset = (long) header.length + table.length;
        for (byte[] block : blocks) {
            offsets.putLong(offset);
            offset += CHUNK_HEADER + block.length;
        }
        out.write(header);
        out.write(table);
        int line = 0;
        for (byte[] block : blocks) {
            out.write(
                    littleEndian(CHUNK_HEADER).putInt(line).putInt(block.length).array());
            out.write(block);
            line += compression.lines();
        }
    }

    private static List<byte[]> blocks(Size size, FloatBuffer values, ExrCompression compression) {
        List<byte[]> blocks = new ArrayList<>();
        try (Deflation deflation = new Deflation()) {
            for (int first = 0; first < size.height(); first += compression.lines()) {
                int rows = Math.min(compression.lines(), size.height() - first);
                byte[] plain = FloatBytes.of(values, first * size.width(), rows * size.width());
                blocks.add(compression == ExrCompression.NONE ? plain : smaller(plain, deflation));
            }
        }
        return blocks;
    }

    /** What does not shrink is stored as it stands, and readers know it by its length. */
    private static byte[] smaller(byte[] plain, Deflation deflation) {
        byte[] packed = deflation.packed(ExrBlock.differences(plain));
        return packed.length < plain.length ? packed : plain;
    }

    private static byte[] header(Size size, String note, ExrCompression compression) {
        ByteBuffer header = littleEndian(512 + note.length());
        put(header, ExrHeader.MAGIC).putInt(2);
        attribute(header, "channels", "chlist", 2 + ExrChannel.ENTRY_BYTES + 1);
        put(header, "Z\0")
                .putInt(ExrChannel.Type.FLOAT.number())
                .putInt(0)
                .putInt(1)
                .putInt(1)
                .put((byte) 0);
        attribute(header, "compression", "compression", 1).put((byte) compression.number());
        for (String window : List.of("dataWindow", "displayWindow")) {
            attribute(header, window, "box2i", 16).putInt(0).putInt(0);
            header.putInt(size.width() - 1).putInt(size.height() - 1);
        }
        attribute(header, "lineOrder", "lineOrder", 1).put((byte) 0);
        attribute(header, "pixelAspectRatio", "float", 4).putFloat(1);
        attribute(header, "screenWindowCenter", "v2f", 8).putFloat(0).putFloat(0);
        attribute(header, "screenWindowWidth", "float", 4).putFloat(1);
        attribute(header, NotedPlane.OURS, "string", note.length());
        put(header, note);
        header.put((byte) 0).flip();
        byte[] bytes = new byte[header.remaining()];
        header.get(bytes);
        return bytes;
    }

    private static ByteBuffer attribute(ByteBuffer header, String name, String type, int length) {
        return put(header, name + "\0" + type + "\0").putInt(length);
    }

    private static ByteBuffer put(ByteBuffer header, String latin) {
        return header.put(latin.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static ByteBuffer littleEndian(int capacity) {
        return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int chunks(int height, int lines) {
        return (height - 1) / lines + 1;
    }
}
