package io.depth4j.internal.codec;

import io.depth4j.MalformedInputException;

/** Unpacks the pixels of one GIF frame. */
final class GifLzw {

    private static final int MOST_CODES = 4096;

    private final Bytes file;
    private final int leastBits;
    private final short[] prefix = new short[MOST_CODES];
    private final byte[] last = new byte[MOST_CODES];
    private final short[] lengths = new short[MOST_CODES];

    private int at;
    private int blockLeft;
    private int buffer;
    private int buffered;

    GifLzw(Bytes file, int at, int leastBits) {
        if (leastBits < 1 || leastBits > 8) {
            throw new MalformedInputException("GIF codes begin with 1 to 8 bits, found " + leastBits, at - 1);
        }
        this.file = file;
        this.at = at;
        this.leastBits = leastBits;
    }

    /** Fills {@code dst} with palette indices, or refuses. */
    void unpack(byte[] dst) {
        int clear = 1 << leastBits;
        int bits = leastBits + 1;
        int next = clear + 2;
        int before = -1;
        int filled = 0;
        for (int i = 0; i < clear; i++) {
            last[i] = (byte) i;
            lengths[i] = 1;
        }
        while (filled < dst.length) {
            int code = code(bits);
            if (code == clear) {
                bits = leastBits + 1;
                next = clear + 2;
                before = -1;
                continue;
            }
            boolean repeats = code == next && before >= 0 && next < MOST_CODES;
            if (code == clear + 1 || code >= next && !repeats) {
                throw new MalformedInputException(
                        code == clear + 1 ? "The pixels of the GIF end early" : "The pixels of the GIF are corrupt",
                        at);
            }
            if (before >= 0 && next < MOST_CODES) {
                prefix[next] = (short) before;
                lengths[next] = (short) (lengths[before] + 1);
                last[next] = first(repeats ? before : code);
                next++;
                if (next == 1 << bits && bits < 12) {
                    bits++;
                }
            }
            filled = write(code, dst, filled);
            before = code;
        }
    }

    private byte first(int code) {
        int at = code;
        while (lengths[at] > 1) {
            at = prefix[at];
        }
        return last[at];
    }

    /** Writes a string of pixels from its end to its beginning; what would fall outside the frame is dropped. */
    private int write(int code, byte[] dst, int from) {
        int end = from + lengths[code];
        int at = code;
        for (int i = end - 1; i >= from; i--) {
            if (i < dst.length) {
                dst[i] = last[at];
            }
            at = prefix[at];
        }
        return Math.min(end, dst.length);
    }

    private int code(int bits) {
        while (buffered < bits) {
            if (blockLeft == 0) {
                blockLeft = file.u8(at++);
                if (blockLeft == 0) {
                    throw new MalformedInputException("The pixels of the GIF end early", at - 1);
                }
            }
            buffer |= file.u8(at++) << buffered;
            buffered += 8;
            blockLeft--;
        }
        int code = buffer & (1 << bits) - 1;
        buffer >>>= bits;
        buffered -= bits;
        return code;
    }
}
