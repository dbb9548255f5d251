package io.depth4j.internal.depthfile;

import io.depth4j.MalformedInputException;
import io.depth4j.internal.codec.Bytes;
import java.util.Arrays;

/** One channel of an OpenEXR file. */
record ExrChannel(String name, Type type) {

    /** The types of samples. */
    enum Type {
        UINT(0, 4),
        HALF(1, 2),
        FLOAT(2, 4);

        private final int number;
        private final int bytes;

        Type(int number, int bytes) {
            this.number = number;
            this.bytes = bytes;
        }

        int number() {
            return number;
        }

        int bytes() {
            return bytes;
        }
    }

    /** Type, linearity, and the distances of samples; the name stands before. */
    static final int ENTRY_BYTES = 16;

    static ExrChannel read(Bytes file, int at, String name) {
        int number = file.i32le(at);
        Type type = Arrays.stream(Type.values())
                .filter(known -> known.number == number)
                .findFirst()
                .orElseThrow(() -> new MalformedInputException(
                        "The OpenEXR channel " + name + " is of type 0, 1 or 2, found " + number, at));
        if (file.i32le(at + 8) != 1 || file.i32le(at + 12) != 1) {
            throw new MalformedInputException(
                    "OpenEXR is read with a sample for each pixel, channel " + name + " has one every "
                            + file.i32le(at + 8) + "×" + file.i32le(at + 12),
                    at + 8);
        }
        return new ExrChannel(name, type);
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
