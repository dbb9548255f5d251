package io.depth4j;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * A picture of 8-bit pixels: a size, a {@link PixelFormat} and rows of bytes a fixed stride apart.
 *
 * <p>Pixels live in a heap array or in a direct buffer that the caller already has; wrapping copies nothing, and a
 * {@link #region} shares the pixels of its parent. The shape is fixed, the bytes are not: whoever shares them between threads
 * sees to it that nobody writes while another reads.
 */
public final class Image {

    private final Size size;
    private final PixelFormat format;
    private final ByteBuffer pixels;
    private final int start;
    private final int rowStride;

    private Image(Size size, PixelFormat format, ByteBuffer pixels, int start, int rowStride) {
        this.size = size;
        this.format = format;
        this.pixels = pixels;
        this.start = start;
        this.rowStride = rowStride;
    }

    /** A black (for {@link PixelFormat#RGBA32}: transparent) picture with rows packed in one heap array. */
    public static Image allocate(Size size, PixelFormat format) {
        return wrap(size, format, new byte[packedBytes(size, format)]);
    }

    /** A picture over {@code pixels}, which holds exactly the packed rows. Shares the array. */
    public static Image wrap(Size size, PixelFormat format, byte[] pixels) {
        int expected = packedBytes(size, format);
        if (pixels.length != expected) {
            throw new IllegalArgumentException("A packed " + format + " image of " + size + " needs " + expected
                    + " bytes, found " + pixels.length);
        }
        return new Image(size, format, ByteBuffer.wrap(pixels), 0, expected / size.height());
    }

    /**
     * A picture over the bytes from the buffer's position on, heap or direct. Shares the bytes; later changes of the buffer's
     * position and limit do not matter.
     *
     * @param rowStride bytes from the start of one row to the start of the next
     */
    public static Image wrap(Size size, PixelFormat format, ByteBuffer pixels, int rowStride) {
        int rowBytes = Math.multiplyExact(size.width(), format.channels());
        if (rowStride < rowBytes) {
            throw new IllegalArgumentException("A row of a " + format + " image of " + size + " takes " + rowBytes
                    + " bytes, but the row stride is " + rowStride);
        }
        long needed = (long) rowStride * (size.height() - 1) + rowBytes;
        if (pixels.remaining() < needed) {
            throw new IllegalArgumentException("A " + format + " image of " + size + " with row stride " + rowStride
                    + " needs " + needed + " bytes, found " + pixels.remaining() + " remaining in the buffer");
        }
        ByteBuffer view = pixels.slice(pixels.position(), (int) needed);
        return new Image(size, format, view, 0, rowStride);
    }

    /** A packed copy of {@code image} in a heap array of its own. */
    public static Image copyOf(Image image) {
        Image copy = allocate(image.size, image.format);
        for (int y = 0; y < image.height(); y++) {
            image.readRow(y, copy.array(), copy.offset(y));
        }
        return copy;
    }

    /** The rectangle whose upper left corner is {@code (x, y)}, sharing these pixels. */
    public Image region(int x, int y, Size regionSize) {
        if (x < 0 || y < 0 || x > width() - regionSize.width() || y > height() - regionSize.height()) {
            throw new IndexOutOfBoundsException(
                    "A region of " + regionSize + " at (" + x + ", " + y + ") does not lie inside an image of " + size);
        }
        return new Image(regionSize, format, pixels, start + y * rowStride + x * format.channels(), rowStride);
    }

    /** This picture if its rows are packed in a heap array from index 0 on, else a packed copy. */
    public Image packed() {
        return isPacked() ? this : copyOf(this);
    }

    /** Whether {@link #array()} holds exactly these pixels, row after row. */
    public boolean isPacked() {
        return hasArray() && offset(0) == 0 && rowStride == rowBytes() && array().length == rowBytes() * height();
    }

    public Size size() {
        return size;
    }

    public int width() {
        return size.width();
    }

    public int height() {
        return size.height();
    }

    public PixelFormat format() {
        return format;
    }

    /** Bytes that the pixels of one row take. */
    public int rowBytes() {
        return size.width() * format.channels();
    }

    /** Bytes from the start of one row to the start of the next; at least {@link #rowBytes()}. */
    public int rowStride() {
        return rowStride;
    }

    /** Whether the pixels lie in a heap array that may be written; if not, use {@link #readRow} and {@link #writeRow}. */
    public boolean hasArray() {
        return pixels.hasArray();
    }

    /**
     * The array that holds the pixels; row {@code y} starts at {@link #offset offset(y)}.
     *
     * @throws UnsupportedOperationException if the pixels are in a direct buffer
     * @throws java.nio.ReadOnlyBufferException if they are in a read-only one
     */
    public byte[] array() {
        return pixels.array();
    }

    /** The index in {@link #array()} of the first byte of row {@code y}. */
    public int offset(int y) {
        Objects.checkIndex(y, height());
        return pixels.arrayOffset() + start + y * rowStride;
    }

    /** The unsigned value, 0 to 255, of one channel of one pixel. */
    public int at(int x, int y, int channel) {
        Objects.checkIndex(x, width());
        Objects.checkIndex(y, height());
        Objects.checkIndex(channel, format.channels());
        return pixels.get(start + y * rowStride + x * format.channels() + channel) & 0xff;
    }

    /** Copies the {@link #rowBytes()} bytes of row {@code y} to {@code dst}. */
    public void readRow(int y, byte[] dst, int dstOffset) {
        Objects.checkIndex(y, height());
        pixels.get(start + y * rowStride, dst, dstOffset, rowBytes());
    }

    /** Overwrites row {@code y} with {@link #rowBytes()} bytes of {@code src}. */
    public void writeRow(int y, byte[] src, int srcOffset) {
        Objects.checkIndex(y, height());
        pixels.put(start + y * rowStride, src, srcOffset, rowBytes());
    }

    /** Whether the other picture has the same size, format and pixels, wherever either keeps them. */
    public boolean sameAs(Image other) {
        if (!size.equals(other.size) || format != other.format) {
            return false;
        }
        for (int y = 0; y < height(); y++) {
            if (!row(y).equals(other.row(y))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "Image[" + size + " " + format + "]";
    }

    private ByteBuffer row(int y) {
        return pixels.slice(start + y * rowStride, rowBytes());
    }

    private static int packedBytes(Size size, PixelFormat format) {
        long bytes = (long) size.pixels() * format.channels();
        if (bytes > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("A packed " + format + " image of " + size + " would take " + bytes
                    + " bytes, more than an array can hold");
        }
        return (int) bytes;
    }
}
