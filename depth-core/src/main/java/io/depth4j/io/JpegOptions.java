package io.depth4j.io;

import io.depth4j.Image;
import java.io.IOException;
import java.io.OutputStream;

/**
 * How a JPEG is written.
 *
 * @param quality from 0, small and ugly, to 1
 */
public record JpegOptions(double quality) implements WriteOptions {

    private static final JpegOptions DEFAULTS = new JpegOptions(0.9);

    public JpegOptions {
        if (!(quality >= 0 && quality <= 1)) {
            throw new IllegalArgumentException("JPEG quality runs from 0 to 1, found " + quality);
        }
    }

    /** Quality 0.9. */
    public static JpegOptions defaults() {
        return DEFAULTS;
    }

    public JpegOptions withQuality(double newQuality) {
        return new JpegOptions(newQuality);
    }

    @Override
    public ImageFormat format() {
        return ImageFormat.JPEG;
    }

    @Override
    public void requireFits(Image image) {
        if (image.format().hasAlpha()) {
            throw new IllegalArgumentException("JPEG holds no alpha, found an image of " + image.format());
        }
        if (Math.max(image.width(), image.height()) > JpegEncoder.MOST_SIDE) {
            throw new IllegalArgumentException(
                    "A side of a JPEG is at most " + JpegEncoder.MOST_SIDE + " pixels, found " + image.size());
        }
    }

    @Override
    public void encode(Image image, OutputStream out) throws IOException {
        JpegEncoder.encode(image, (float) quality, out);
    }
}
