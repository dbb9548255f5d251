package io.depth4j.benchmarks.frames;

import io.depth4j.frames.DepthUnit;
import io.depth4j.frames.Frames;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A log of a made-up borehole: layers that dip, with noise. Every row follows from its number. */
final class Log {

    static final double STEP = 0.0025;
    private static final double TOP = 1500;

    private Log() {}

    static double depth(int row) {
        return TOP + row * STEP;
    }

    private static int pixel(int row, int x, int width) {
        double dip = 30 * Math.sin(2 * Math.PI * x / width);
        int layer = (int) ((row + dip) / 90);
        // A few rounds of multiplication scatter the bits.
        int noise = (row * 31 + x) * 0x9E3779B9;
        noise = (noise ^ noise >>> 15) * 0x85EBCA6B;
        return 40 + (layer * 67 & 0x7f) + (noise >>> 27);
    }

    static Frames rows(int first, int count, int width) {
        double[] depths = new double[count];
        byte[] pixels = new byte[count * width];
        for (int i = 0; i < count; i++) {
            depths[i] = depth(first + i);
            for (int x = 0; x < width; x++) {
                pixels[i * width + x] = (byte) pixel(first + i, x, width);
            }
        }
        return Frames.wrap(DepthUnit.METRE, width, depths, pixels);
    }

    /** A table of depths and pixels with a header. */
    static void write(Path file, int rows, int width) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            StringBuilder line = new StringBuilder("depth");
            for (int x = 0; x < width; x++) {
                line.append(',').append(x);
            }
            out.write(line.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
            for (int row = 0; row < rows; row++) {
                line.setLength(0);
                line.append(depth(row));
                for (int x = 0; x < width; x++) {
                    line.append(',').append(pixel(row, x, width));
                }
                out.write(line.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
            }
        }
    }
}
