package io.depth4j.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.depth4j.FloatPlane;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.io.GDepth.Format;
import io.depth4j.io.TiffDepth.Packing;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Leaves in target/depth-samples what src/test/python/read_exr_tiff.py has other libraries read. */
class DepthSamplesTest {

    private interface Writer {
        void write(OutputStream out) throws IOException;
    }

    private static final Path FOLDER = Path.of("target", "depth-samples");

    @Test
    void writesASampleOfEveryKind() throws IOException {
        FloatPlane plane = DepthGoldens.plane();
        FloatPlane pixel = Planes.of(1, 1, 3);
        pixel.set(0, 0, 2.5f);
        Files.createDirectories(FOLDER);
        for (ExrCompression compression : ExrCompression.values()) {
            sample("plane-" + compression + ".exr", out -> ExrDepth.write(plane, compression, out));
            sample("pixel-" + compression + ".exr", out -> ExrDepth.write(pixel, compression, out));
        }
        for (Packing packing : Packing.values()) {
            for (int rows : List.of(4, 19)) {
                sample("plane-" + packing + "-" + rows + ".tiff", out -> TiffDepth.write(plane, packing, rows, out));
            }
            sample("pixel-" + packing + ".tiff", out -> TiffDepth.write(pixel, packing, 1, out));
        }
        FloatPlane ramp = FloatPlane.allocate(new Size(300, 200));
        for (int i = 0; i < ramp.array().length; i++) {
            ramp.array()[i] = 0.5f + (i * 7919L % 60_000) / 1000f;
        }
        for (Format format : Format.values()) {
            sample(
                    "ramp-" + format.spelling() + ".jpg",
                    out -> GDepthJpeg.write(
                            Pictures.soft(90, 60, PixelFormat.RGB24),
                            ramp,
                            GDepth.metres(format, 0.5, 80),
                            JpegOptions.defaults(),
                            out));
        }
    }

    private static void sample(String name, Writer writer) throws IOException {
        Path file = FOLDER.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            writer.write(out);
        }
        assertThat(file).isNotEmptyFile();
    }
}
