package io.depth4j.examples.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A network of a few operators whose depth is the mean of the channels, written as an ONNX file with the spec beside it. */
final class TinyNetwork {

    private static final int FLOAT = 1;

    private TinyNetwork() {}

    /** The mean of the channels, as metres from 0 to 1. */
    static Path mean(Path file) throws IOException {
        return slow(file, 32, 0, "metric");
    }

    /** The same up to scale and shift, larger is nearer. */
    static Path disparity(Path file) throws IOException {
        return slow(file, 32, 0, "affine-invariant-inverse");
    }

    /** Zero, after so many products of matrices. */
    static Path slow(Path file, int side, int products, String kind) throws IOException {
        Message graph = new Message().text(2, "graph");
        graph.message(11, tensor("image", 1, 3, side, side)).message(12, tensor("depth", 1, side, side));
        Message axes = new Message().text(1, "axes").number(8, 1).number(20, 7);
        Message keep = new Message().text(1, "keepdims").number(3, 0).number(20, 2);
        graph.message(1, node("ReduceMean", "step0", "image").message(5, axes).message(5, keep));
        if (products > 0) {
            byte[] raw = ByteBuffer.allocate(4 * side * side)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .array();
            graph.message(
                    5,
                    new Message()
                            .number(1, side)
                            .number(1, side)
                            .number(2, FLOAT)
                            .text(8, "weights")
                            .raw(9, raw));
        }
        for (int i = 0; i < products; i++) {
            graph.message(1, node("MatMul", "step" + (i + 1), "step" + i, "weights"));
        }
        graph.message(1, node("Identity", "depth", "step" + products));
        Message operators = new Message().text(1, "").number(2, 17);
        Files.write(
                file,
                new Message()
                        .number(1, 8)
                        .message(8, operators)
                        .message(7, graph)
                        .bytes());

        String name = file.getFileName().toString();
        Files.writeString(
                file.resolveSibling(name.replace(".onnx", ".depth.json")), """
                {
                  "id": "tiny",
                  "input": {"tensor": "image", "size": {"mode": "squash", "width": %d, "height": %d}},
                  "output": {"tensor": "depth", "kind": "%s"},
                  "license": {"name": "Apache-2.0", "use": "free"},
                  "file": {"name": "%s"}
                }
                """.formatted(side, side, kind, name));
        return file;
    }

    private static Message node(String operator, String output, String... inputs) {
        Message node = new Message();
        for (String input : inputs) {
            node.text(1, input);
        }
        return node.text(2, output).text(3, output).text(4, operator);
    }

    private static Message tensor(String name, int... axes) {
        Message shape = new Message();
        for (int axis : axes) {
            shape.message(1, new Message().number(1, axis));
        }
        Message tensor = new Message().number(1, FLOAT).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    /** A protocol buffer, field after field. */
    private static final class Message {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint((long) field << 3);
            varint(value);
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
