package io.depth4j.internal.depthfile;

/**
 * The lines of an OpenEXR file that are packed together. ZIP keeps the even bytes apart from the odd ones and of each only the
 * difference to the one before.
 *
 * @param start of the first byte
 * @param odds how far after the first byte the odd bytes begin, or 0 where bytes stand as they follow each other
 */
record ExrBlock(byte[] bytes, int start, int odds) {

    private static final int BIAS = 128;

    /** Undoes the differences in {@code bytes}, which came from a zlib stream. */
    static ExrBlock ofDifferences(byte[] bytes, int count) {
        for (int i = 1; i < count; i++) {
            bytes[i] += (byte) (bytes[i - 1] - BIAS);
        }
        return new ExrBlock(bytes, 0, (count + 1) / 2);
    }

    /** The opposite of {@link #ofDifferences}: what goes into the zlib stream. */
    static byte[] differences(byte[] plain) {
        byte[] apart = new byte[plain.length];
        int odds = (plain.length + 1) / 2;
        for (int i = 0; i < plain.length; i++) {
            apart[(i >> 1) + (i & 1) * odds] = plain[i];
        }
        for (int i = apart.length - 1; i > 0; i--) {
            apart[i] = (byte) (apart[i] - apart[i - 1] + BIAS);
        }
        return apart;
    }

    /** Copies {@code count} samples of a channel, the first of which begins at byte {@code from} of the block. */
    void copyTo(float[] dst, int offset, int from, int count, ExrChannel.Type type) {
        if (type == ExrChannel.Type.HALF) {
            for (int i = 0; i < count; i++) {
                dst[offset + i] = ofHalf(u16(from + 2 * i));
            }
        } else {
            for (int i = 0; i < count; i++) {
                dst[offset + i] = Float.intBitsToFloat(u16(from + 4 * i) | u16(from + 4 * i + 2) << 16);
            }
        }
    }

    private int u16(int at) {
        return u8(at) | u8(at + 1) << 8;
    }

    private int u8(int at) {
        return (odds == 0 ? bytes[start + at] : bytes[start + (at >> 1) + (at & 1) * odds]) & 0xff;
    }

    /** Every half is a float. */
    static float ofHalf(int bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = bits >> 10 & 0x1f;
        int mantissa = bits & 0x3ff;
        if (exponent == 0) {
            float small = mantissa * 0x1p-24f;
            return sign == 0 ? small : -small;
        }
        int wide = exponent == 0x1f ? 0xff : exponent + 112;
        return Float.intBitsToFloat(sign | wide << 23 | mantissa << 13);
    }
}
