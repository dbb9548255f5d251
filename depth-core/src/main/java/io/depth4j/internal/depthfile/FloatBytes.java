package io.depth4j.internal.depthfile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Floats as files keep them: their bits, the low byte first. */
public final class FloatBytes {

    private FloatBytes() {}

    public static byte[] of(FloatBuffer values, int first, int count) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(count, Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values.slice(first, count));
        return bytes.array();
    }
}
