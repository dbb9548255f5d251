package io.depth4j.internal.codec;

import io.depth4j.Image;
import io.depth4j.MalformedInputException;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;

/** Four inks as RGB, each colour dimmed by its ink and by black: {@code (255 - ink) * (255 - black) / 255}, rounded. */
final class Cmyk {

    private Cmyk() {}

    /**
     * Converts what the JDK's reader left untouched.
     *
     * @param ycc whether the first three are luma and chroma of the inks
     * @param inverted whether 255 means no ink, as Adobe stores it
     */
    static Image toRgb(Raster raster, boolean ycc, boolean inverted) {
        if (!(raster.getDataBuffer() instanceof DataBufferByte buffer)
                || !(raster.getSampleModel() instanceof PixelInterleavedSampleModel model)
                || model.getNumBands() != 4) {
            throw new MalformedInputException("A JPEG of four components gave a raster of " + raster.getNumBands()
                    + " bands of type " + raster.getDataBuffer().getDataType());
        }
        Size size = new Size(raster.getWidth(), raster.getHeight());
        Image image = Image.allocate(size, PixelFormat.RGB24);
        byte[] inks = buffer.getData();
        byte[] rgb = image.array();
        int flip = inverted ? 0 : 255;
        // The transform of YCCK yields the complement of the stored inks.
        int complement = ycc ? flip ^ 255 : flip;
        for (int y = 0; y < size.height(); y++) {
            int from = buffer.getOffset() + y * model.getScanlineStride();
            int to = image.offset(y);
            for (int x = 0; x < size.width(); x++, from += 4, to += 3) {
                int c = inks[from] & 0xff;
                int m = inks[from + 1] & 0xff;
                int k = inks[from + 3] & 0xff ^ flip;
                int third = inks[from + 2] & 0xff;
                int red = ycc ? clamp(c + (91881 * (third - 128) + 32768 >> 16)) : c;
                int green = ycc ? clamp(c - (22554 * (m - 128) + 46802 * (third - 128) + 32768 >> 16)) : m;
                int blue = ycc ? clamp(c + (116130 * (m - 128) + 32768 >> 16)) : third;
                rgb[to] = (byte) dim(red ^ complement, k);
                rgb[to + 1] = (byte) dim(green ^ complement, k);
                rgb[to + 2] = (byte) dim(blue ^ complement, k);
            }
        }
        return image;
    }

    private static int clamp(int value) {
        return Math.max(0, Math.min(255, value));
    }

    private static int dim(int color, int black) {
        return (color * black + 127) / 255;
    }
}
