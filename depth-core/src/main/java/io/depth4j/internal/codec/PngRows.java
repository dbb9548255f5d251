package io.depth4j.internal.codec;

import io.depth4j.MalformedInputException;
import io.depth4j.internal.Pool;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks the pixels of a PNG row by row and undoes the filters. */
final class PngRows implements AutoCloseable {

    static final int NO_ROW = -1;

    /** Idle ones keep their native memory for reuse; one that the full pool lets go is freed by the JDK's own cleaner. */
    private static final Pool<Inflater> INFLATERS = new Pool<>(Inflater::new);

    private final Bytes file;
    private final List<PngChunks.Chunk> data;
    private final Inflater inflater = INFLATERS.take();
    private final byte[] filter = new byte[1];
    private int chunk;

    PngRows(Bytes file, List<PngChunks.Chunk> data) {
        this.file = file;
        this.data = data;
    }

    /**
     * The next row.
     *
     * @param previous where in {@code dst} the row above stands, or {@link #NO_ROW}
     * @param step bytes from a pixel to the next, at least 1
     */
    void next(byte[] dst, int offset, int count, int previous, int step) {
        unpack(filter, 0, 1);
        unpack(dst, offset, count);
        switch (filter[0]) {
            case 0 -> {}
            case 1 -> undoSub(dst, offset, count, step);
            case 2 -> undoUp(dst, offset, count, previous);
            case 3 -> undoAverage(dst, offset, count, previous, step);
            case 4 -> undoPaeth(dst, offset, count, previous, step);
            default -> throw new MalformedInputException("Unknown PNG row filter " + (filter[0] & 0xff), position());
        }
    }

    /** Reads the checksum that follows the last row; bytes beyond the picture are not looked at. */
    void finish() {
        try {
            int extra = inflater.inflate(filter, 0, 1);
            while (extra == 0 && inflater.needsInput() && !inflater.finished() && chunk < data.size()) {
                feedNext();
                extra = inflater.inflate(filter, 0, 1);
            }
        } catch (DataFormatException e) {
            throw corrupt(e);
        }
    }

    @Override
    public void close() {
        inflater.reset();
        INFLATERS.give(inflater);
    }

    private void unpack(byte[] dst, int offset, int count) {
        try {
            int done = 0;
            while (done < count) {
                int got = inflater.inflate(dst, offset + done, count - done);
                done += got;
                if (got == 0) {
                    feed(count - done);
                }
            }
        } catch (DataFormatException e) {
            throw corrupt(e);
        }
    }

    private MalformedInputException corrupt(DataFormatException e) {
        return new MalformedInputException(
                "The pixels of the PNG are corrupt near byte " + position() + ": " + e.getMessage(), e);
    }

    private void feed(int missing) {
        if (inflater.finished() || inflater.needsDictionary() || chunk == data.size()) {
            throw new MalformedInputException(
                    "The pixels of the PNG end early: the row at hand lacks " + missing + " bytes", position());
        }
        feedNext();
    }

    private void feedNext() {
        PngChunks.Chunk next = data.get(chunk++);
        inflater.setInput(file.array(), next.start(), next.length());
    }

    /** The byte of the file up to which pixels have been unpacked. */
    private int position() {
        PngChunks.Chunk current = data.get(Math.max(0, chunk - 1));
        return chunk == 0 ? current.start() : current.start() + current.length() - inflater.getRemaining();
    }

    private static void undoSub(byte[] row, int offset, int count, int step) {
        for (int i = offset + step; i < offset + count; i++) {
            row[i] += row[i - step];
        }
    }

    private static void undoUp(byte[] row, int offset, int count, int previous) {
        if (previous == NO_ROW) {
            return;
        }
        for (int i = 0; i < count; i++) {
            row[offset + i] += row[previous + i];
        }
    }

    private static void undoAverage(byte[] row, int offset, int count, int previous, int step) {
        for (int i = 0; i < count; i++) {
            int left = i < step ? 0 : row[offset + i - step] & 0xff;
            int up = previous == NO_ROW ? 0 : row[previous + i] & 0xff;
            row[offset + i] += (byte) (left + up >> 1);
        }
    }

    private static void undoPaeth(byte[] row, int offset, int count, int previous, int step) {
        if (previous == NO_ROW) {
            undoSub(row, offset, count, step);
            return;
        }
        for (int i = 0; i < Math.min(step, count); i++) {
            row[offset + i] += row[previous + i];
        }
        for (int i = step; i < count; i++) {
            int left = row[offset + i - step] & 0xff;
            int up = row[previous + i] & 0xff;
            int corner = row[previous + i - step] & 0xff;
            row[offset + i] += (byte) paeth(left, up, corner);
        }
    }

    private static int paeth(int left, int up, int corner) {
        int toLeft = Math.abs(up - corner);
        int toUp = Math.abs(left - corner);
        int toCorner = Math.abs(left + up - 2 * corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }
}
