package io.depth4j.benchmarks.contest;

import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * What a picture codec is measured on: photos where a folder has some, else a rendered scene with noise.
 *
 * @param subject which of both, in words
 * @param singles the photos as they are
 * @param fullHd one picture of 1920×1080 laid out of them at their own resolution, so its statistics are a photo's
 */
public record Pictures(String subject, List<Image> singles, Image fullHd) {

    static final Size FULL_HD = new Size(1920, 1080);

    /** @param data a folder whose {@code photos} are taken */
    public static Pictures in(Optional<Path> data) {
        List<Image> photos = data.map(folder -> folder.resolve("photos"))
                .filter(Files::isDirectory)
                .map(Pictures::read)
                .orElse(List.of());
        if (photos.isEmpty()) {
            Image scene = Scene.render(FULL_HD);
            return new Pictures("a rendered scene with noise, no photos given", List.of(scene), scene);
        }
        return new Pictures(photos.size() + " photos", photos, mosaic(photos));
    }

    private static List<Image> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Pictures::isPhoto).sorted().map(Pictures::photo).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPhoto(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g)");
    }

    private static Image photo(Path file) {
        try {
            BufferedImage read = ImageIO.read(file.toFile());
            if (read == null) {
                throw new IOException("Expected a photo that ImageIO can read, found " + file.getFileName());
            }
            BufferedImage bgr = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
            Graphics2D graphics = bgr.createGraphics();
            graphics.drawImage(read, 0, 0, null);
            graphics.dispose();
            byte[] pixels = ((DataBufferByte) bgr.getRaster().getDataBuffer()).getData();
            return Image.wrap(new Size(bgr.getWidth(), bgr.getHeight()), PixelFormat.RGB24, swapped(pixels));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pixels as AWT likes them best. */
    static BufferedImage bgr(Image rgb) {
        BufferedImage image = new BufferedImage(rgb.width(), rgb.height(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        byte[] swapped = swapped(rgb.packed().array());
        System.arraycopy(swapped, 0, pixels, 0, pixels.length);
        return image;
    }

    /** A copy with the first and the third byte of each pixel exchanged. */
    static byte[] swapped(byte[] pixels) {
        byte[] swapped = pixels.clone();
        for (int i = 0; i < swapped.length; i += 3) {
            swapped[i] = pixels[i + 2];
            swapped[i + 2] = pixels[i];
        }
        return swapped;
    }

    /** Photos side by side, line after line, cut off at the edges, and from the first again when they run out. */
    private static Image mosaic(List<Image> photos) {
        Image mosaic = Image.allocate(FULL_HD, PixelFormat.RGB24);
        int next = 0;
        for (int top = 0; top < mosaic.height(); ) {
            int lineHeight = mosaic.height() - top;
            for (int left = 0; left < mosaic.width(); ) {
                Image photo = photos.get(next++ % photos.size());
                int width = Math.min(photo.width(), mosaic.width() - left);
                int height = Math.min(photo.height(), mosaic.height() - top);
                Image tile = photo.region(0, 0, new Size(width, height));
                for (int y = 0; y < height; y++) {
                    tile.readRow(y, mosaic.array(), mosaic.offset(top + y) + 3 * left);
                }
                lineHeight = Math.min(lineHeight, height);
                left += width;
            }
            top += lineHeight;
        }
        return mosaic;
    }
}
