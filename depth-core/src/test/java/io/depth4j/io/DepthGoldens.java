package io.depth4j.io;

import io.depth4j.FloatPlane;
import io.depth4j.Size;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Files that OpenEXR and tifffile wrote, and the plane that is in them; see src/test/python/exr_tiff_goldens.py. */
final class DepthGoldens {

    private DepthGoldens() {}

    static byte[] file(String name) {
        try (InputStream stream = DepthGoldens.class.getResourceAsStream("/io/depth4j/depth-files/" + name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FloatPlane plane() {
        FloatPlane plane = FloatPlane.allocate(new Size(33, 19));
        for (int i = 0; i < plane.array().length; i++) {
            plane.array()[i] = i / 8f + 0.5f;
        }
        plane.set(1, 0, Float.NaN);
        plane.set(2, 0, Float.POSITIVE_INFINITY);
        plane.set(3, 0, Float.NEGATIVE_INFINITY);
        return plane;
    }
}
