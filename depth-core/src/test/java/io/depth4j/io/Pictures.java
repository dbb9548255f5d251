package io.depth4j.io;

import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures and files that the tests make for themselves. */
final class Pictures {

    private Pictures() {}

    /** Every byte drawn at random. */
    static Image noise(int width, int height, PixelFormat format, long seed) {
        Image image = Image.allocate(new Size(width, height), format);
        new Random(seed).nextBytes(image.array());
        return image;
    }

    /** Soft colours that JPEG keeps well. */
    static Image soft(int width, int height, PixelFormat format) {
        Image image = Image.allocate(new Size(width, height), format);
        byte[] pixels = image.array();
        int channels = format.channels();
        for (int i = 0; i < pixels.length; i++) {
            int x = i / channels % width;
            int y = i / channels / width;
            pixels[i] = (byte) (i % channels == 3 ? 128 + x : 40 + 160 * x / width + (i % channels) * 20 * y / height);
        }
        return image;
    }

    /** A soft picture of one of the standard types of {@code java.awt}, drawn by it. */
    static BufferedImage drawn(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(
                new GradientPaint(0, 0, new Color(20, 90, 200, 255), width, height, new Color(240, 60, 30, 90)));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    static byte[] byImageIo(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("ImageIO cannot write " + image + " as " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] written(Image image, WriteOptions options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Images.write(image, out, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
