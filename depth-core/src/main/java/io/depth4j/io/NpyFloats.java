package io.depth4j.io;

import io.depth4j.DepthMap;
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
final class NpyFloats {

    private static final String WRITTEN = "<f4";
    private static final int BLOCK = 1 << 13;

    private NpyFloats() {}

    /**
     * Reads the header and the values of a map.
     *
     * @param most bytes that can follow, so that no memory is taken for values that cannot be there
     */
    static FloatPlane read(InputStream in, DepthReadOptions options, long most) throws IOException {
        NpyHeader header = NpyHeader.read(in);
        Size size = size(header, options);
        int width = width(header);
        long needed = (long) size.pixels() * width;
        if (needed > most) {
            throw new MalformedInputException("The array of NumPy needs " + needed
                    + " bytes for its values, and the file cannot hold more than " + most);
        }
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

    static void write(DepthMap map, OutputStream out) throws IOException {
        new NpyHeader(WRITTEN, map.height(), map.width()).write(out);
        FloatBuffer values = map.values();
        ByteBuffer block = ByteBuffer.allocate(BLOCK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        while (values.hasRemaining()) {
            block.clear();
            for (int i = Math.min(BLOCK, values.remaining()); i > 0; i--) {
                block.putFloat(values.get());
            }
            out.write(block.array(), 0, block.position());
        }
    }

    static void requireEnd(InputStream in) throws IOException {
        if (in.read() >= 0) {
            throw new MalformedInputException("After the last value of the array more bytes follow");
        }
    }

    /** Rows and columns; a third length of 1 is let pass, which batches and channels leave behind. */
    static Size size(NpyHeader header, DepthReadOptions options) {
        long[] shape = header.shape();
        boolean plain = shape.length == 2;
        boolean batch = shape.length == 3 && shape[0] == 1;
        boolean channel = shape.length == 3 && shape[2] == 1;
        if (!plain && !batch && !channel) {
            throw new MalformedInputException(
                    "An array of depth has rows and columns, found the shape " + header.tuple());
        }
        int rows = plain || !batch ? 0 : 1;
        return options.allowed(shape[rows + 1], shape[rows]);
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
