package io.depth4j.examples.media;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** The content of an entry, which may have as many bytes as the directory claims and neither more nor fewer. */
final class ClaimedStream extends FilterInputStream {

    private final long claimed;
    private long read;

    ClaimedStream(InputStream in, long claimed) {
        super(in);
        this.claimed = claimed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] dst, int offset, int length) throws IOException {
        int got = unpacked(dst, offset, length);
        read += Math.max(0, got);
        if (read > claimed || got < 0 && read < claimed) {
            throw new ZipException(
                    "the entry claims " + claimed + " bytes and has " + (got < 0 ? "only " + read : "more"));
        }
        return got;
    }

    /** The inflater says of bytes that end too early that they ended, and nothing more. */
    private int unpacked(byte[] dst, int offset, int length) throws IOException {
        try {
            return in.read(dst, offset, length);
        } catch (EOFException e) {
            ZipException broken = new ZipException("the packed bytes of the entry end too early");
            broken.initCause(e);
            throw broken;
        }
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(Math.max(0, count), 1 << 16)).length;
    }
}
