package io.depth4j.internal.csv;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A table made while it is read, with a header, rising depths and pixels of 0 to 255. */
final class LargeTable extends InputStream {

    private static final int KINDS = 64;

    private final long wanted;
    private final boolean quoted;
    private final byte[][] pixels = new byte[KINDS][];
    private byte[] piece;
    private int at;
    private long bytes;
    private long rows;
    private boolean pixelsNext;

    /**
     * @param wanted bytes, or a little more
     * @param quoted whether depths stand in quotes
     */
    LargeTable(int width, long wanted, boolean quoted) {
        this.wanted = wanted;
        this.quoted = quoted;
        Random random = new Random(7);
        StringBuilder header = new StringBuilder("depth");
        for (int x = 0; x < width; x++) {
            header.append(',').append(x);
        }
        piece = header.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
        for (int kind = 0; kind < KINDS; kind++) {
            StringBuilder text = new StringBuilder();
            for (int x = 0; x < width; x++) {
                text.append(',').append(random.nextInt(256));
            }
            pixels[kind] = text.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
        }
    }

    long wanted() {
        return wanted;
    }

    /** How many were read. */
    long bytes() {
        return bytes;
    }

    /** How many were made. */
    long rows() {
        return rows;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] dst, int offset, int length) {
        int done = 0;
        while (done < length && (at < piece.length || next())) {
            int taken = Math.min(length - done, piece.length - at);
            System.arraycopy(piece, at, dst, offset + done, taken);
            at += taken;
            done += taken;
            bytes += taken;
        }
        return done == 0 ? -1 : done;
    }

    private boolean next() {
        if (pixelsNext) {
            piece = pixels[(int) (rows % KINDS)];
            rows++;
        } else if (bytes >= wanted) {
            return false;
        } else {
            String depth = quoted ? '"' + Double.toString(rows / 10.0) + '"' : Double.toString(rows / 10.0);
            piece = depth.getBytes(StandardCharsets.US_ASCII);
        }
        pixelsNext = !pixelsNext;
        at = 0;
        return true;
    }
}
