package io.depth4j.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A small network written as an ONNX file, so that tests need no binary fixtures. Axes are whole numbers, or names where they are
 * not fixed. Attributes are {@code Long}, {@code Float}, {@code String}, {@code long[]} or {@code float[]}.
 */
public final class OnnxFile {

    /** What a tensor holds; the number is ONNX's own. */
    public enum Type {
        FLOAT32(1),
        UINT8(2),
        INT8(3),
        INT64(7),
        BOOL(9),
        FLOAT16(10);

        private final int code;

        Type(int code) {
            this.code = code;
        }

        /** As the {@code Cast} operator wants it. */
        public long code() {
            return code;
        }
    }

    private static final int IR_VERSION = 8;
    private int operators = 17;
    private final Message graph = new Message().text(2, "graph");
    private final Message metadata = new Message();

    /** The version of the operators, 17 if not said. */
    public OnnxFile operators(int version) {
        operators = version;
        return this;
    }

    /** An input of the network. */
    public OnnxFile input(String name, Type type, Object... axes) {
        graph.message(11, value(name, type, axes));
        return this;
    }

    /** An output of the network; a node yields what it names. */
    public OnnxFile output(String name, Type type, Object... axes) {
        graph.message(12, value(name, type, axes));
        return this;
    }

    public OnnxFile node(String operator, List<String> inputs, String output) {
        return node(operator, inputs, output, Map.of());
    }

    public OnnxFile node(String operator, List<String> inputs, String output, Map<String, ?> attributes) {
        Message node = new Message();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, output).text(3, output).text(4, operator);
        attributes.forEach((name, value) -> node.message(5, attribute(name, value)));
        graph.message(1, node);
        return this;
    }

    /** Floats that nodes read by their name. */
    public OnnxFile floats(String name, float[] values, long... axes) {
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        graph.message(5, tensor(name, Type.FLOAT32, raw.array(), axes));
        return this;
    }

    /** Values of any type that nodes read by their name, the least significant byte first. */
    public OnnxFile raw(String name, Type type, byte[] values, long... axes) {
        graph.message(5, tensor(name, type, values, axes));
        return this;
    }

    /** Floats that nodes read by their name, and that stand in a file beside this one. */
    public OnnxFile floatsIn(String file, String name, long... axes) {
        Message tensor = new Message();
        for (long axis : axes) {
            tensor.number(1, axis);
        }
        tensor.number(2, Type.FLOAT32.code).text(8, name);
        tensor.message(13, new Message().text(1, "location").text(2, file)).number(14, 1);
        graph.message(5, tensor);
        return this;
    }

    /** Whole numbers in one axis that nodes read by their name. */
    public OnnxFile longs(String name, long... values) {
        ByteBuffer raw = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(values);
        graph.message(5, tensor(name, Type.INT64, raw.array(), values.length));
        return this;
    }

    public OnnxFile metadata(String key, String value) {
        metadata.message(14, new Message().text(1, key).text(2, value));
        return this;
    }

    public byte[] bytes() {
        return new Message()
                .number(1, IR_VERSION)
                .message(8, new Message().text(1, "").number(2, operators))
                .message(7, graph)
                .append(metadata)
                .bytes();
    }

    /** Writes the file and says where it is. */
    public Path write(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    private static Message value(String name, Type type, Object[] axes) {
        Message shape = new Message();
        for (Object axis : axes) {
            Message each = axis instanceof String free
                    ? new Message().text(2, free)
                    : new Message().number(1, ((Number) axis).longValue());
            shape.message(1, each);
        }
        Message tensor = new Message().number(1, type.code).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    private static Message attribute(String name, Object value) {
        Message attribute = new Message().text(1, name);
        if (value instanceof Long number) {
            return attribute.number(3, number).number(20, 2);
        } else if (value instanceof Float number) {
            return attribute.decimal(2, number).number(20, 1);
        } else if (value instanceof String text) {
            return attribute.text(4, text).number(20, 3);
        } else if (value instanceof long[] numbers) {
            for (long number : numbers) {
                attribute.number(8, number);
            }
            return attribute.number(20, 7);
        } else if (value instanceof float[] numbers) {
            for (float number : numbers) {
                attribute.decimal(7, number);
            }
            return attribute.number(20, 6);
        }
        throw new IllegalArgumentException("An attribute is a number, a text or numbers, found " + value.getClass());
    }

    private static Message tensor(String name, Type type, byte[] raw, long... axes) {
        Message tensor = new Message();
        for (long axis : axes) {
            tensor.number(1, axis);
        }
        return tensor.number(2, type.code).text(8, name).raw(9, raw);
    }

    /** A protocol buffer, field after field. */
    private static final class Message {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        Message decimal(int field, float value) {
            varint((long) field << 3 | 5);
            out.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putFloat(value)
                    .array());
            return this;
        }

        Message text(int field, String value) {
            return raw(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return raw(field, value.bytes());
        }

        Message raw(int field, byte[] value) {
            varint((long) field << 3 | 2);
            varint(value.length);
            out.writeBytes(value);
            return this;
        }

        Message append(Message fields) {
            out.writeBytes(fields.bytes());
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                out.write((int) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }
    }
}
