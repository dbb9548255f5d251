package io.depth4j.examples.media;

import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import io.depth4j.io.ImageFormat;
import io.depth4j.io.Images;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Small pictures to be found. */
final class Pictures {

    private Pictures() {}

    static byte[] png(long seed) throws IOException {
        return bytes(seed, ImageFormat.PNG);
    }

    static byte[] jpeg(long seed) throws IOException {
        return bytes(seed, ImageFormat.JPEG);
    }

    private static byte[] bytes(long seed, ImageFormat format) throws IOException {
        Image image = Image.allocate(new Size(9, 7), PixelFormat.RGB24);
        new SplittableRandom(seed).nextBytes(image.array());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Images.write(image, out, format);
        return out.toByteArray();
    }

    static Path put(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }
}
