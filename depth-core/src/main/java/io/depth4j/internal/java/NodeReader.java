package io.depth4j.internal.java;

import io.depth4j.MalformedInputException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Reads a {@code NodeProto} and its attributes. */
final class NodeReader {

    private NodeReader() {}

    static Node read(ProtoMessage message) {
        String name = "";
        String operator = "";
        String domain = "";
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        while (message.next()) {
            switch (message.field()) {
                case 1 -> inputs.add(message.text());
                case 2 -> outputs.add(message.text());
                case 3 -> name = message.text();
                case 4 -> operator = message.text();
                case 5 -> attribute(message.message(), attributes);
                case 7 -> domain = message.text();
                default -> {}
            }
            Ceilings.require(
                    "inputs, outputs or attributes in one node",
                    Math.max(inputs.size(), Math.max(outputs.size(), attributes.size())),
                    Ceilings.LIST);
        }
        // Operators of others have their owner in front, which none of ours has.
        String owner = domain.isEmpty() || domain.equals("ai.onnx") ? "" : domain + ".";
        return new Node(name, owner + operator, inputs, outputs, attributes);
    }

    private static void attribute(ProtoMessage message, Map<String, Attribute> to) {
        String name = "";
        long kind = 0;
        float decimal = 0;
        long whole = 0;
        String text = "";
        float[] decimals = {};
        LongStream.Builder wholes = LongStream.builder();
        int[] counted = {0};
        Attribute tensor = new Attribute.Other(4);
        while (message.next()) {
            switch (message.field()) {
                case 1 -> name = message.text();
                case 2 -> decimal = message.decimal();
                case 3 -> whole = message.number();
                case 4 -> text = message.text();
                case 5 ->
                    tensor = new Attribute.Tensor(
                            ConstantReader.read(message.message()).constant());
                case 7 -> decimals = joined(decimals, message.decimals());
                case 8 ->
                    message.numbers(value -> {
                        Ceilings.require("numbers in one attribute", ++counted[0], Ceilings.LIST);
                        wholes.add(value);
                    });
                case 20 -> kind = message.number();
                default -> {}
            }
        }
        Attribute value = switch ((int) kind) {
            case 1 -> new Attribute.Decimal(decimal);
            case 2 -> new Attribute.Whole(whole);
            case 3 -> new Attribute.Text(text);
            case 4 -> tensor;
            case 6 -> new Attribute.Decimals(decimals);
            case 7 -> new Attribute.Wholes(wholes.build().toArray());
            default -> new Attribute.Other(kind);
        };
        if (to.put(name, value) != null) {
            throw new MalformedInputException("Attribute '" + name + "' should be there once, found it twice");
        }
    }

    private static float[] joined(float[] first, ByteBuffer more) {
        int count = more.remaining() / 4;
        Ceilings.require("numbers in one attribute", first.length + (long) count, Ceilings.LIST);
        float[] all = Arrays.copyOf(first, first.length + count);
        for (int i = 0; i < count; i++) {
            all[first.length + i] = more.getFloat(4 * i);
        }
        return all;
    }
}
