package io.depth4j.internal.codec;

import io.depth4j.MalformedInputException;
import java.nio.charset.StandardCharsets;

/** The first {@code length} bytes of an array, read with bounds: whoever reads past the end learns at which byte. */
public final class Bytes {

    private final byte[] array;
    private final int length;

    public Bytes(byte[] array, int length) {
        this.array = array;
        this.length = length;
    }

    /** The whole of what {@link #length()} says, and possibly spare room after it. */
    public byte[] array() {
        return array;
    }

    public int length() {
        return length;
    }

    public boolean has(long offset, long count) {
        return offset >= 0 && count >= 0 && offset + count <= length;
    }

    /** Refuses to go on when the bytes end before {@code what} does. */
    public void require(long offset, long count, String what) {
        if (!has(offset, count)) {
            throw new MalformedInputException(
                    "The file ends inside " + what + ", which needs " + count + " bytes from byte " + offset + " on",
                    length);
        }
    }

    public int u8(int offset) {
        require(offset, 1, "a value");
        return array[offset] & 0xff;
    }

    public int u16be(int offset) {
        require(offset, 2, "a value");
        return (array[offset] & 0xff) << 8 | array[offset + 1] & 0xff;
    }

    public int u16le(int offset) {
        require(offset, 2, "a value");
        return (array[offset + 1] & 0xff) << 8 | array[offset] & 0xff;
    }

    public int i32be(int offset) {
        return u16be(offset) << 16 | u16be(offset + 2);
    }

    public int i32le(int offset) {
        return u16le(offset) | u16le(offset + 2) << 16;
    }

    public long u32be(int offset) {
        return i32be(offset) & 0xffffffffL;
    }

    public long u32le(int offset) {
        return i32le(offset) & 0xffffffffL;
    }

    /** Whether these characters, one byte each, stand at {@code offset}. */
    public boolean matches(int offset, String latin) {
        if (!has(offset, latin.length())) {
            return false;
        }
        for (int i = 0; i < latin.length(); i++) {
            if ((array[offset + i] & 0xff) != latin.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    public String latin(int offset, int count) {
        require(offset, count, "a name");
        return new String(array, offset, count, StandardCharsets.ISO_8859_1);
    }
}
