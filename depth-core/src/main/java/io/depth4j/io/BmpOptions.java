package io.depth4j.io;

import io.depth4j.Image;
import java.io.IOException;
import java.io.OutputStream;

/** How a BMP is written: unpacked, in 8 bits of gray, 24 of colour or 32 with alpha. There is nothing to choose yet. */
public record BmpOptions() implements WriteOptions {

    private static final BmpOptions DEFAULTS = new BmpOptions();

    public static BmpOptions defaults() {
        return DEFAULTS;
    }

    @Override
    public ImageFormat format() {
        return ImageFormat.BMP;
    }

    @Override
    public void requireFits(Image image) {
        BmpEncoder.requireFits(image);
    }

    @Override
    public void encode(Image image, OutputStream out) throws IOException {
        BmpEncoder.encode(image, out);
    }
}
