package io.depth4j.io;

import io.depth4j.Image;
import java.io.IOException;
import java.io.OutputStream;

/** A format to write and how to write it. */
public sealed interface WriteOptions permits PngOptions, JpegOptions, BmpOptions {

    /** The default options of a format that can be written: PNG, JPEG or BMP. */
    static WriteOptions of(ImageFormat format) {
        return switch (format) {
            case PNG -> PngOptions.defaults();
            case JPEG -> JpegOptions.defaults();
            case BMP -> BmpOptions.defaults();
            case TIFF, GIF, WEBP ->
                throw new IllegalArgumentException("PNG, JPEG and BMP can be written, " + format + " cannot");
        };
    }

    /** Which format this writes. */
    ImageFormat format();

    /** Refuses a picture that the format cannot hold, before anything is written. */
    default void requireFits(Image image) {}

    /** Writes the whole file; neither flushes nor closes the stream. */
    void encode(Image image, OutputStream out) throws IOException;
}
