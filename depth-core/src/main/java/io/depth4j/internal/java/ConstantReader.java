package io.depth4j.internal.java;

import io.depth4j.MalformedInputException;
import io.depth4j.UnavailableException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a {@code TensorProto}. */
final class ConstantReader {

    /** A tensor and what it is called. */
    record Named(String name, Constant constant) {}

    private static final int FLOAT_DATA = 4;
    private static final int INT32_DATA = 5;
    private static final int INT64_DATA = 7;

    private final List<Integer> axes = new ArrayList<>();
    private final ByteArrayOutputStream decimals = new ByteArrayOutputStream();
    private Optional<ByteBuffer> raw = Optional.empty();
    private long type;
    private String name = "";

    private ConstantReader() {}

    static Named read(ProtoMessage message) {
        return new ConstantReader().all(message);
    }

    private Named all(ProtoMessage message) {
        ByteArrayOutputStream wholes = new ByteArrayOutputStream();
        while (message.next()) {
            switch (message.field()) {
                case 1 -> message.numbers(this::axis);
                case 2 -> type = message.number();
                case FLOAT_DATA -> {
                    ByteBuffer floats = message.decimals();
                    decimals.write(floats.array(), floats.arrayOffset(), floats.remaining());
                }
                case INT32_DATA, INT64_DATA -> message.numbers(value -> whole(wholes, value));
                case 8 -> name = message.text();
                case 9 -> raw = Optional.of(message.bytes());
                case 13 -> throw external();
                case 14 -> {
                    if (message.number() != 0) {
                        throw external();
                    }
                }
                case 3, 6, 10, 11 ->
                    throw new MalformedInputException("Tensor '" + name
                            + "' should keep its values as raw bytes, floats or whole numbers, found field "
                            + message.field());
                default -> {}
            }
        }
        ElementType element = ElementType.of(type)
                .orElseThrow(() -> new UnavailableException("Tensor '" + name
                        + "' should be of float32, float16, int8, uint8, int32 or int64, found ONNX's type " + type));
        return new Named(name, new Constant(name, element, shape(), values(element, wholes)));
    }

    private void axis(long length) {
        if (length < 0 || length > Integer.MAX_VALUE) {
            throw new MalformedInputException(
                    "An axis of tensor '" + name + "' should be from 0 to 2^31 - 1, found " + length);
        }
        Ceilings.require("axes in one tensor", axes.size() + 1, Ceilings.AXES);
        axes.add((int) length);
    }

    private int[] shape() {
        return axes.stream().mapToInt(Integer::intValue).toArray();
    }

    /** As many bytes as the tensor's type has, which is known by then, as it stands before the values in every file. */
    private void whole(ByteArrayOutputStream to, long value) {
        int bytes = ElementType.of(type).map(ElementType::bytes).orElse(8);
        for (int i = 0; i < bytes; i++) {
            to.write((int) (value >> 8 * i));
        }
        if (to.size() > Ceilings.FILE_BYTES) {
            Ceilings.require("bytes in one tensor", to.size(), Ceilings.FILE_BYTES);
        }
    }

    private ByteBuffer values(ElementType element, ByteArrayOutputStream wholes) {
        if (raw.isPresent()) {
            return raw.get();
        }
        byte[] values = (element == ElementType.FLOAT32 ? decimals : wholes).toByteArray();
        return ByteBuffer.wrap(values).order(ByteOrder.LITTLE_ENDIAN);
    }

    private UnavailableException external() {
        return new UnavailableException(
                "Tensor '" + name
                        + "' stands in a file of its own, which the engine 'java' does not read; store the weights in one file");
    }
}
