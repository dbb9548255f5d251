package io.depth4j.io;

import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Pixels of at most 256 colours as their places in a palette: a picture through a colormap packs faster that way, and smaller.
 * The palette runs from dark to light, so that neighbours in it look alike and rows can still be predicted.
 */
final class PngPalette implements PngSource {

    private static final int MOST = 256;
    /** A power of two, large enough that two colours seldom want one slot. */
    private static final int SLOTS = 4 * MOST;

    private final Size size;
    private final boolean transparent;
    private final byte[] pixels;
    private final int[] colors;

    private PngPalette(Image image, byte[] pixels, int[] colors) {
        this.size = image.size();
        this.transparent = image.format() == PixelFormat.RGBA32;
        this.pixels = pixels;
        this.colors = colors;
    }

    /** Nothing for a picture of more colours, and for a gray one, which has a type of its own. */
    static Optional<PngSource> of(Image image) {
        return image.format() == PixelFormat.GRAY8 ? Optional.empty() : new Search(image).run();
    }

    /** Looks for the colours, the first one first. */
    private static final class Search {

        private final Image image;
        private final byte[] pixels;
        private final int[] slots = new int[SLOTS];
        private final int[] slotColors = new int[SLOTS];
        private final int[] colors = new int[MOST];
        private int count;

        Search(Image image) {
            this.image = image;
            this.pixels = new byte[image.size().pixels()];
            Arrays.fill(slots, -1);
        }

        Optional<PngSource> run() {
            byte[] row = new byte[image.rowBytes()];
            int at = 0;
            int last = 0;
            int lastPlace = -1;
            for (int y = 0; y < image.height(); y++) {
                image.readRow(y, row, 0);
                for (int x = 0; x < image.width(); x++) {
                    int color = color(row, x);
                    if (color != last || lastPlace < 0) {
                        lastPlace = place(color);
                        last = color;
                        if (lastPlace < 0) {
                            return Optional.empty();
                        }
                    }
                    pixels[at++] = (byte) lastPlace;
                }
            }
            return Optional.of(sorted());
        }

        /** Red, green, blue and alpha from the high byte to the low one. */
        private int color(byte[] row, int x) {
            return switch (image.format()) {
                case RGBA32 -> color(row[4 * x], row[4 * x + 1], row[4 * x + 2], row[4 * x + 3]);
                case BGR24 -> color(row[3 * x + 2], row[3 * x + 1], row[3 * x], (byte) -1);
                default -> color(row[3 * x], row[3 * x + 1], row[3 * x + 2], (byte) -1);
            };
        }

        private static int color(byte red, byte green, byte blue, byte alpha) {
            return red << 24 | (green & 0xff) << 16 | (blue & 0xff) << 8 | alpha & 0xff;
        }

        /** The place of a colour, a new one if it has none; -1 if there is no room for it. */
        private int place(int color) {
            int slot = color * 0x9E3779B1 >>> 22;
            while (slots[slot] >= 0 && slotColors[slot] != color) {
                slot = slot + 1 & SLOTS - 1;
            }
            if (slots[slot] < 0) {
                if (count == MOST) {
                    return -1;
                }
                slots[slot] = count;
                slotColors[slot] = color;
                colors[count++] = color;
            }
            return slots[slot];
        }

        private PngPalette sorted() {
            int[] order = IntStream.range(0, count)
                    .boxed()
                    .sorted(Comparator.comparingInt(place -> lightness(colors[place])))
                    .mapToInt(place -> place)
                    .toArray();
            byte[] moved = new byte[MOST];
            int[] sortedColors = new int[count];
            for (int place = 0; place < count; place++) {
                moved[order[place]] = (byte) place;
                sortedColors[place] = colors[order[place]];
            }
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = moved[pixels[i] & 0xff];
            }
            return new PngPalette(image, pixels, sortedColors);
        }

        private static int lightness(int color) {
            return 2 * (color >>> 24) + 5 * (color >>> 16 & 0xff) + (color >>> 8 & 0xff);
        }
    }

    @Override
    public Size size() {
        return size;
    }

    @Override
    public int colorType() {
        return 3;
    }

    @Override
    public int bits() {
        return 8;
    }

    @Override
    public int step() {
        return 1;
    }

    @Override
    public void read(int y, byte[] dst, int offset) {
        System.arraycopy(pixels, y * size.width(), dst, offset, size.width());
    }

    @Override
    public byte[] palette() {
        byte[] bytes = new byte[3 * colors.length];
        for (int i = 0; i < colors.length; i++) {
            bytes[3 * i] = (byte) (colors[i] >>> 24);
            bytes[3 * i + 1] = (byte) (colors[i] >>> 16);
            bytes[3 * i + 2] = (byte) (colors[i] >>> 8);
        }
        return bytes;
    }

    /** Written also where all are opaque, since whoever writes an image with alpha reads one again. */
    @Override
    public byte[] alphas() {
        byte[] bytes = new byte[transparent ? colors.length : 0];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) colors[i];
        }
        return bytes;
    }
}
