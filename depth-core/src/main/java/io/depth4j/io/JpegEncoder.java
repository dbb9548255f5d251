package io.depth4j.io;

import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.UnavailableException;
import io.depth4j.internal.codec.BufferedImages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes a JPEG by the JDK's own writer, whatever else is on the class path. */
final class JpegEncoder {

    static final int MOST_SIDE = 65_500;

    private JpegEncoder() {}

    static void encode(Image image, float quality, OutputStream out) throws IOException {
        ImageWriter writer = writer();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture(image), null, null), param);
        } finally {
            writer.dispose();
        }
    }

    /** The writer takes BGR by its raster's order of bands only in the JDK's standard type, which is a copy away. */
    private static BufferedImage picture(Image image) {
        return image.hasArray() && image.format() != PixelFormat.BGR24
                ? BufferedImages.over(image)
                : BufferedImages.copied(image);
    }

    private static ImageWriter writer() throws IOException {
        Iterator<ImageWriterSpi> found = IIORegistry.getDefaultInstance()
                .getServiceProviders(
                        ImageWriterSpi.class,
                        provider -> provider.getClass().getModule() == ImageWriter.class.getModule()
                                && Arrays.asList(((ImageWriterSpi) provider).getFormatNames())
                                        .contains("jpeg"),
                        true);
        if (!found.hasNext()) {
            throw new UnavailableException("This Java has no writer for jpeg; its module java.desktop should");
        }
        return found.next().createWriterInstance();
    }
}
