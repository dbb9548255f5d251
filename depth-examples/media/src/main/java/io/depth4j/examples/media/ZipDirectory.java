package io.depth4j.examples.media;

import io.depth4j.LimitExceededException;
import io.depth4j.MalformedInputException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * What the end of a zip says of its directory. The JDK holds the whole directory in memory, so its size is looked at before.
 *
 * @param origin of the zip
 * @param entries that it claims; the largest number of 16 bits stands for that many or more
 * @param bytes of the directory; the largest number of 32 bits stands for that many or more
 */
record ZipDirectory(String origin, int entries, long bytes) {

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    /** A header of 46 bytes, a name, and more extra fields than any tool writes. */
    private static final long BYTES_PER_ENTRY = 1024;

    static ZipDirectory of(Path file, String origin) throws IOException {
        try (RandomAccessFile zip = new RandomAccessFile(file.toFile(), "r")) {
            long length = zip.length();
            ByteBuffer tail = ByteBuffer.allocate((int) Math.min(length, END_BYTES + LONGEST_COMMENT))
                    .order(ByteOrder.LITTLE_ENDIAN);
            zip.seek(length - tail.capacity());
            zip.readFully(tail.array());
            for (int at = tail.capacity() - END_BYTES; at >= 0; at--) {
                if (tail.getInt(at) == END && at + END_BYTES + (tail.getShort(at + 20) & 0xffff) == tail.capacity()) {
                    return new ZipDirectory(
                            origin, tail.getShort(at + 10) & 0xffff, tail.getInt(at + 12) & 0xffffffffL);
                }
            }
        }
        throw new MalformedInputException(origin + " is no whole zip: it has no directory at its end");
    }

    void requireWithin(ZipLimits limits) {
        if (entries > limits.entries() || bytes > limits.entries() * BYTES_PER_ENTRY) {
            throw new LimitExceededException(origin + " has a directory of " + entries + " entries in " + bytes
                    + " bytes, allowed are " + limits.entries() + " entries");
        }
    }
}
