package io.depth4j.io;

import io.depth4j.Image;
import io.depth4j.PixelFormat;
import io.depth4j.Size;

/** Rows of samples as a PNG stores them. */
interface PngSource {

    Size size();

    /** The colour type's number in the PNG standard. */
    int colorType();

    int bits();

    /** Bytes of one pixel. */
    int step();

    /** Copies row {@code y} to {@code dst}. */
    void read(int y, byte[] dst, int offset);

    default int rowBytes() {
        return Math.multiplyExact(size().width(), step());
    }

    /** The colours that pixels choose from, three bytes each; empty where they say their own. */
    default byte[] palette() {
        return new byte[0];
    }

    /** The alphas of the palette; empty where all are opaque. */
    default byte[] alphas() {
        return new byte[0];
    }

    static PngSource of(Image image) {
        return PngPalette.of(image).orElseGet(() -> new Pixels(image));
    }

    /** Gray of 16 bits, row after row. */
    static PngSource gray16(Size size, short[] samples) {
        if (samples.length != size.pixels()) {
            throw new IllegalArgumentException(
                    "A picture of " + size + " has " + size.pixels() + " samples, found " + samples.length);
        }
        return new Gray16(size, samples);
    }

    /** The pixels of an image; blue and red are exchanged where it begins with blue. */
    record Pixels(Image image) implements PngSource {

        @Override
        public Size size() {
            return image.size();
        }

        @Override
        public int colorType() {
            return switch (image.format()) {
                case GRAY8 -> 0;
                case RGB24, BGR24 -> 2;
                case RGBA32 -> 6;
            };
        }

        @Override
        public int bits() {
            return 8;
        }

        @Override
        public int step() {
            return image.format().channels();
        }

        @Override
        public void read(int y, byte[] dst, int offset) {
            image.readRow(y, dst, offset);
            if (image.format() == PixelFormat.BGR24) {
                for (int i = offset; i < offset + image.rowBytes(); i += 3) {
                    byte blue = dst[i];
                    dst[i] = dst[i + 2];
                    dst[i + 2] = blue;
                }
            }
        }
    }

    /** Samples in the order of bytes that PNG wants: the high one first. */
    record Gray16(Size size, short[] samples) implements PngSource {

        @Override
        public int colorType() {
            return 0;
        }

        @Override
        public int bits() {
            return 16;
        }

        @Override
        public int step() {
            return 2;
        }

        @Override
        public void read(int y, byte[] dst, int offset) {
            int from = y * size.width();
            for (int x = 0; x < size.width(); x++) {
                dst[offset + 2 * x] = (byte) (samples[from + x] >> 8);
                dst[offset + 2 * x + 1] = (byte) samples[from + x];
            }
        }
    }
}
