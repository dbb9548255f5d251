package io.depth4j.internal.depthfile;

import io.depth4j.FloatPlane;
import io.depth4j.MalformedInputException;
import io.depth4j.Size;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** The values of NumPy's arrays of floats. */
public final class NpyFloats {

    private static final String WRITTEN = "<f4";
    private static final int BLOCK = 1 << 13;

    private NpyFloats() {}

    /**
     * Reads the header and the values of a map.
     *
     * @param most bytes that can follow, so that no memory is taken for values that cannot be there
     */
    public static FloatPlane read(InputStream in, Claims claims, long most) throws IOException {
        NpyHeader header = NpyHeader.read(in);
        Size size = size(header, claims);
        int width = width(header);
        Claims.requireRoom((long) size.pixels() * width, most);
        ByteOrder order = header.type().startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        float[] values = new float[size.pixels()];
        for (int done = 0; done < values.length; done += BLOCK) {
            int count = Math.min(BLOCK, values.length - done);
            ByteBuffer block =
                    ByteBuffer.wrap(NpyHeader.bytes(in, count * width)).order(order);
            if (width == Float.BYTES) {
                block.asFloatBuffer().get(values, done, count);
            } else {
                for (int i = 0; i < count; i++) {
                    values[done + i] = narrowed(block.getDouble());
                }
            }
        }
        requireEnd(in);
        return FloatPlane.wrap(size, values);
    }

    public static void write(Size size, FloatBuffer values, OutputStream out) throws IOException {
        new NpyHeader(WRITTEN, size.height(), size.width()).write(out);
        for (int done = 0; done < size.pixels(); done += BLOCK) {
            out.write(FloatBytes.of(values, done, Math.min(BLOCK, size.pixels() - done)));
        }
    }

    static void requireEnd(InputStream in) throws IOException {
        if (in.read() >= 0) {
            throw new MalformedInputException("After the last value of the array more bytes follow");
        }
    }

    /** Rows and columns; a third length of 1 is let pass, which batches and channels leave behind. */
    static Size size(NpyHeader header, Claims claims) {
        long[] shape = header.shape();
        boolean plain = shape.length == 2;
        boolean batch = shape.length == 3 && shape[0] == 1;
        boolean channel = shape.length == 3 && shape[2] == 1;
        if (!plain && !batch && !channel) {
            throw new MalformedInputException(
                    "An array of depth has rows and columns, found the shape " + header.tuple());
        }
        int rows = plain || !batch ? 0 : 1;
        return claims.size(shape[rows + 1], shape[rows]);
    }

    private static int width(NpyHeader header) {
        return switch (header.type()) {
            case "<f4", ">f4" -> Float.BYTES;
            case "<f8", ">f8" -> Double.BYTES;
            default ->
                throw new MalformedInputException(
                        "An array of depth is of <f4, >f4, <f8 or >f8, found " + header.type());
        };
    }

    private static float narrowed(double value) {
        float narrow = (float) value;
        if (Float.isInfinite(narrow) && !Double.isInfinite(value)) {
            throw new MalformedInputException("A depth fits 32 bits, found " + value);
        }
        return narrow;
    }
}
