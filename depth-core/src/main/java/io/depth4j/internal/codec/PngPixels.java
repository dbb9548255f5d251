package io.depth4j.internal.codec;

import io.depth4j.MalformedInputException;
import io.depth4j.PixelFormat;
import java.util.Optional;

/** Turns one row of PNG samples, of whatever depth and meaning, into pixels of a {@link PixelFormat}. */
abstract class PngPixels {

    private final PixelFormat format;
    final int bits;

    private PngPixels(PixelFormat format, int bits) {
        this.format = format;
        this.bits = bits;
    }

    final PixelFormat format() {
        return format;
    }

    /** Whether the bytes of a row are its pixels already. */
    boolean storedAsIs() {
        return false;
    }

    /** Expands {@code width} pixels; each goes {@code step} pixels after the one before. */
    abstract void expand(byte[] row, int start, int width, byte[] dst, int offset, int step);

    static PngPixels gray(int bits, Optional<Integer> transparent) {
        return transparent.<PngPixels>map(key -> new KeyedGray(bits, key)).orElseGet(() -> new Gray(bits));
    }

    static PngPixels rgb(int bits, Optional<int[]> transparent) {
        return transparent
                .<PngPixels>map(key -> new KeyedRgb(bits, key))
                .orElseGet(() -> new Channels(PixelFormat.RGB24, bits));
    }

    static PngPixels rgbAlpha(int bits) {
        return new Channels(PixelFormat.RGBA32, bits);
    }

    static PngPixels grayAlpha(int bits) {
        return new GrayAlpha(bits);
    }

    static PngPixels palette(int bits, byte[] table, boolean transparency) {
        return new Palette(transparency ? PixelFormat.RGBA32 : PixelFormat.RGB24, bits, table);
    }

    /** Sample {@code index} of a row, at its own depth. */
    final int sample(byte[] row, int start, int index) {
        return switch (bits) {
            case 8 -> row[start + index] & 0xff;
            case 16 -> (row[start + 2 * index] & 0xff) << 8 | row[start + 2 * index + 1] & 0xff;
            default -> {
                int bit = index * bits;
                yield row[start + (bit >> 3)] >> 8 - bits - (bit & 7) & (1 << bits) - 1;
            }
        };
    }

    /** A sample of this depth as the nearest of 0 to 255. */
    final byte narrow(int sample) {
        return (byte)
                switch (bits) {
                    case 1 -> sample * 255;
                    case 2 -> sample * 85;
                    case 4 -> sample * 17;
                    case 8 -> sample;
                    default -> Narrowing.to8(sample);
                };
    }

    private static final class Gray extends PngPixels {
        Gray(int bits) {
            super(PixelFormat.GRAY8, bits);
        }

        @Override
        boolean storedAsIs() {
            return bits == 8;
        }

        @Override
        void expand(byte[] row, int start, int width, byte[] dst, int offset, int step) {
            for (int x = 0; x < width; x++) {
                dst[offset + x * step] = narrow(sample(row, start, x));
            }
        }
    }

    private static final class KeyedGray extends PngPixels {
        private final int key;

        KeyedGray(int bits, int key) {
            super(PixelFormat.RGBA32, bits);
            this.key = key;
        }

        @Override
        void expand(byte[] row, int start, int width, byte[] dst, int offset, int step) {
            for (int x = 0; x < width; x++) {
                int sample = sample(row, start, x);
                int at = offset + x * step * 4;
                byte gray = narrow(sample);
                dst[at] = gray;
                dst[at + 1] = gray;
                dst[at + 2] = gray;
                dst[at + 3] = (byte) (sample == key ? 0 : 255);
            }
        }
    }

    private static final class GrayAlpha extends PngPixels {
        GrayAlpha(int bits) {
            super(PixelFormat.RGBA32, bits);
        }

        @Override
        void expand(byte[] row, int start, int width, byte[] dst, int offset, int step) {
            for (int x = 0; x < width; x++) {
                int at = offset + x * step * 4;
                byte gray = narrow(sample(row, start, 2 * x));
                dst[at] = gray;
                dst[at + 1] = gray;
                dst[at + 2] = gray;
                dst[at + 3] = narrow(sample(row, start, 2 * x + 1));
            }
        }
    }

    /** Red, green, blue and perhaps alpha, each of its own sample. */
    private static final class Channels extends PngPixels {
        Channels(PixelFormat format, int bits) {
            super(format, bits);
        }

        @Override
        boolean storedAsIs() {
            return bits == 8;
        }

        @Override
        void expand(byte[] row, int start, int width, byte[] dst, int offset, int step) {
            int channels = format().channels();
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < channels; c++) {
                    dst[offset + x * step * channels + c] = narrow(sample(row, start, x * channels + c));
                }
            }
        }
    }

    private static final class KeyedRgb extends PngPixels {
        private final int[] key;

        KeyedRgb(int bits, int[] key) {
            super(PixelFormat.RGBA32, bits);
            this.key = key;
        }

        @Override
        void expand(byte[] row, int start, int width, byte[] dst, int offset, int step) {
            for (int x = 0; x < width; x++) {
                int at = offset + x * step * 4;
                boolean matches = true;
                for (int c = 0; c < 3; c++) {
                    int sample = sample(row, start, 3 * x + c);
                    matches &= sample == key[c];
                    dst[at + c] = narrow(sample);
                }
                dst[at + 3] = (byte) (matches ? 0 : 255);
            }
        }
    }

    private static final class Palette extends PngPixels {
        private final byte[] table;

        Palette(PixelFormat format, int bits, byte[] table) {
            super(format, bits);
            this.table = table;
        }

        @Override
        void expand(byte[] row, int start, int width, byte[] dst, int offset, int step) {
            int channels = format().channels();
            for (int x = 0; x < width; x++) {
                int index = sample(row, start, x);
                if (index * 4 >= table.length) {
                    throw new MalformedInputException("A pixel of the PNG has palette index " + index
                            + ", but the palette holds " + table.length / 4 + " colours");
                }
                System.arraycopy(table, index * 4, dst, offset + x * step * channels, channels);
            }
        }
    }
}
