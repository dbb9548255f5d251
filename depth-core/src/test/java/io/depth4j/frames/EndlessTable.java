package io.depth4j.frames;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.LongConsumer;

/** A table made while it is read: rows of random bytes at rising depths. */
final class EndlessTable extends InputStream {

    private static final int BLOCK = 64;

    private final int width;
    private final long rows;
    private final LongConsumer listener;
    private final Random random = new Random(1);
    private byte[] block = new byte[0];
    private int at;
    private long made;

    /** @param listener hears the number of rows before more are made; what it throws is thrown */
    EndlessTable(int width, long rows, LongConsumer listener) {
        this.width = width;
        this.rows = rows;
        this.listener = listener;
    }

    @Override
    public int read() {
        return fill() ? block[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] dst, int offset, int length) {
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, block.length - at);
        System.arraycopy(block, at, dst, offset, taken);
        at += taken;
        return taken;
    }

    private boolean fill() {
        if (at < block.length) {
            return true;
        }
        if (made >= rows) {
            return false;
        }
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < BLOCK && made < rows; row++) {
            listener.accept(made);
            text.append(made++);
            for (int x = 0; x < width; x++) {
                text.append(',').append(random.nextInt(256));
            }
            text.append('\n');
        }
        block = text.toString().getBytes(StandardCharsets.US_ASCII);
        at = 0;
        return true;
    }
}
