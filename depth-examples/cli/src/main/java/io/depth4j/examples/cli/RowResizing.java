package io.depth4j.examples.cli;

import io.depth4j.Cancellation;
import io.depth4j.FloatPlane;
import io.depth4j.FrameResizer;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Rows of numbers to rows of bytes of another length, each row by itself.
 *
 * @param resizer by which convention
 * @param width of the new rows
 * @param cut where numbers become bytes
 * @param missing the byte of what is missing, if anything may be
 */
record RowResizing(FrameResizer resizer, int width, Cut cut, Optional<Integer> missing) {

    /** Where numbers become bytes: they are cut to 0 to 255, and their fractions dropped. */
    enum Cut {
        /** The resizer works on numbers. */
        AFTER,
        /** The resizer works on bytes, and rounds as its convention does. */
        BEFORE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Rows that are resized at once. */
    private static final int BLOCK = 256;

    private static final int MOST = 255;

    /** Resizes them all and gives back how many there were. */
    long run(NumberRows rows, OutputStream out, Cancellation interruption) throws IOException {
        int columns = rows.columns();
        if (columns == 0) {
            throw new NothingDoneException("Expected rows of numbers, found none");
        }
        Size from = new Size(columns, BLOCK);
        Size to = new Size(width, BLOCK);
        FrameResizer whole = resizer.prepare(from, to);
        float[] block = new float[columns * BLOCK];
        long count = 0;
        while (rows.hasNext()) {
            interruption.check();
            int height = 0;
            while (rows.hasNext() && height < BLOCK) {
                rows.next(block, height * columns, columns);
                height++;
            }
            byte[] bytes = height == BLOCK
                    ? resize(whole, block, from, to)
                    : resize(resizer, block, new Size(columns, height), new Size(width, height));
            write(bytes, rows.delimiter(), out);
            count += height;
        }
        return count;
    }

    private byte[] resize(FrameResizer by, float[] values, Size from, Size to) {
        float[] exact = values.length == from.pixels() ? values : Arrays.copyOf(values, from.pixels());
        return switch (cut) {
            case AFTER -> bytes(by.resize(FloatPlane.wrap(from, exact), to).array());
            case BEFORE ->
                by.resize(Image.wrap(from, PixelFormat.GRAY8, bytes(exact)), to)
                        .packed()
                        .array();
        };
    }

    private byte[] bytes(float[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            float value = values[i];
            bytes[i] = (byte) (Float.isNaN(value) ? missing.orElse(0) : (int) Math.min(Math.max(value, 0), MOST));
        }
        return bytes;
    }

    private void write(byte[] bytes, String delimiter, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder(4 * bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            text.append(bytes[i] & 0xff).append((i + 1) % width == 0 ? "\n" : delimiter);
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
