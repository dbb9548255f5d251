package io.depth4j.io;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Builds PNG files chunk by chunk, broken ones too; knows nothing of the library's own encoder. */
final class PngFile {

    /** Sample {@code channel} of pixel {@code (x, y)} at the file's depth. */
    interface Samples {
        int at(int x, int y, int channel);
    }

    static final int[] CHANNELS = {1, 0, 3, 1, 2, 0, 4};

    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    PngFile() {
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    }

    PngFile header(int width, int height, int bits, int type, boolean interlaced) {
        return chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) bits)
                        .put((byte) type)
                        .put(12, (byte) (interlaced ? 1 : 0))
                        .array());
    }

    PngFile chunk(String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(name);
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
        return this;
    }

    PngFile pixels(int width, int height, int bits, int type, boolean interlaced, Samples samples) {
        return chunk("IDAT", deflated(packed(width, height, bits, type, interlaced, samples)));
    }

    byte[] end() {
        return chunk("IEND", new byte[0]).bytes();
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /** The file with the checksum of every chunk made to fit; other files as they are. */
    static byte[] withTrueChecksums(byte[] file) {
        ByteBuffer chunks = ByteBuffer.wrap(file);
        if (file.length < 8 || chunks.getInt(0) != 0x89504e47) {
            return file;
        }
        int at = 8;
        while (at + 12 <= file.length && chunks.getInt(at) >= 0 && at + 12L + chunks.getInt(at) <= file.length) {
            int length = chunks.getInt(at);
            CRC32 sum = new CRC32();
            sum.update(file, at + 4, length + 4);
            chunks.putInt(at + 8 + length, (int) sum.getValue());
            at += 12 + length;
        }
        return file;
    }

    static byte[] deflated(byte[] raw) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(raw);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** All rows with the filter NONE. */
    private static byte[] packed(int width, int height, int bits, int type, boolean interlaced, Samples samples) {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        int channels = CHANNELS[type];
        for (int[] pass : interlaced ? PASSES : new int[][] {{0, 0, 1, 1}}) {
            for (int y = pass[1]; y < height && pass[0] < width; y += pass[3]) {
                rows.write(0);
                int held = 0;
                int heldBits = 0;
                for (int x = pass[0]; x < width; x += pass[2]) {
                    for (int c = 0; c < channels; c++) {
                        held = held << bits | samples.at(x, y, c);
                        heldBits += bits;
                        while (heldBits >= 8) {
                            rows.write(held >> heldBits - 8);
                            heldBits -= 8;
                        }
                        held &= (1 << heldBits) - 1;
                    }
                }
                if (heldBits > 0) {
                    rows.write(held << 8 - heldBits);
                }
            }
        }
        return rows.toByteArray();
    }
}
