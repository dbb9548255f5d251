package io.depth4j.internal.codec;

import io.depth4j.Image;
import io.depth4j.MalformedInputException;
import io.depth4j.PixelFormat;
import io.depth4j.Size;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The first frame of a GIF, placed on its canvas. Where the frame does not reach, or is transparent, the picture is
 * transparent.
 */
public final class GifCodec implements Codec {

    private static final int SCREEN_END = 13;
    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2C;
    private static final int TRAILER = 0x3B;
    private static final int GRAPHIC_CONTROL = 0xF9;
    private static final int FRAME_BYTES = 9;

    @Override
    public boolean recognizes(Bytes head) {
        return head.matches(0, "GIF87a") || head.matches(0, "GIF89a");
    }

    @Override
    public Optional<Header> header(Bytes bytes) {
        return bytes.has(0, SCREEN_END)
                ? Optional.of(new Header(bytes.u16le(6), bytes.u16le(8), 1, 8))
                : Optional.empty();
    }

    @Override
    public int end(Bytes file) {
        int at = SCREEN_END + tableBytes(file.u8(10));
        while (file.u8(at) != TRAILER) {
            at = skipBlock(file, at);
        }
        return at + 1;
    }

    @Override
    public Image decode(Bytes file, Header header) {
        // A file that ends early is refused even if its first frame is whole.
        end(file);
        int at = SCREEN_END + tableBytes(file.u8(10));
        OptionalInt transparent = OptionalInt.empty();
        while (file.u8(at) != FRAME) {
            if (file.u8(at) == TRAILER) {
                throw new MalformedInputException("The GIF holds no frame", at);
            }
            if (file.u8(at + 1) == GRAPHIC_CONTROL && file.u8(at + 2) == 4) {
                boolean keyed = (file.u8(at + 3) & 1) != 0;
                transparent = keyed ? OptionalInt.of(file.u8(at + 6)) : OptionalInt.empty();
            }
            at = skipBlock(file, at);
        }
        return frame(file, at + 1, new Size(header.width(), header.height()), transparent);
    }

    private static Image frame(Bytes file, int at, Size canvas, OptionalInt transparent) {
        int left = file.u16le(at);
        int top = file.u16le(at + 2);
        int width = file.u16le(at + 4);
        int height = file.u16le(at + 6);
        if (width == 0 || height == 0 || left + width > canvas.width() || top + height > canvas.height()) {
            throw new MalformedInputException(
                    "A frame of " + width + "×" + height + " at (" + left + ", " + top
                            + ") does not lie on the GIF's canvas of " + canvas,
                    at);
        }
        int flags = file.u8(at + 8);
        int local = at + FRAME_BYTES;
        int table = tableBytes(flags) > 0 ? local : SCREEN_END;
        int colors = (tableBytes(flags) > 0 ? tableBytes(flags) : tableBytes(file.u8(10))) / 3;
        int start = local + tableBytes(flags);

        boolean covers = width == canvas.width() && height == canvas.height();
        Image image = Image.allocate(canvas, covers && transparent.isEmpty() ? PixelFormat.RGB24 : PixelFormat.RGBA32);
        byte[] indices = new byte[width * height];
        new GifLzw(file, start + 1, file.u8(start)).unpack(indices);
        int row = 0;
        for (int y : rowOrder(height, (flags & 0x40) != 0)) {
            paint(
                    file,
                    table,
                    colors,
                    transparent,
                    indices,
                    row++ * width,
                    width,
                    image,
                    image.offset(top + y) + left * image.format().channels());
        }
        return image;
    }

    private static void paint(
            Bytes file,
            int table,
            int colors,
            OptionalInt transparent,
            byte[] indices,
            int from,
            int width,
            Image image,
            int dst) {
        int channels = image.format().channels();
        int key = transparent.orElse(-1);
        for (int x = 0; x < width; x++) {
            int index = indices[from + x] & 0xff;
            if (index == key) {
                continue;
            }
            if (index >= colors) {
                throw new MalformedInputException("A pixel of the GIF has palette index " + index
                        + ", but the palette holds " + colors + " colours");
            }
            int at = dst + x * channels;
            System.arraycopy(file.array(), table + index * 3, image.array(), at, 3);
            if (channels == 4) {
                image.array()[at + 3] = (byte) 255;
            }
        }
    }

    /** Which row of the frame each row of the data is. */
    private static int[] rowOrder(int height, boolean interlaced) {
        int[][] passes = interlaced ? new int[][] {{0, 8}, {4, 8}, {2, 4}, {1, 2}} : new int[][] {{0, 1}};
        int[] order = new int[height];
        int next = 0;
        for (int[] pass : passes) {
            for (int y = pass[0]; y < height; y += pass[1]) {
                order[next++] = y;
            }
        }
        return order;
    }

    /** Where the block after the one at {@code at} begins. */
    private static int skipBlock(Bytes file, int at) {
        int next = switch (file.u8(at)) {
            case EXTENSION -> at + 2;
            case FRAME -> at + 1 + FRAME_BYTES + tableBytes(file.u8(at + FRAME_BYTES)) + 1;
            default -> throw new MalformedInputException("No GIF block begins with " + file.u8(at), at);
        };
        while (file.u8(next) != 0) {
            next += 1 + file.u8(next);
        }
        return next + 1;
    }

    private static int tableBytes(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 * (2 << (flags & 7));
    }
}
