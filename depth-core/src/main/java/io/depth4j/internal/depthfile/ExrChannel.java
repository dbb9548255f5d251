package io.depth4j.internal.depthfile;

import io.depth4j.MalformedInputException;
import io.depth4j.internal.codec.Bytes;

/** One channel of an OpenEXR file. */
record ExrChannel(String name, Type type) {

    /** The types of samples, in the order of their numbers. */
    enum Type {
        UINT(4),
        HALF(2),
        FLOAT(4);

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }

        int bytes() {
            return bytes;
        }
    }

    /** Type, linearity, and the distances of samples; the name stands before. */
    static final int ENTRY_BYTES = 16;

    static ExrChannel read(Bytes file, int at, String name) {
        long type = file.u32le(at);
        if (type >= Type.values().length) {
            throw new MalformedInputException(
                    "The OpenEXR channel " + name + " is of type 0, 1 or 2, found " + type, at);
        }
        if (file.i32le(at + 8) != 1 || file.i32le(at + 12) != 1) {
            throw new MalformedInputException(
                    "OpenEXR is read with a sample for each pixel, channel " + name + " has one every "
                            + file.i32le(at + 8) + "×" + file.i32le(at + 12),
                    at + 8);
        }
        return new ExrChannel(name, Type.values()[(int) type]);
    }

    /** What stands after the last dot of the name. */
    String base() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** What stands up to and with the last dot of the name. */
    String layer() {
        return name.substring(0, name.lastIndexOf('.') + 1);
    }
}
