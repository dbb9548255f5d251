package io.depth4j.internal.csv;

import io.depth4j.internal.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** The bytes of a file as they come, counted and hashed on their way. One thread reads; any may ask for the count. */
final class RawBytes extends InputStream {

    private final InputStream in;
    private final MessageDigest digest = Hash.newSha256();
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private final AtomicLong count = new AtomicLong();

    RawBytes(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        return fill() ? buffer[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] dst, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, end - at);
        System.arraycopy(buffer, at, dst, offset, taken);
        at += taken;
        return taken;
    }

    /** Positive unless the file is over: how {@code GZIPInputStream} finds out whether another part follows. */
    @Override
    public int available() throws IOException {
        return fill() ? end - at : 0;
    }

    private boolean fill() throws IOException {
        while (at == end) {
            int read = in.read(buffer);
            if (read < 0) {
                return false;
            }
            digest.update(buffer, 0, read);
            count.addAndGet(read);
            at = 0;
            end = read;
        }
        return true;
    }

    /** Whether the next two bytes are those that gzip begins with. */
    boolean isGzip() throws IOException {
        if (!fill()) {
            return false;
        }
        while (end - at < 2) {
            int read = in.read(buffer, end, buffer.length - end);
            if (read < 0) {
                return false;
            }
            digest.update(buffer, end, read);
            count.addAndGet(read);
            end += read;
        }
        return buffer[at] == 0x1f && buffer[at + 1] == (byte) 0x8b;
    }

    /** Reads what is left, so that the hash is that of the whole file. */
    String sha256() throws IOException {
        while (fill()) {
            at = end;
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    long count() {
        return count.get();
    }
}
