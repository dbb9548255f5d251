package io.depth4j.internal.csv;

import io.depth4j.FloatPlane;
import io.depth4j.FrameResizer;
import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.Frames;
import io.depth4j.frames.IngestOptions;
import io.depth4j.frames.IngestOptions.Holes;
import io.depth4j.frames.IngestOptions.Quantization;
import io.depth4j.frames.PixelType;
import java.util.Arrays;

/**
 * Makes stored rows of those of a table: resizes them, a batch as one picture whose height stays, and quantises them. No row
 * depends on another. For batches of one size; one thread uses it.
 */
final class Shaper {

    private final DepthUnit unit;
    private final Quantization quantization;
    private final boolean keepsHoles;
    private final int from;
    private final int to;
    private final int rows;
    private final FrameResizer resizer;
    private final byte[] levels;
    private final float[] resized;
    private float[] quantized = new float[0];

    /**
     * @param from pixels of a row as it comes
     * @param rows of a batch
     */
    Shaper(IngestOptions options, int from, int rows) {
        this.unit = options.csv().unit();
        this.quantization = options.quantization();
        this.keepsHoles = options.holes() == Holes.KEEP;
        this.from = from;
        this.to = options.width().orElse(from);
        this.rows = rows;
        this.resizer = options.resizer().prepare(size(from), size(to));
        this.levels = new byte[quantization.isFirst() ? rows * from : 0];
        this.resized = new float[from == to ? 0 : rows * to];
    }

    /** Where a batch goes to. */
    static final class Room {

        private final double[] depths;
        private final byte[] bytes;
        private final byte[] valid;
        private final float[] floats;

        /** @param to pixels of a row as it is stored */
        Room(PixelType type, int to, int rows) {
            int pixels = rows * to;
            depths = new double[rows];
            bytes = new byte[type == PixelType.UINT8 ? pixels : 0];
            valid = new byte[type == PixelType.UINT8 ? pixels : 0];
            floats = new float[type == PixelType.FLOAT32 ? pixels : 0];
        }
    }

    /** The rows of a batch, in this room. */
    Frames shape(RowBatch batch, Room room) {
        System.arraycopy(batch.depths, 0, room.depths, 0, rows);
        int pixels = rows * from;
        float[] found = batch.pixels.length == pixels ? batch.pixels : Arrays.copyOf(batch.pixels, pixels);
        if (quantization == Quantization.NONE) {
            float[] values = resized(found);
            for (int i = 0; i < values.length; i++) {
                room.floats[i] = keepsHoles || !Float.isNaN(values[i]) ? values[i] : 0;
            }
            return Frames.wrap(unit, to, room.depths, room.floats);
        }
        boolean holes = quantization.isFirst() ? quantizeThenResize(found, room) : resizeThenQuantize(found, room);
        return holes && keepsHoles
                ? Frames.wrap(unit, to, room.depths, room.bytes, room.valid)
                : Frames.wrap(unit, to, room.depths, room.bytes);
    }

    private boolean resizeThenQuantize(float[] pixels, Room room) {
        float[] values = resized(pixels);
        boolean holes = quantize(values, room.bytes);
        if (holes && keepsHoles) {
            flag(values, room.valid);
        }
        return holes;
    }

    private boolean quantizeThenResize(float[] pixels, Room room) {
        boolean holes = quantize(pixels, levels);
        if (from == to) {
            System.arraycopy(levels, 0, room.bytes, 0, levels.length);
            if (holes && keepsHoles) {
                flag(pixels, room.valid);
            }
            return holes;
        }
        resizer.resizeInto(
                Image.wrap(size(from), PixelFormat.GRAY8, levels), Image.wrap(size(to), PixelFormat.GRAY8, room.bytes));
        if (holes && keepsHoles) {
            resizeHoles(pixels, room);
        }
        return holes;
    }

    /** Rows with holes, once more, as floats: bytes have no way to say that they are missing. */
    private void resizeHoles(float[] pixels, Room room) {
        if (quantized.length == 0) {
            quantized = new float[levels.length];
        }
        for (int i = 0; i < levels.length; i++) {
            quantized[i] = Float.isNaN(pixels[i]) ? Float.NaN : levels[i] & 0xff;
        }
        float[] values = resized(quantized);
        flag(values, room.valid);
        for (int row = 0; row < rows; row++) {
            if (hasHole(pixels, row)) {
                round(values, room.bytes, row * to, to);
            } else {
                Arrays.fill(room.valid, row * to, (row + 1) * to, (byte) 1);
            }
        }
    }

    private boolean hasHole(float[] pixels, int row) {
        for (int i = row * from; i < (row + 1) * from; i++) {
            if (Float.isNaN(pixels[i])) {
                return true;
            }
        }
        return false;
    }

    private float[] resized(float[] pixels) {
        if (from == to) {
            return pixels;
        }
        resizer.resizeInto(FloatPlane.wrap(size(from), pixels), FloatPlane.wrap(size(to), resized));
        return resized;
    }

    private Size size(int width) {
        return new Size(width, rows);
    }

    /** Whether one of them is missing. */
    private boolean quantize(float[] src, byte[] dst) {
        return quantization.truncates() ? truncate(src, dst) : round(src, dst, 0, src.length);
    }

    private static boolean truncate(float[] src, byte[] dst) {
        boolean missing = false;
        for (int i = 0; i < src.length; i++) {
            missing |= Float.isNaN(src[i]);
            dst[i] = (byte) Math.max(0, Math.min(255, (int) src[i]));
        }
        return missing;
    }

    private static boolean round(float[] src, byte[] dst, int offset, int length) {
        boolean missing = false;
        for (int i = offset; i < offset + length; i++) {
            missing |= Float.isNaN(src[i]);
            dst[i] = (byte) Math.max(0, Math.min(255, (int) Math.rint(src[i])));
        }
        return missing;
    }

    private static void flag(float[] src, byte[] valid) {
        for (int i = 0; i < src.length; i++) {
            valid[i] = (byte) (Float.isNaN(src[i]) ? 0 : 1);
        }
    }
}
