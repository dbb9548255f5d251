package io.depth4j.io;

import io.depth4j.internal.Pool;
import io.depth4j.io.PngOptions.Filter;
import io.depth4j.io.PngOptions.Packing;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a PNG: rows are filtered into a block, blocks are packed into chunks. */
final class PngEncoder {

    /**
     * Idle ones are kept for reuse with what they hold, 256 KiB of native memory in each deflater among it. Those that a full
     * pool lets go lose theirs through the JDK's own cleaner.
     */
    private static final Pool<PngEncoder> IDLE = new Pool<>(PngEncoder::new);

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BLOCK = 1 << 16;

    /** Buffers of longer rows are not kept. */
    private static final int MOST_KEPT = 1 << 20;

    /** Zeros before each row, as wide as the widest pixel. */
    private static final int MARGIN = 8;

    private final Deflater deflater = new Deflater();
    private final CRC32 checksum = new CRC32();
    private final byte[] packed = new byte[BLOCK];
    private byte[] row = {};
    private byte[] above = {};
    private byte[] candidate = {};
    private byte[] block = {};
    private int used;
    private boolean finishing;

    private PngEncoder() {}

    static void encode(PngSource source, PngOptions options, OutputStream out) throws IOException {
        encode(source, options, Optional.empty(), out);
    }

    /** Writes a note before the pixels. */
    static void encode(PngSource source, PngOptions options, PngText note, OutputStream out) throws IOException {
        encode(source, options, Optional.of(note), out);
    }

    private static void encode(PngSource source, PngOptions options, Optional<PngText> note, OutputStream out)
            throws IOException {
        PngEncoder encoder = IDLE.take();
        encoder.allocate(source.rowBytes());
        try {
            encoder.run(source, options, note, out);
        } finally {
            encoder.release();
        }
    }

    private void allocate(int rowBytes) {
        if (row.length != MARGIN + rowBytes) {
            row = new byte[MARGIN + rowBytes];
            above = new byte[MARGIN + rowBytes];
            candidate = new byte[rowBytes];
            block = new byte[Math.max(BLOCK, 1 + rowBytes)];
        }
    }

    private void release() {
        if (block.length > MOST_KEPT) {
            deflater.end();
        } else {
            IDLE.give(this);
        }
    }

    private void run(PngSource source, PngOptions options, Optional<PngText> note, OutputStream out)
            throws IOException {
        int height = source.size().height();
        PngOptions chosen = PngTrial.choose(height, options, (rows, way) -> packedBytes(source, rows, way));
        out.write(SIGNATURE);
        writeHeader(source, out);
        writeUnlessEmpty("PLTE", source.palette(), out);
        writeUnlessEmpty("tRNS", source.alphas(), out);
        if (note.isPresent()) {
            writeUnlessEmpty("tEXt", note.get().bytes(), out);
        }
        begin(chosen.packing());
        readAbove(source, 0);
        int fill = 0;
        for (int y = 0; y < height; y++) {
            append(source, y, chosen.filter());
            boolean last = y == height - 1;
            if (last || isFull(source)) {
                fill = pack(last, fill, out);
            }
        }
        if (fill > 0) {
            writeChunk("IDAT", packed, fill, out);
        }
        writeChunk("IEND", packed, 0, out);
    }

    /** How many bytes some rows take when they are packed in some way. */
    private long packedBytes(PngSource source, int[] rows, PngOptions way) {
        begin(way.packing());
        long bytes = 0;
        for (int i = 0; i < rows.length; i++) {
            readAbove(source, rows[i]);
            append(source, rows[i], way.filter());
            boolean last = i == rows.length - 1;
            if (last || isFull(source)) {
                give(last);
                while (hasOutput()) {
                    bytes += deflater.deflate(packed);
                }
            }
        }
        return bytes;
    }

    private void begin(Packing packing) {
        deflater.reset();
        finishing = false;
        deflater.setStrategy(packing == Packing.HUFFMAN ? Deflater.HUFFMAN_ONLY : Deflater.DEFAULT_STRATEGY);
        deflater.setLevel(
                switch (packing) {
                    case HUFFMAN, FAST -> Deflater.BEST_SPEED;
                    case SMALL -> Deflater.BEST_COMPRESSION;
                    default -> 6;
                });
        used = 0;
    }

    /** Makes the row before {@code y} the last one read; above the first one stand zeros. */
    private void readAbove(PngSource source, int y) {
        if (y > 0) {
            source.read(y - 1, row, MARGIN);
        } else {
            Arrays.fill(row, (byte) 0);
        }
    }

    /** Filters row {@code y} behind what the block holds; the row before it was the last one read. */
    private void append(PngSource source, int y, Filter filter) {
        byte[] before = row;
        row = above;
        above = before;
        source.read(y, row, MARGIN);
        int count = source.rowBytes();
        int number = filter == Filter.ADAPTIVE ? smallest(count, source.step()) : PngFilters.number(filter);
        block[used] = (byte) number;
        PngFilters.filter(number, row, above, MARGIN, count, source.step(), block, used + 1);
        used += 1 + count;
    }

    private int smallest(int count, int step) {
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int number = 0; number < PngFilters.COUNT; number++) {
            PngFilters.filter(number, row, above, MARGIN, count, step, candidate, 0);
            long cost = PngFilters.cost(candidate, 0, count);
            if (cost < least) {
                least = cost;
                best = number;
            }
        }
        return best;
    }

    /** Packs the block; whole chunks are written, and the bytes of the one begun are answered. */
    private int pack(boolean last, int fill, OutputStream out) throws IOException {
        give(last);
        int filled = fill;
        while (hasOutput()) {
            filled += deflater.deflate(packed, filled, packed.length - filled);
            if (filled == packed.length) {
                writeChunk("IDAT", packed, filled, out);
                filled = 0;
            }
        }
        return filled;
    }

    private boolean isFull(PngSource source) {
        return used + 1 + source.rowBytes() > block.length;
    }

    private void give(boolean last) {
        deflater.setInput(block, 0, used);
        used = 0;
        if (last) {
            deflater.finish();
        }
        finishing = last;
    }

    /** The deflater answers 0 bytes also when it only changed its strategy, so that is no sign that it is done. */
    private boolean hasOutput() {
        return !deflater.finished() && (!deflater.needsInput() || finishing);
    }

    private void writeHeader(PngSource source, OutputStream out) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(13);
        header.putInt(source.size().width()).putInt(source.size().height());
        header.put((byte) source.bits()).put((byte) source.colorType());
        writeChunk("IHDR", header.array(), header.capacity(), out);
    }

    private void writeUnlessEmpty(String type, byte[] content, OutputStream out) throws IOException {
        if (content.length > 0) {
            writeChunk(type, content, content.length, out);
        }
    }

    private void writeChunk(String type, byte[] content, int length, OutputStream out) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        checksum.reset();
        checksum.update(name);
        checksum.update(content, 0, length);
        out.write(ByteBuffer.allocate(8).putInt(length).put(name).array());
        out.write(content, 0, length);
        out.write(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }
}
