package io.depth4j.internal.java;

import io.depth4j.MalformedInputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A tensor of the file, its values as they stand there, the least significant byte first. */
final class Constant {

    private final ElementType type;
    private final int[] axes;
    private final ByteBuffer values;
    private final int count;

    /**
     * @param name for messages
     * @param axes none negative, and as many values as they say
     */
    Constant(String name, ElementType type, int[] axes, ByteBuffer values) {
        this.type = type;
        this.axes = axes;
        this.values = values;
        long elements = 1;
        for (int axis : axes) {
            elements *= axis;
            if (elements * type.bytes() > values.remaining()) {
                break;
            }
        }
        if (elements * type.bytes() != values.remaining()) {
            throw new MalformedInputException("Tensor '" + name + "' of shape " + Arrays.toString(axes) + " and type "
                    + type + " should have as many bytes, found " + values.remaining());
        }
        this.count = (int) elements;
    }

    static Constant of(int[] axes, float[] values) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(4, values.length)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return new Constant("", ElementType.FLOAT32, axes, bytes);
    }

    ElementType type() {
        return type;
    }

    int rank() {
        return axes.length;
    }

    int axis(int which) {
        return axes[which];
    }

    int[] axes() {
        return axes.clone();
    }

    int count() {
        return count;
    }

    /** All values; whole numbers of 32 and 64 bits are rounded to floats. */
    float[] floats() {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = switch (type) {
                case FLOAT32 -> values.getFloat(4 * i);
                case FLOAT16 -> half(values.getShort(2 * i));
                default -> whole(i);
            };
        }
        return floats;
    }

    /** The value at {@code i} of a tensor of whole numbers. */
    long whole(int i) {
        return switch (type) {
            case UINT8 -> values.get(i) & 0xFF;
            case INT8 -> values.get(i);
            case INT32 -> values.getInt(4 * i);
            case INT64 -> values.getLong(8 * i);
            case FLOAT32, FLOAT16 ->
                throw new MalformedInputException("Expected a tensor of whole numbers, found " + this);
        };
    }

    /** Exact: every half is a float. */
    private static float half(short bits) {
        int exponent = bits >> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        float magnitude;
        if (exponent == 0) {
            magnitude = fraction * 0x1p-24f;
        } else if (exponent == 31) {
            magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else {
            magnitude = Float.intBitsToFloat(exponent + 112 << 23 | fraction << 13);
        }
        return bits < 0 ? -magnitude : magnitude;
    }

    @Override
    public String toString() {
        return type + Arrays.toString(axes);
    }
}
