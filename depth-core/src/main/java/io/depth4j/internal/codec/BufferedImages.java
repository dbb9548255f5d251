package io.depth4j.internal.codec;

import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Pixels across to {@code java.awt} and back. Samples are taken as they stand: the JDK treats gray as linear and would
 * brighten it on the way to sRGB, so its colour conversion is asked only where colours are in a space of their own.
 */
public final class BufferedImages {

    private BufferedImages() {}

    /** An image over the same bytes, if the raster is laid out like one of our formats. */
    public static Optional<Image> shared(BufferedImage source) {
        Raster raster = source.getRaster();
        if (!(raster.getDataBuffer() instanceof DataBufferByte buffer)
                || !(raster.getSampleModel() instanceof PixelInterleavedSampleModel model)
                || buffer.getNumBanks() != 1) {
            return Optional.empty();
        }
        int[] bands = model.getBandOffsets();
        Optional<PixelFormat> format = format(source.getColorModel(), bands);
        if (format.isEmpty() || model.getPixelStride() != bands.length) {
            return Optional.empty();
        }
        int stride = model.getScanlineStride();
        int start = buffer.getOffset()
                + (raster.getMinY() - raster.getSampleModelTranslateY()) * stride
                + (raster.getMinX() - raster.getSampleModelTranslateX()) * bands.length
                + Arrays.stream(bands).min().orElse(0);
        Size size = new Size(source.getWidth(), source.getHeight());
        long needed = (long) stride * (size.height() - 1) + (long) size.width() * bands.length;
        if (stride < size.width() * bands.length || start + needed > buffer.getData().length) {
            return Optional.empty();
        }
        ByteBuffer pixels = ByteBuffer.wrap(buffer.getData()).position(start);
        return Optional.of(Image.wrap(size, format.get(), pixels, stride));
    }

    private static Optional<PixelFormat> format(ColorModel colors, int[] bands) {
        if (colors instanceof IndexColorModel || colors.getNumComponents() != bands.length) {
            return Optional.empty();
        }
        if (bands.length == 1 && isGray(colors)) {
            return Optional.of(PixelFormat.GRAY8);
        }
        if (!colors.getColorSpace().isCS_sRGB()) {
            return Optional.empty();
        }
        int first = Arrays.stream(bands).min().orElse(0);
        int[] order = Arrays.stream(bands).map(offset -> offset - first).toArray();
        if (Arrays.equals(order, new int[] {0, 1, 2})) {
            return Optional.of(PixelFormat.RGB24);
        }
        if (Arrays.equals(order, new int[] {2, 1, 0})) {
            return Optional.of(PixelFormat.BGR24);
        }
        boolean straight = colors.hasAlpha() && !colors.isAlphaPremultiplied();
        return straight && Arrays.equals(order, new int[] {0, 1, 2, 3})
                ? Optional.of(PixelFormat.RGBA32)
                : Optional.empty();
    }

    /** A copy in {@code GRAY8}, {@code RGB24} or, where the picture can have it, {@code RGBA32}. */
    public static Image converted(BufferedImage source) {
        Size size = new Size(source.getWidth(), source.getHeight());
        ColorModel colors = source.getColorModel();
        boolean integers =
                colors.getTransferType() == DataBuffer.TYPE_BYTE || colors.getTransferType() == DataBuffer.TYPE_USHORT;
        if (colors instanceof ComponentColorModel && integers && isGray(colors)) {
            return grays(source, size, colors);
        }
        boolean samples = colors.getColorSpace().isCS_sRGB()
                && (colors instanceof ComponentColorModel && integers || colors instanceof DirectColorModel);
        return samples ? colors(source, size, colors) : converted(source, size, colors);
    }

    private static Image grays(BufferedImage source, Size size, ColorModel colors) {
        boolean alpha = colors.hasAlpha();
        Image image = Image.allocate(size, alpha ? PixelFormat.RGBA32 : PixelFormat.GRAY8);
        byte[] out = image.array();
        int bands = source.getRaster().getNumBands();
        int[] row = new int[size.width() * bands];
        for (int y = 0; y < size.height(); y++) {
            samples(source, y, row);
            int at = image.offset(y);
            for (int x = 0; x < size.width(); x++) {
                int gray = to8(row[x * bands], colors.getComponentSize(0));
                if (!alpha) {
                    out[at++] = (byte) gray;
                    continue;
                }
                int a = to8(row[x * bands + 1], colors.getComponentSize(1));
                byte straight = (byte) straight(gray, a, colors);
                out[at] = straight;
                out[at + 1] = straight;
                out[at + 2] = straight;
                out[at + 3] = (byte) a;
                at += 4;
            }
        }
        return image;
    }

    /** Red, green, blue and perhaps alpha of any depth up to 16 bits, in whatever order the raster keeps them. */
    private static Image colors(BufferedImage source, Size size, ColorModel colors) {
        boolean alpha = colors.hasAlpha();
        Image image = Image.allocate(size, alpha ? PixelFormat.RGBA32 : PixelFormat.RGB24);
        byte[] out = image.array();
        int bands = source.getRaster().getNumBands();
        int[] bits = colors.getComponentSize();
        int[] row = new int[size.width() * bands];
        for (int y = 0; y < size.height(); y++) {
            samples(source, y, row);
            int at = image.offset(y);
            for (int x = 0; x < size.width(); x++) {
                int a = alpha ? to8(row[x * bands + 3], bits[3]) : 255;
                for (int c = 0; c < 3; c++) {
                    out[at++] = (byte) straight(to8(row[x * bands + c], bits[c]), a, colors);
                }
                if (alpha) {
                    out[at++] = (byte) a;
                }
            }
        }
        return image;
    }

    /** Whatever is left, palettes among it, by the picture's own idea of its colours. */
    private static Image converted(BufferedImage source, Size size, ColorModel colors) {
        boolean alpha = colors.hasAlpha();
        Image image = Image.allocate(size, alpha ? PixelFormat.RGBA32 : PixelFormat.RGB24);
        byte[] out = image.array();
        int[] row = new int[size.width()];
        for (int y = 0; y < size.height(); y++) {
            source.getRGB(0, y, size.width(), 1, row, 0, size.width());
            int at = image.offset(y);
            for (int argb : row) {
                out[at++] = (byte) (argb >> 16);
                out[at++] = (byte) (argb >> 8);
                out[at++] = (byte) argb;
                if (alpha) {
                    out[at++] = (byte) (argb >>> 24);
                }
            }
        }
        return image;
    }

    private static void samples(BufferedImage source, int y, int[] row) {
        Raster raster = source.getRaster();
        raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
    }

    private static int straight(int color, int alpha, ColorModel colors) {
        if (!colors.isAlphaPremultiplied() || alpha == 255 || !colors.hasAlpha()) {
            return color;
        }
        return alpha == 0 ? 0 : Math.min(255, (color * 255 + alpha / 2) / alpha);
    }

    private static int to8(int sample, int bits) {
        if (bits == 8) {
            return sample;
        }
        int most = (1 << bits) - 1;
        return bits == 16 ? Narrowing.to8(sample) : (sample * 255 + most / 2) / most;
    }

    private static boolean isGray(ColorModel colors) {
        return colors.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    }

    /** A picture for {@code java.awt} with a copy of the pixels, of one of its standard types. */
    public static BufferedImage copied(Image image) {
        int type = switch (image.format()) {
            case GRAY8 -> BufferedImage.TYPE_BYTE_GRAY;
            case RGB24, BGR24 -> BufferedImage.TYPE_3BYTE_BGR;
            case RGBA32 -> BufferedImage.TYPE_4BYTE_ABGR;
        };
        BufferedImage copy = new BufferedImage(image.width(), image.height(), type);
        byte[] out = ((DataBufferByte) copy.getRaster().getDataBuffer()).getData();
        int channels = image.format().channels();
        boolean reversed = image.format() == PixelFormat.RGB24 || image.format() == PixelFormat.RGBA32;
        byte[] row = new byte[image.rowBytes()];
        for (int y = 0; y < image.height(); y++) {
            image.readRow(y, row, 0);
            int to = y * row.length;
            for (int i = 0; i < row.length; i += channels) {
                for (int c = 0; c < channels; c++) {
                    out[to + i + c] = row[i + (reversed ? channels - 1 - c : c)];
                }
            }
        }
        return copy;
    }

    /** A picture for {@code java.awt} over the bytes of an image that has an array. */
    public static BufferedImage over(Image image) {
        int channels = image.format().channels();
        int[] bands = switch (image.format()) {
            case GRAY8 -> new int[] {0};
            case RGB24 -> new int[] {0, 1, 2};
            case BGR24 -> new int[] {2, 1, 0};
            case RGBA32 -> new int[] {0, 1, 2, 3};
        };
        DataBufferByte buffer = new DataBufferByte(image.array(), image.array().length, image.offset(0));
        PixelInterleavedSampleModel model = new PixelInterleavedSampleModel(
                DataBuffer.TYPE_BYTE, image.width(), image.height(), channels, image.rowStride(), bands);
        WritableRaster raster = Raster.createWritableRaster(model, buffer, new Point());
        boolean alpha = image.format().hasAlpha();
        ColorModel colors = new ComponentColorModel(
                ColorSpace.getInstance(channels == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
                alpha,
                false,
                alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                DataBuffer.TYPE_BYTE);
        return new BufferedImage(colors, raster, false, null);
    }
}
