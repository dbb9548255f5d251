package io.depth4j.examples.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Rows of numbers as NumPy keeps them in a file, one after the other. */
final class NpyMatrix {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;

    private final OutputStream out;
    private final ByteBuffer row;

    /** Begins a file of so many rows. */
    NpyMatrix(OutputStream out, long rows, int columns) throws IOException {
        this.out = out;
        this.row =
                ByteBuffer.allocate(Math.multiplyExact(columns, Double.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        String text = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
        int before = MAGIC.length + Short.BYTES;
        int length = text.length() + 1 + Math.floorMod(-(before + text.length() + 1), ALIGNMENT);
        out.write(MAGIC);
        out.write(new byte[] {(byte) length, (byte) (length >> 8)});
        out.write((text + " ".repeat(length - text.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** The next number of a row. */
    void add(double value) throws IOException {
        row.putDouble(value);
        if (!row.hasRemaining()) {
            out.write(row.array());
            row.clear();
        }
    }
}
