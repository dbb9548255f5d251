package io.depth4j.internal.codec;

import java.util.List;
import javax.imageio.stream.ImageInputStreamImpl;

/** Stretches of arrays, one after the other, as one input for the JDK's readers. Copies nothing, caches nothing. */
final class JoinedInput extends ImageInputStreamImpl {

    /** The bytes from index {@code from} up to {@code to}. */
    record Part(byte[] bytes, int from, int to) {

        static Part all(byte[] bytes) {
            return new Part(bytes, 0, bytes.length);
        }

        int length() {
            return to - from;
        }
    }

    private final List<Part> parts;
    private final long length;

    JoinedInput(Part... parts) {
        this.parts = List.of(parts);
        this.length = this.parts.stream().mapToLong(Part::length).sum();
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] dst, int offset, int count) {
        bitOffset = 0;
        if (count == 0) {
            return 0;
        }
        long before = streamPos;
        for (Part part : parts) {
            if (before < part.length()) {
                int got = (int) Math.min(count, part.length() - before);
                System.arraycopy(part.bytes, part.from + (int) before, dst, offset, got);
                streamPos += got;
                return got;
            }
            before -= part.length();
        }
        return -1;
    }

    @Override
    public long length() {
        return length;
    }
}
