package io.depth4j.examples.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A zip written byte by byte, which can lie as no tool would. */
final class HandmadeZip {

    private record Entry(byte[] name, int at, int packed, int unpacked, int crc, int flags) {}

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Entry> directory = new ArrayList<>();
    private Charset names = StandardCharsets.UTF_8;

    HandmadeZip names(Charset charset) {
        names = charset;
        return this;
    }

    HandmadeZip add(String name, byte[] content) {
        return add(name, content, content.length, 0);
    }

    /** An entry that claims another size, or has flags. */
    HandmadeZip add(String name, byte[] content, int claimed, int flags) {
        byte[] packed = deflated(content);
        CRC32 crc = new CRC32();
        crc.update(content);
        Entry entry = new Entry(name.getBytes(names), out.size(), packed.length, claimed, (int) crc.getValue(), flags);
        directory.add(entry);
        out.writeBytes(header(entry, 0x04034b50, 30).array());
        out.writeBytes(entry.name);
        out.writeBytes(packed);
        return this;
    }

    /** Another name for the bytes of the last entry. */
    HandmadeZip again(String name) {
        Entry last = directory.get(directory.size() - 1);
        directory.add(new Entry(name.getBytes(names), last.at, last.packed, last.unpacked, last.crc, last.flags));
        return this;
    }

    Path write(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(out.toByteArray());
        for (Entry entry : directory) {
            whole.writeBytes(header(entry, 0x02014b50, 46).array());
            whole.writeBytes(entry.name);
        }
        ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0x06054b50).putInt(0);
        end.putShort((short) directory.size()).putShort((short) directory.size());
        end.putInt(whole.size() - out.size()).putInt(out.size());
        whole.writeBytes(end.array());
        return whole.toByteArray();
    }

    /** The fields are the same in both headers, two bytes further on in the directory's. */
    private static ByteBuffer header(Entry entry, int signature, int bytes) {
        ByteBuffer header = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(signature);
        if (bytes == 46) {
            header.putShort((short) 20);
        }
        header.putShort((short) 20)
                .putShort((short) entry.flags)
                .putShort((short) 8)
                .putInt(0x21_0000);
        header.putInt(entry.crc).putInt(entry.packed).putInt(entry.unpacked);
        header.putShort((short) entry.name.length);
        if (bytes == 46) {
            header.putInt(42, entry.at);
        }
        return header;
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(9, true);
        try {
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] block = new byte[1 << 16];
            while (!deflater.finished()) {
                packed.write(block, 0, deflater.deflate(block));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
