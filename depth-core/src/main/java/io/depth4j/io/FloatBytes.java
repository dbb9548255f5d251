package io.depth4j.io;

import io.depth4j.FloatPlane;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Rows of a plane as files keep them: the bits of each float, the low byte first. */
final class FloatBytes {

    private FloatBytes() {}

    static byte[] rows(FloatPlane plane, int first, int rows) {
        int count = Math.multiplyExact(rows, plane.width());
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(count, Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(plane.array(), first * plane.width(), count);
        return bytes.array();
    }
}
