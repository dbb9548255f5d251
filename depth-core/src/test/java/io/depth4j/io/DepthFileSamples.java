package io.depth4j.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Random;

/** The planes that the Python scripts know too, files that other libraries wrote, and planes for round trips. */
public final class DepthFileSamples {

    private static final Size SIZE = new Size(7, 5);

    private DepthFileSamples() {}

    static DepthMap map(DepthKind kind) {
        return DepthMap.wrap(plane(), kind);
    }

    /** What every format holds exactly: {@code depth_file_goldens.py} and {@code read_depth_files.py} make it again. */
    static FloatPlane plane() {
        FloatPlane plane = FloatPlane.allocate(SIZE);
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                plane.set(x, y, (x + 2 * y) % 5 == 0 ? Float.NaN : 0.5f + 0.25f * x + 0.125f * y);
            }
        }
        return plane;
    }

    /** Infinite at both ends too, and exact as halves: {@code exr_tiff_goldens.py} and {@code read_depth_files.py} make it again. */
    public static FloatPlane ends() {
        FloatPlane plane = FloatPlane.allocate(new Size(33, 19));
        for (int i = 0; i < plane.array().length; i++) {
            plane.array()[i] = i / 8f + 0.5f;
        }
        plane.set(1, 0, Float.NaN);
        plane.set(2, 0, Float.POSITIVE_INFINITY);
        plane.set(3, 0, Float.NEGATIVE_INFINITY);
        return plane;
    }

    /** Any bits at all beside smooth ones, so that some blocks shrink and some do not; NaN and infinities among them. */
    public static FloatPlane any(int width, int height, long seed) {
        FloatPlane plane = FloatPlane.allocate(new Size(width, height));
        Random random = new Random(seed);
        float[] values = plane.array();
        boolean wild = random.nextBoolean();
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (random.nextInt(wild ? 3 : 40)) {
                case 0 -> Float.intBitsToFloat(random.nextInt());
                case 1 ->
                    new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -0f}[random.nextInt(4)];
                default -> 1 + i / 64f;
            };
        }
        return plane;
    }

    /** A file that another library wrote. */
    public static byte[] golden(String name) {
        String path = "/io/depth4j/depth-files/" + name;
        try (InputStream in = DepthFileSamples.class.getResourceAsStream(path)) {
            return Objects.requireNonNull(in, path).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] written(DepthMap map, DepthFormat format) {
        return written(map, format, DepthWriteOptions.defaults());
    }

    static byte[] written(DepthMap map, DepthFormat format, DepthWriteOptions options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DepthFiles.write(map, out, format, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static void assertSame(DepthMap found, DepthMap expected) {
        assertThat(found.toPlane().sameAs(expected.toPlane()))
                .as("values of %s", found)
                .isTrue();
        assertThat(found.kind()).isEqualTo(expected.kind());
        assertThat(found.axis()).isEqualTo(expected.axis());
    }

    public static int[] bits(FloatPlane plane) {
        int[] bits = new int[plane.array().length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(plane.array()[i]);
        }
        return bits;
    }
}
