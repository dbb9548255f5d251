package io.depth4j.internal.java;

import io.depth4j.MalformedInputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/** The fields of one message of a protocol buffer, one after the other. A message inside is a view, read by its own reader. */
final class ProtoMessage {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private final byte[] file;
    private final int end;
    private int at;
    private int field;
    private int wire;
    private long number;
    private int from;

    ProtoMessage(byte[] file) {
        this(file, 0, file.length);
    }

    private ProtoMessage(byte[] file, int from, int end) {
        this.file = file;
        this.at = from;
        this.end = end;
    }

    /** Goes to the next field, if there is one. */
    boolean next() {
        if (at == end) {
            return false;
        }
        long tag = varint();
        from = at;
        wire = (int) tag & 7;
        if (tag >>> 3 == 0 || tag >>> 3 > Integer.MAX_VALUE) {
            throw wrong("a field's number", "" + (tag >>> 3));
        }
        field = (int) (tag >>> 3);
        switch (wire) {
            case VARINT -> number = varint();
            case FIXED64 -> skip(8);
            case FIXED32 -> skip(4);
            case BYTES -> {
                long length = varint();
                from = at;
                skip(length);
            }
            default -> throw wrong("a varint, bytes or a fixed number", "wire type " + wire);
        }
        return true;
    }

    int field() {
        return field;
    }

    long number() {
        require(VARINT, "a whole number");
        return number;
    }

    float decimal() {
        require(FIXED32, "a float");
        return ByteBuffer.wrap(file, from, 4).order(ByteOrder.LITTLE_ENDIAN).getFloat();
    }

    String text() {
        require(BYTES, "a text");
        return new String(file, from, at - from, StandardCharsets.UTF_8);
    }

    ProtoMessage message() {
        require(BYTES, "a message");
        return new ProtoMessage(file, from, at);
    }

    /** A view of the bytes, the least significant first. */
    ByteBuffer bytes() {
        require(BYTES, "bytes");
        return ByteBuffer.wrap(file, from, at - from).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Whole numbers that stand one a field or packed together. */
    void numbers(LongConsumer each) {
        if (wire == VARINT) {
            each.accept(number);
            return;
        }
        ProtoMessage packed = message();
        while (packed.at < packed.end) {
            each.accept(packed.varint());
        }
    }

    /** Floats that stand one a field or packed together. */
    ByteBuffer decimals() {
        if (wire == FIXED32) {
            return ByteBuffer.wrap(file, from, 4).slice().order(ByteOrder.LITTLE_ENDIAN);
        }
        ByteBuffer packed = bytes();
        if (packed.remaining() % 4 != 0) {
            throw wrong("floats", packed.remaining() + " bytes");
        }
        return packed;
    }

    private void require(int expected, String what) {
        if (wire != expected) {
            throw wrong(what + " in field " + field, "wire type " + wire);
        }
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at == end) {
                throw wrong("a varint", "the end");
            }
            byte next = file[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw wrong("a varint of at most ten bytes", "a longer one");
    }

    private void skip(long length) {
        if (length < 0 || length > end - at) {
            throw wrong((end - at) + " bytes at most in field " + field, Long.toUnsignedString(length));
        }
        at += (int) length;
    }

    private MalformedInputException wrong(String expected, String found) {
        return new MalformedInputException("The network is broken: expected " + expected + ", found " + found, at);
    }
}
