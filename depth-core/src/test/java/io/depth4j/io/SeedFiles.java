package io.depth4j.io;

import io.depth4j.PixelFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;

/** Small whole files of every format and many variants. */
final class SeedFiles {

    /**
     * A file.
     *
     * @param spare bytes at its end that it can do without
     */
    record Seed(String name, byte[] bytes, int spare) {

        @Override
        public String toString() {
            return name;
        }
    }

    private SeedFiles() {}

    static List<Seed> all() {
        List<Seed> seeds = new ArrayList<>();
        BufferedImage drawn = Pictures.drawn(23, 17, BufferedImage.TYPE_3BYTE_BGR);
        BufferedImage indexed = Pictures.drawn(23, 17, BufferedImage.TYPE_BYTE_INDEXED);
        byte[] notes = ExifFile.notes(ByteOrder.BIG_ENDIAN, 6, 4);
        for (PixelFormat format : PixelFormat.values()) {
            byte[] png = Pictures.written(Pictures.soft(19, 13, format), PngOptions.defaults());
            seeds.add(new Seed("PNG " + format, ExifFile.inPng(png, notes), 0));
            byte[] bmp = Pictures.written(Pictures.soft(19, 13, format), BmpOptions.defaults());
            seeds.add(new Seed("BMP " + format, bmp, (4 - 19 * format.channels() % 4) % 4));
        }
        seeds.add(new Seed("PNG indexed", Pictures.byImageIo(indexed, "png"), 0));
        seeds.add(new Seed("PNG interlaced of 16 bits", interlaced(), 0));
        try {
            byte[] jpeg = JpegReadingTest.jpeg(new IIOImage(drawn, null, null), false);
            seeds.add(new Seed("JPEG", ExifFile.inJpeg(jpeg, notes), 0));
            seeds.add(new Seed("JPEG progressive", JpegReadingTest.jpeg(new IIOImage(drawn, null, null), true), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        seeds.add(new Seed("BMP indexed", Pictures.byImageIo(indexed, "bmp"), 4));
        seeds.add(new Seed("GIF", Pictures.byImageIo(indexed, "gif"), 0));
        byte[] tiff = Pictures.byImageIo(drawn, "tiff");
        seeds.add(new Seed("TIFF", tiff, 0));
        seeds.add(new Seed("TIFF indexed", Pictures.byImageIo(indexed, "tiff"), 0));
        return seeds;
    }

    private static byte[] interlaced() {
        return new PngFile()
                .header(11, 9, 16, 6, true)
                .pixels(11, 9, 16, 6, true, (x, y, c) -> x * 5000 + y * 300 + c)
                .end();
    }
}
