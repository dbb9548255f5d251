package io.depth4j.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.DepthKind;
import io.depth4j.DepthMap;
import io.depth4j.FloatPlane;
import io.depth4j.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The map that every format holds exactly, and that the Python scripts know too. */
final class DepthFileSamples {

    private static final Size SIZE = new Size(7, 5);

    private DepthFileSamples() {}

    static DepthMap map(DepthKind kind) {
        return DepthMap.wrap(plane(), kind);
    }

    static FloatPlane plane() {
        FloatPlane plane = FloatPlane.allocate(SIZE);
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                plane.set(x, y, (x + 2 * y) % 5 == 0 ? Float.NaN : 0.5f + 0.25f * x + 0.125f * y);
            }
        }
        return plane;
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
}
